/* Every openat: what the process asked for, what it got, and the path of the file behind the descriptor. */

#include "common.h"

#define NR_OPENAT 257 /* on x86-64 */
#define NAME 128
#define DEPTH 6
#define PART 32

struct open_request {
	u64 time;
	const char *name;
	u32 flags;
	u32 mode;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, u32);
	__type(value, struct open_request);
} REQUESTS SEC(".maps");

struct event {
	u64 time;
	u32 tgid;
	u32 tid;
	u32 ppid;
	u32 uid, euid;
	s32 result;
	u32 flags;
	u32 mode;
	u64 inode;
	s64 size;
	u32 device;
	u32 inode_mode;
	u32 file_flags;
	u32 links;
	u32 owner;
	u32 mount_flags;
	u32 depth;
	u32 name_bytes;
	char comm[COMM];
	char filesystem[PART];
	char name[NAME];
	char parts[DEPTH][PART];
};

SEC("tp_btf/sys_enter")
int BPF_PROG(opensnoop_enter, struct pt_regs *regs, long id)
{
	u32 tid = bpf_get_current_pid_tgid();
	struct open_request request = {};

	if (id != NR_OPENAT)
		return 0;
	request.time = bpf_ktime_get_ns();
	request.name = (const char *)BPF_CORE_READ(regs, si);
	request.flags = BPF_CORE_READ(regs, dx);
	request.mode = BPF_CORE_READ(regs, r10);
	bpf_map_update_elem(&REQUESTS, &tid, &request, BPF_ANY);
	return 0;
}

static __always_inline struct file *file_of(struct task_struct *task, u32 fd)
{
	struct fdtable *table = BPF_CORE_READ(task, files, fdt);
	struct file **files, *file = 0;

	if (fd >= BPF_CORE_READ(table, max_fds))
		return 0;
	files = BPF_CORE_READ(table, fd);
	bpf_probe_read_kernel(&file, sizeof(file), &files[fd]);
	return file;
}

static __always_inline void read_file(struct event *event, struct file *file)
{
	struct inode *inode = BPF_CORE_READ(file, f_inode);
	struct super_block *super = BPF_CORE_READ(inode, i_sb);

	event->inode = BPF_CORE_READ(inode, i_ino);
	event->size = BPF_CORE_READ(inode, i_size);
	event->inode_mode = BPF_CORE_READ(inode, i_mode);
	event->links = BPF_CORE_READ(inode, i_nlink);
	event->owner = BPF_CORE_READ(inode, i_uid.val);
	event->device = BPF_CORE_READ(super, s_dev);
	event->file_flags = BPF_CORE_READ(file, f_flags);
	event->mount_flags = BPF_CORE_READ(file, f_path.mnt, mnt_flags);
	bpf_probe_read_kernel_str(event->filesystem, PART, BPF_CORE_READ(super, s_type, name));
}

static __always_inline void read_path(struct event *event, struct file *file)
{
	struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
	u32 depth = 0;

	for (int i = 0; i < DEPTH; i++) {
		struct dentry *parent = BPF_CORE_READ(dentry, d_parent);

		if (parent == dentry)
			break;
		bpf_probe_read_kernel_str(event->parts[i], PART, BPF_CORE_READ(dentry, d_name.name));
		dentry = parent;
		depth++;
	}
	event->depth = depth;
}

static __always_inline void read_task(struct event *event, struct task_struct *task)
{
	const struct cred *cred = BPF_CORE_READ(task, real_cred);

	event->tgid = BPF_CORE_READ(task, tgid);
	event->tid = BPF_CORE_READ(task, pid);
	event->ppid = BPF_CORE_READ(task, real_parent, tgid);
	event->uid = BPF_CORE_READ(cred, uid.val);
	event->euid = BPF_CORE_READ(cred, euid.val);
	BPF_CORE_READ_STR_INTO(&event->comm, task, comm);
}

SEC("tp_btf/sys_exit")
int BPF_PROG(opensnoop_exit, struct pt_regs *regs, long result)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	u32 tid = bpf_get_current_pid_tgid();
	struct open_request *request = bpf_map_lookup_elem(&REQUESTS, &tid);
	struct event *event;
	struct file *file;
	long bytes;

	if (!request)
		return 0;
	event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);
	if (!event)
		goto done;
	event->time = bpf_ktime_get_ns() - request->time;
	event->result = result;
	event->flags = request->flags;
	event->mode = request->mode;
	bytes = bpf_probe_read_user_str(event->name, NAME, request->name);
	event->name_bytes = bytes > 0 ? bytes - 1 : 0;
	read_task(event, task);
	event->depth = 0;
	file = result < 0 ? 0 : file_of(task, result);
	if (file) {
		read_file(event, file);
		read_path(event, file);
	}
	bpf_ringbuf_submit(event, 0);
done:
	bpf_map_delete_elem(&REQUESTS, &tid);
	return 0;
}
