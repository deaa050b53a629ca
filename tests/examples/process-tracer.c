/* examples/process-tracer in C: each process that begins to run a file, and each that ends. */

#include "common.h"

#define EXEC 1
#define EXIT 2
#define PARENTS 8
#define DEPTH 20
#define GROUPS 8
#define NAME 64

struct parent {
	s32 pid;
	u32 uid;
	char name[16];
};

struct exec {
	u64 time;
	s32 pid;
	u32 kind;
	s32 parent;
	u32 uid, gid, euid, egid;
	s32 inner_pid;
	u32 pid_namespace, mount_namespace, net_namespace;
	u32 parent_count, path_count, group_count;
	u64 cgroup;
	char name[16];
	struct parent parents[PARENTS];
	char path[DEPTH][NAME];
	char cgroup_path[GROUPS][NAME];
};

struct exit {
	u64 lifetime;
	s32 pid;
	u32 kind;
	u64 user, system;
	s32 parent;
	u32 uid;
	s32 status;
	s32 session;
	char name[16];
};

/* Older kernels. */
struct kernfs_node___old {
	struct kernfs_node *parent;
} __attribute__((preserve_access_index));

static __always_inline void credentials(struct exec *event, const struct cred *cred)
{
	event->uid = cred->uid.val;
	event->gid = cred->gid.val;
	event->euid = cred->euid.val;
	event->egid = cred->egid.val;
}

static __always_inline void namespaces(struct exec *event, struct task_struct *task)
{
	struct nsproxy *proxy = task->nsproxy;
	struct pid *pid = BPF_CORE_READ(task, thread_pid);
	u32 level = BPF_CORE_READ(pid, level);
	struct upid *inner = &pid->numbers[level];

	event->mount_namespace = proxy->mnt_ns->ns.inum;
	event->net_namespace = proxy->net_ns->ns.inum;
	event->inner_pid = BPF_CORE_READ(inner, nr);
	event->pid_namespace = BPF_CORE_READ(inner, ns, ns.inum);
}

static __always_inline void parents(struct exec *event, struct task_struct *task)
{
	event->parent_count = 0;
	for (int i = 0; i < PARENTS; i++) {
		struct parent *parent = &event->parents[i];

		task = task->real_parent->group_leader;
		parent->pid = task->tgid;
		if (parent->pid == 0)
			break;
		parent->uid = task->cred->uid.val;
		bpf_probe_read_kernel_str(parent->name, sizeof(parent->name), task->comm);
		event->parent_count++;
	}
}

static __always_inline void path(struct exec *event, struct file *file)
{
	struct dentry *entry = file->f_path.dentry;
	struct vfsmount *inner = BPF_CORE_READ(file, f_path.mnt);
	struct mount *mounted =
		(void *)inner - __builtin_preserve_field_info(((struct mount *)0)->mnt, BPF_FIELD_BYTE_OFFSET);
	struct dentry *root = BPF_CORE_READ(inner, mnt_root);

	event->path_count = 0;
	for (int i = 0; i < DEPTH; i++) {
		if (entry == root) {
			struct mount *outer = BPF_CORE_READ(mounted, mnt_parent);

			if (outer == mounted)
				break;
			entry = BPF_CORE_READ(mounted, mnt_mountpoint);
			root = BPF_CORE_READ(outer, mnt.mnt_root);
			mounted = outer;
			event->path[i][0] = 0;
		} else {
			bpf_probe_read_kernel_str(event->path[i], NAME, BPF_CORE_READ(entry, d_name.name));
			entry = BPF_CORE_READ(entry, d_parent);
		}
		event->path_count++;
	}
}

static __always_inline void cgroup(struct exec *event, struct kernfs_node *node)
{
	event->group_count = 0;
	event->cgroup = node->id;
	for (int i = 0; i < GROUPS; i++) {
		struct kernfs_node___old *old = (void *)node;
		struct kernfs_node *parent;

		if (bpf_core_field_exists(node->__parent))
			parent = node->__parent;
		else if (bpf_core_field_exists(old->parent))
			parent = old->parent;
		else
			break;
		if (!parent)
			break;
		bpf_probe_read_kernel_str(event->cgroup_path[i], NAME, node->name);
		node = parent;
		event->group_count++;
	}
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(on_exec, struct task_struct *task, pid_t old_pid, struct linux_binprm *bprm)
{
	struct exec *event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);

	if (!event)
		return 0;
	event->time = bpf_ktime_get_ns();
	event->kind = EXEC;
	event->pid = task->tgid;
	event->parent = task->real_parent->tgid;
	bpf_probe_read_kernel_str(event->name, sizeof(event->name), task->comm);
	credentials(event, task->cred);
	namespaces(event, task);
	parents(event, task);
	path(event, bprm->file);
	cgroup(event, task->cgroups->dfl_cgrp->kn);
	bpf_ringbuf_submit(event, 0);
	return 0;
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(on_exit, struct task_struct *task)
{
	struct signal_struct *signal = task->signal;
	struct task_struct *main = task->group_leader;
	struct exit *event;

	if (signal->live.counter != 0)
		return 0;
	event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);
	if (!event)
		return 0;
	event->lifetime = bpf_ktime_get_ns() - main->start_time;
	event->kind = EXIT;
	event->pid = task->tgid;
	event->user = signal->utime + task->utime;
	event->system = signal->stime + task->stime;
	event->parent = task->real_parent->tgid;
	event->uid = task->cred->uid.val;
	event->status = signal->group_exit_code ?: task->exit_code;
	event->session = signal->pids[PIDTYPE_SID]->numbers[0].nr;
	bpf_probe_read_kernel_str(event->name, sizeof(event->name), main->comm);
	bpf_ringbuf_submit(event, 0);
	return 0;
}
