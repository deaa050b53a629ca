// A little of what most programs look at: what the ui tests and the host crate use.
typedef int pid_t;
typedef unsigned long long u64;
typedef struct {
	int counter;
} atomic_t;

struct list_head {
	struct list_head *next, *prev;
};

struct mm_struct {
	unsigned long total_vm;
	_Bool oom;
};

struct sched_info {
	unsigned long pcount;
	u64 run_delay;
};

union word {
	unsigned int whole;
	unsigned char bytes[4];
};

struct task_struct {
	unsigned int __state;
	void *stack;
	atomic_t usage;
	pid_t pid;
	pid_t tgid;
	struct task_struct *real_parent;
	struct mm_struct *mm;
	struct list_head children;
	struct sched_info sched_info;
	union {
		u64 start_time;
		struct {
			unsigned int seq;
			short nice;
		};
	};
	char comm[16];
	struct sched_info stats[3];
	signed char level;
	_Bool in_iowait;
	unsigned int sched_reset_on_fork : 1;
	int priority : 5;
	union word last;
	unsigned char matrix[2][3];
	long long delta;
	unsigned short flags;
	const char *load;
	struct declared *only_declared;
	u64 tail[];
};

struct task_struct task;
struct mm_struct mm;
