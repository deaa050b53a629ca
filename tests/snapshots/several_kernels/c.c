// The last of three kernels.
typedef _Bool bool;
struct inner { int a; int b; };
struct other { int o; };
struct added { int only_here; };
enum stage { STAGE_A = 0, STAGE_MOVED = 1, STAGE_NEW = 2 };
union both { int i; long l; };
struct task {
	int added_first;
	unsigned int __state;
	int pid;
	unsigned int flags;
	unsigned int narrow : 3;
	struct other *link;
	void *cookie;
	struct other by_value;
	enum stage stage;
	union {
		int in_union;
	};
	struct {
		int everywhere;
		int in_new_anonymous;
	} anonymous;
	char comm[16];
	long words[2];
	struct added *added;
	int (*ops)(struct task *, int);
};
typedef void (*btf_trace_switched)(void *, bool, struct task *, unsigned int);
typedef void (*btf_trace_steady)(void *, struct task *);
struct roots {
	struct task task;
	struct added added;
	union both both;
	btf_trace_switched a;
	btf_trace_steady b;
} roots;
int grows(struct task *task, long flags, int more) { return task->pid + flags + more; }
int bpf_lsm_check(struct task *task) { return task->pid; }
