/* Every program that a process executes: its credentials, namespaces and arguments, the file, and the parents. */

#include "common.h"

#define ANCESTORS 6
#define FILENAME 128
#define ARGUMENTS 256

struct ancestor {
	u64 start;
	u32 tgid;
	u32 uid;
	char comm[COMM];
};

struct event {
	u64 time;
	u32 tgid;
	u32 ppid;
	u64 start;
	u64 cgroup;
	u64 permitted;
	u64 effective;
	u64 inode;
	u32 uid, gid;
	u32 euid, egid;
	u32 session;
	u32 level;
	u32 inner_tgid;
	u32 pid_namespace;
	u32 mount_namespace;
	u32 net_namespace;
	u32 device;
	u32 owner;
	u32 mode;
	u32 argc, envc;
	u32 argument_bytes;
	u32 filename_bytes;
	u32 ancestors;
	char comm[COMM];
	char filename[FILENAME];
	u8 arguments[ARGUMENTS];
	struct ancestor chain[ANCESTORS];
};

static __always_inline void read_credentials(struct event *event, struct task_struct *task)
{
	const struct cred *cred = BPF_CORE_READ(task, real_cred);

	event->uid = BPF_CORE_READ(cred, uid.val);
	event->gid = BPF_CORE_READ(cred, gid.val);
	event->euid = BPF_CORE_READ(cred, euid.val);
	event->egid = BPF_CORE_READ(cred, egid.val);
	event->permitted = BPF_CORE_READ(cred, cap_permitted.val);
	event->effective = BPF_CORE_READ(cred, cap_effective.val);
}

static __always_inline void read_namespaces(struct event *event, struct task_struct *task)
{
	struct nsproxy *proxy = BPF_CORE_READ(task, nsproxy);
	struct pid *pid = BPF_CORE_READ(task, thread_pid);
	u32 level = BPF_CORE_READ(pid, level);
	struct upid inner;

	bpf_core_read(&inner, sizeof(inner), &pid->numbers[level]);
	event->level = level;
	event->inner_tgid = inner.nr;
	event->pid_namespace = BPF_CORE_READ(inner.ns, ns.inum);
	event->mount_namespace = BPF_CORE_READ(proxy, mnt_ns, ns.inum);
	event->net_namespace = BPF_CORE_READ(proxy, net_ns, ns.inum);
	event->session = BPF_CORE_READ(task, signal, pids[PIDTYPE_SID], numbers[0].nr);
	event->cgroup = BPF_CORE_READ(task, cgroups, dfl_cgrp, kn, id);
}

static __always_inline void read_file(struct event *event, struct linux_binprm *bprm)
{
	struct inode *inode = BPF_CORE_READ(bprm, file, f_inode);
	long bytes = bpf_probe_read_kernel_str(event->filename, FILENAME, BPF_CORE_READ(bprm, filename));

	event->filename_bytes = bytes > 0 ? bytes - 1 : 0;
	event->inode = BPF_CORE_READ(inode, i_ino);
	event->device = BPF_CORE_READ(inode, i_sb, s_dev);
	event->owner = BPF_CORE_READ(inode, i_uid.val);
	event->mode = BPF_CORE_READ(inode, i_mode);
	event->argc = BPF_CORE_READ(bprm, argc);
	event->envc = BPF_CORE_READ(bprm, envc);
}

static __always_inline void read_arguments(struct event *event, struct task_struct *task)
{
	unsigned long start = BPF_CORE_READ(task, mm, arg_start);
	unsigned long bytes = BPF_CORE_READ(task, mm, arg_end) - start;

	if (bytes > ARGUMENTS)
		bytes = ARGUMENTS;
	if (bpf_probe_read_user(event->arguments, bytes, (void *)start) < 0)
		bytes = 0;
	event->argument_bytes = bytes;
}

static __always_inline void read_ancestors(struct event *event, struct task_struct *task)
{
	u32 count = 0;

	for (int i = 0; i < ANCESTORS; i++) {
		struct ancestor *ancestor = &event->chain[i];

		task = BPF_CORE_READ(task, real_parent);
		ancestor->tgid = BPF_CORE_READ(task, tgid);
		if (ancestor->tgid == 0)
			break;
		ancestor->start = BPF_CORE_READ(task, start_time);
		ancestor->uid = BPF_CORE_READ(task, real_cred, uid.val);
		BPF_CORE_READ_STR_INTO(&ancestor->comm, task, comm);
		count++;
	}
	event->ancestors = count;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(exectrace, struct task_struct *task, pid_t old_pid, struct linux_binprm *bprm)
{
	struct event *event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);

	if (!event)
		return 0;
	event->time = bpf_ktime_get_ns();
	event->tgid = BPF_CORE_READ(task, tgid);
	event->ppid = BPF_CORE_READ(task, real_parent, tgid);
	event->start = BPF_CORE_READ(task, start_time);
	BPF_CORE_READ_STR_INTO(&event->comm, task, comm);
	read_credentials(event, task);
	read_namespaces(event, task);
	read_file(event, bprm);
	read_arguments(event, task);
	read_ancestors(event, task);
	bpf_ringbuf_submit(event, 0);
	return 0;
}
