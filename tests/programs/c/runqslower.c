/* Every task that waited for a processor longer than it should have: how long, and which task it waited for. */

#include "common.h"

const volatile u64 LEAST_NS = 0;

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, u32);
	__type(value, u64);
} WAITING SEC(".maps");

struct side {
	u64 sum_ns;
	u64 runtime_ns;
	u64 switches;
	u32 tid;
	u32 tgid;
	s32 priority, nice;
	u32 policy;
	u32 flags;
	u32 uid;
	u32 cpu;
	u64 cgroup;
	char comm[COMM];
};

struct event {
	u64 wait_ns;
	u32 tgid;
	u32 preempted;
	struct side next, previous;
};

static __always_inline void read_side(struct side *side, struct task_struct *task)
{
	side->tid = BPF_CORE_READ(task, pid);
	side->tgid = BPF_CORE_READ(task, tgid);
	side->sum_ns = BPF_CORE_READ(task, se.sum_exec_runtime);
	side->runtime_ns = BPF_CORE_READ(task, se.prev_sum_exec_runtime);
	side->switches = BPF_CORE_READ(task, nvcsw) + BPF_CORE_READ(task, nivcsw);
	side->priority = BPF_CORE_READ(task, prio);
	side->nice = BPF_CORE_READ(task, static_prio) - 120;
	side->policy = BPF_CORE_READ(task, policy);
	side->flags = BPF_CORE_READ(task, flags);
	side->uid = BPF_CORE_READ(task, real_cred, uid.val);
	side->cpu = BPF_CORE_READ(task, wake_cpu);
	side->cgroup = BPF_CORE_READ(task, cgroups, dfl_cgrp, kn, id);
	BPF_CORE_READ_STR_INTO(&side->comm, task, comm);
}

/* The task is ready to run from now on. */
static __always_inline void enqueue(struct task_struct *task)
{
	u32 tid = BPF_CORE_READ(task, pid);
	u64 now = bpf_ktime_get_ns();

	if (tid)
		bpf_map_update_elem(&WAITING, &tid, &now, BPF_ANY);
}

SEC("tp_btf/sched_wakeup")
int BPF_PROG(runqslower_wakeup, struct task_struct *task)
{
	enqueue(task);
	return 0;
}

SEC("tp_btf/sched_wakeup_new")
int BPF_PROG(runqslower_wakeup_new, struct task_struct *task)
{
	enqueue(task);
	return 0;
}

SEC("tp_btf/sched_switch")
int BPF_PROG(runqslower_switch, bool preempt, struct task_struct *previous, struct task_struct *next, u32 state)
{
	u32 tid = BPF_CORE_READ(next, pid);
	struct event *event;
	u64 *since, wait;

	/* It was not its own wish to stop. The field may have changed by now. */
	if (state == 0)
		enqueue(previous);
	since = bpf_map_lookup_elem(&WAITING, &tid);
	if (!since)
		return 0;
	wait = bpf_ktime_get_ns() - *since;
	if (wait < LEAST_NS)
		goto done;
	event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);
	if (!event)
		goto done;
	event->wait_ns = wait;
	event->preempted = preempt;
	read_side(&event->next, next);
	read_side(&event->previous, previous);
	event->tgid = event->next.tgid;
	bpf_ringbuf_submit(event, 0);
done:
	bpf_map_delete_elem(&WAITING, &tid);
	return 0;
}
