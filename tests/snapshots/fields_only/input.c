struct inner {
	int used;
	int unused;
};
struct far {
	int value;
};
typedef struct {
	int counter;
	int debug;
} atomic_t;
struct task_struct {
	int pid;
	int tgid;
	struct inner inner;
	struct far *far;
	struct far *farther;
	atomic_t usage;
	union {
		int in_union;
		int not_asked_for;
	};
	struct {
		int deep;
	} named;
};

struct task_struct task;
struct far far;
