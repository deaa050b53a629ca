#include "../core.h"

struct task { int id; };
struct kept { int field; } kept;

typedef void (*btf_trace_steady)(void *, struct task *);
typedef void (*btf_trace_gone)(void *, struct task *);
struct roots { btf_trace_steady a; btf_trace_gone b; } roots;

int steady_function(struct task *task) { return task->id; }
int gone_function(struct task *task) { return task->id; }
int changed_function(struct task *task, int flags) { return task->id + flags; }
int removed_function(struct task *task) { return task->id; }
int removed_but_weak(struct task *task) { return task->id; }
int changed_but_weak(struct task *task, int flags) { return task->id + flags; }
int bpf_lsm_file_open(struct task *task) { return task->id; }
int bpf_lsm_gone_hook(struct task *task) { return task->id; }
int bpf_iter_task(struct task *task) { return task->id; }
int bpf_iter_gone(struct task *task) { return task->id; }
struct task removed_variable = { 1 };
struct task changed_variable = { 1 };
u32 wider_result(struct task *task) { return task->id; }
int other_pointee(struct task *task) { return task->id; }
