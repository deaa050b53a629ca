/* The object of the chapter on several kernels: reads that are the same on both kernels of this folder, and reads that are not. */
#include "../check/core.h"

struct task_struct {
	unsigned int __state;
	int pid;
	u64 start_boottime;
} relocated;

struct kernfs_node {
	struct kernfs_node *__parent;
} relocated;

SEC("raw_tp/sched_process_exec")
int on_exec(struct task_struct **ctx)
{
	struct task_struct *task = ctx[0];
	u64 found = 0;
	if (exists(task->start_boottime))
		probe_read(&found, 8, address(task->start_boottime));
	u32 state = 0;
	probe_read(&state, byte_size(task->__state), address(task->__state));
	int pid = 0;
	probe_read(&pid, byte_size(task->pid), address(task->pid));
	return found + state + pid;
}
