#include "../core.h"

struct task { int id; };
struct kept { int field; } kept;

typedef void (*btf_trace_steady)(void *, struct task *);
struct roots { btf_trace_steady a; } roots;

int steady_function(struct task *task) { return task->id; }
/* Another argument. */
int changed_function(struct task *task, int flags, int more) { return task->id + flags + more; }
/* A pointer, not a number. */
int changed_but_weak(struct task *task, int *flags) { return task->id + *flags; }
int bpf_lsm_file_open(struct task *task) { return task->id; }
int bpf_iter_task(struct task *task) { return task->id; }
u64 changed_variable = 1;
struct process { int id; };
u64 wider_result(struct task *task) { return task->id; }
int other_pointee(struct process *process) { return process->id; }
