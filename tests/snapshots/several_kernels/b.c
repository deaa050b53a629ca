// The second of three kernels: as the first, but the state has another name.
typedef _Bool bool;
struct inner { int a; };
struct other { int o; };
struct gone { int only_here; struct inner inner; };
enum stage { STAGE_A = 0, STAGE_OLD = 1, STAGE_MOVED = 2 };
union both { int i; long l; };
struct task {
	unsigned int __state;
	int pid;
	unsigned int flags : 4;
	unsigned int narrow;
	struct inner *link;            // points to another type on the last kernel
	long cookie;                   // a pointer on the last kernel
	struct inner by_value;         // of another type on the last kernel
	enum stage stage;
	union {
		int in_union;
		long in_old_union;
	};
	struct {
		int everywhere;
		int in_old_anonymous;
	} anonymous;
	char comm[16];
	unsigned long words[2];        // elements of another sign on the last kernel
	struct gone *gone;
	bool (*ops)(struct task *);
};
typedef void (*btf_trace_switched)(void *, bool, struct task *);
typedef void (*btf_trace_steady)(void *, struct task *);
typedef void (*btf_trace_removed)(void *, struct task *);
struct roots {
	struct task task;
	struct gone gone;
	union both both;
	struct other other;
	btf_trace_switched a;
	btf_trace_steady b;
	btf_trace_removed c;
} roots;
int grows(struct task *task, int flags) { return task->pid + flags; }
int bpf_lsm_check(struct task *task) { return task->pid; }
