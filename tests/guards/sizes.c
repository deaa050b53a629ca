/* Members as kernels don't have them: wider, narrower, a bitfield or none. Compiled for its BTF. */

struct task_struct {
	unsigned long tgid;
	long prio;
	short static_prio;
	signed char normal_prio;
	unsigned int start_time;
	unsigned short nivcsw;
	unsigned int sched_reset_on_fork;
	unsigned int flags : 31;
	unsigned char comm[16];
	unsigned long policy;
	unsigned char nr_cpus_allowed : 3;
	int personality;
	long exit_signal;
};

/* Once more, with other sizes. */
struct task_struct___other {
	long personality;
	signed char exit_signal;
};

/* The kernel's own. Loaders take no notice of three underscores and what follows. */
struct task_struct___right {
	int tgid;
	int prio;
	int static_prio;
	int normal_prio;
	unsigned long start_time;
	unsigned long nivcsw;
	unsigned int sched_reset_on_fork : 1;
	unsigned int flags;
	unsigned int policy;
	unsigned int personality;
	int exit_signal;
};

struct task_struct *task;
struct task_struct___other *other;
struct task_struct___right *right;
