/* The whole path of each file that is opened or executed, across mounts: its names, each with a NUL. */

#include "common.h"

#define DEPTH 24
#define PATH 1024
#define NAME 256

struct event {
	u64 time;
	u32 tgid;
	u32 uid;
	u64 inode;
	u32 device;
	u32 mode;
	u32 parts;
	u32 start;
	char path[PATH + NAME];
};

/* Where a walk is: an entry, the root of its mount, and the mount itself. */
struct walk {
	struct dentry *dentry;
	struct dentry *root;
	struct mount *mount;
};

static __always_inline void enter(struct walk *walk, struct vfsmount *mnt)
{
	walk->root = BPF_CORE_READ(mnt, mnt_root);
	walk->mount = (void *)mnt - __builtin_preserve_field_info(((struct mount *)0)->mnt, BPF_FIELD_BYTE_OFFSET);
}

/* Goes up to what the mount stands on. False at the root of all. */
static __always_inline bool leave(struct walk *walk)
{
	/* Copied, because BPF_CORE_READ would relocate the fields of `walk` too. */
	struct mount *mount = walk->mount, *parent = BPF_CORE_READ(mount, mnt_parent);

	if (parent == mount)
		return false;
	walk->dentry = BPF_CORE_READ(mount, mnt_mountpoint);
	walk->root = BPF_CORE_READ(parent, mnt.mnt_root);
	walk->mount = parent;
	return true;
}

/* Puts a name and its NUL before what is there. The mask is for the verifier: a longer path overwrites its own end. */
static __always_inline u32 prepend(struct event *event, u32 start, struct dentry *dentry)
{
	const unsigned char *name = BPF_CORE_READ(dentry, d_name.name);
	u32 length = BPF_CORE_READ(dentry, d_name.len) + 1;

	if (length > NAME)
		return start;
	start = (start - length) & (PATH - 1);
	bpf_probe_read_kernel_str(&event->path[start], length, name);
	return start;
}

static __always_inline void read_path(struct event *event, struct file *file)
{
	struct walk walk = { .dentry = BPF_CORE_READ(file, f_path.dentry) };
	u32 start = 0, parts = 0;

	enter(&walk, BPF_CORE_READ(file, f_path.mnt));
	for (int i = 0; i < DEPTH; i++) {
		struct dentry *dentry = walk.dentry, *parent = BPF_CORE_READ(dentry, d_parent);

		if (dentry == walk.root || dentry == parent) {
			if (!leave(&walk))
				break;
			continue;
		}
		start = prepend(event, start, dentry);
		walk.dentry = parent;
		parts++;
	}
	event->start = start;
	event->parts = parts;
}

static __always_inline void report(struct file *file)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	struct inode *inode = BPF_CORE_READ(file, f_inode);
	struct event *event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);

	if (!event)
		return;
	event->time = bpf_ktime_get_ns();
	event->tgid = BPF_CORE_READ(task, tgid);
	event->uid = BPF_CORE_READ(task, real_cred, uid.val);
	event->inode = BPF_CORE_READ(inode, i_ino);
	event->device = BPF_CORE_READ(inode, i_sb, s_dev);
	event->mode = BPF_CORE_READ(inode, i_mode);
	read_path(event, file);
	bpf_ringbuf_submit(event, 0);
}

SEC("lsm/file_open")
int BPF_PROG(pathwalk_open, struct file *file)
{
	report(file);
	return 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(pathwalk_exec, struct task_struct *task, pid_t old_pid, struct linux_binprm *bprm)
{
	report(BPF_CORE_READ(bprm, file));
	return 0;
}
