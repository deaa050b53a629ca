/* Two small kernels for the examples of docs/. Their types have the names of Linux's types, and a few of the fields. OLD has what
   Linux renamed or changed since. */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef int s32;
typedef long long s64;
typedef _Bool bool;
typedef int pid_t;
typedef unsigned int uid_t;
typedef s64 time64_t;
typedef u32 __be32;
typedef u16 __be16;
typedef struct {
	int counter;
} atomic_t;
typedef struct {
	uid_t val;
} kuid_t;

struct list_head {
	struct list_head *next, *prev;
};

enum pid_type {
	PIDTYPE_PID,
	PIDTYPE_TGID,
	PIDTYPE_PGID,
#ifndef OLD
	PIDTYPE_ADDED,
#endif
	PIDTYPE_SID,
};

struct cgroup;

struct upid {
	int nr;
};

struct pid {
	unsigned int level;
	struct upid numbers[];
};

struct qstr {
	u32 hash, len;
	const unsigned char *name;
};

struct timespec64 {
	time64_t tv_sec;
	long tv_nsec;
};

struct super_block {
	unsigned long s_magic;
};

struct inode {
	struct super_block *i_sb;
	unsigned long i_ino;
#ifdef OLD
	struct timespec64 i_mtime;
#else
	time64_t i_mtime_sec;
	u32 i_mtime_nsec;
#endif
	kuid_t i_uid;
	void *i_private;
};

struct dentry {
	struct dentry *d_parent;
	struct qstr d_name;
	struct inode *d_inode;
};

struct vfsmount;

struct path {
	struct vfsmount *mnt;
	struct dentry *dentry;
};

struct file {
	u32 f_mode;
	struct path f_path;
	struct inode *f_inode;
};

struct fdtable {
	unsigned int max_fds;
	struct file **fd;
};

struct files_struct {
	struct fdtable *fdt;
};

struct mm_struct {
	unsigned long total_vm;
	unsigned long arg_start, arg_end;
	struct file *exe_file;
};

struct rlimit {
	unsigned long rlim_cur, rlim_max;
};

struct signal_struct {
	int group_exit_code;
	unsigned int is_child_subreaper : 1;
	struct rlimit rlim[16];
};

struct robust_list {
	struct robust_list *next;
};

struct robust_list_head {
	struct robust_list list;
	long futex_offset;
};

struct sched_entity {
	u64 vruntime;
};

struct cred {
	kuid_t uid;
};

struct task_struct {
#ifdef OLD
	long state;
#else
	unsigned int __state;
#endif
	void *stack;
	struct sched_entity se;
	int prio;
	struct mm_struct *mm;
	int exit_code;
	unsigned int sched_reset_on_fork : 1;
	unsigned int in_execve : 1;
	pid_t pid;
	pid_t tgid;
	struct task_struct *real_parent;
	struct list_head children;
	struct task_struct *group_leader;
	struct pid *thread_pid;
	u64 start_time;
#ifdef OLD
	u64 real_start_time;
#else
	u64 start_boottime;
#endif
	const struct cred *cred;
	char comm[16];
	struct files_struct *files;
	struct signal_struct *signal;
	struct robust_list_head *robust_list;
};

struct sock_common {
	union {
		u64 skc_addrpair;
		struct {
			__be32 skc_daddr;
			__be32 skc_rcv_saddr;
		};
	};
	union {
		u32 skc_portpair;
		struct {
			__be16 skc_dport;
			u16 skc_num;
		};
	};
	u16 skc_family;
	volatile unsigned char skc_state;
};

struct sock {
	struct sock_common __sk_common;
	int sk_rcvbuf;
#ifdef OLD
	unsigned int sk_padding : 1, sk_no_check_tx : 1, sk_protocol : 8, sk_type : 16;
#else
	u8 sk_padding : 1, sk_no_check_tx : 1;
	u16 sk_type;
	u16 sk_protocol;
#endif
};

struct tcp_sock {
	struct sock inet_conn;
	u32 snd_cwnd;
};

struct kernfs_node {
	const char *name;
#ifdef OLD
	struct kernfs_node *parent;
#else
	struct kernfs_node *__parent;
#endif
};

struct linux_binprm {
	struct file *file;
	const char *filename;
	int argc;
};

struct seq_file {
	char *buf;
};

struct bpf_iter_meta {
	struct seq_file *seq;
	u64 session_id, seq_num;
};

struct bpf_iter__task {
	struct bpf_iter_meta *meta;
	struct task_struct *task;
};

/* The registers of x86_64. */
struct pt_regs {
	unsigned long r15, r14, r13, r12, bp, bx, r11, r10, r9, r8, ax, cx, dx, si, di, orig_ax, ip, cs, flags, sp, ss;
};

struct rq {
	unsigned int nr_running;
	struct task_struct *curr;
};

struct tcp_congestion_ops {
	u32 (*ssthresh)(struct sock *sk);
	void (*cong_avoid)(struct sock *sk, u32 ack, u32 acked);
	u32 (*undo_cwnd)(struct sock *sk);
	char name[16];
};

/* A kernel has such a type for each table of callbacks. */
struct bpf_struct_ops_tcp_congestion_ops {
	long common;
	struct tcp_congestion_ops data;
};

struct rq runqueues __attribute__((section(".data..percpu")));

struct task_struct *bpf_task_from_pid(s32 pid) __attribute__((btf_decl_tag("bpf_kfunc")));
struct task_struct *bpf_task_from_pid(s32 pid) { return 0; }
void bpf_task_release(struct task_struct *p) __attribute__((btf_decl_tag("bpf_kfunc")));
void bpf_task_release(struct task_struct *p) {}

typedef void (*btf_trace_sched_process_exec)(void *, struct task_struct *, pid_t, struct linux_binprm *);
int __traceiter_sched_process_exec(void *__data, struct task_struct *p, pid_t old_pid, struct linux_binprm *bprm) { return 0; }
#ifdef OLD
typedef void (*btf_trace_block_rq_issue)(void *, struct inode *, struct file *);
int __traceiter_block_rq_issue(void *__data, struct inode *q, struct file *rq) { return 0; }
#else
typedef void (*btf_trace_block_rq_issue)(void *, struct file *);
int __traceiter_block_rq_issue(void *__data, struct file *rq) { return 0; }
#endif

int bpf_lsm_file_open(struct file *file) { return 0; }
int vfs_open(const struct path *path, struct file *file) { return 0; }
int tcp_connect(struct sock *sk) { return 0; }

/* clang writes the members of a type only if it is not just pointed to. */
struct everything {
	btf_trace_sched_process_exec exec;
	btf_trace_block_rq_issue issue;
	enum pid_type pid_type;
	enum {
		TCP_ESTABLISHED = 1,
		TCP_LISTEN = 10,
	} states;
	atomic_t atomic;
	struct task_struct task_struct;
	struct cred cred;
	struct mm_struct mm_struct;
	struct signal_struct signal_struct;
	struct robust_list_head robust_list_head;
	struct files_struct files_struct;
	struct fdtable fdtable;
	struct dentry dentry;
	struct inode inode;
	struct super_block super_block;
	struct pid *pid;
	struct tcp_sock tcp_sock;
	struct kernfs_node kernfs_node;
	struct seq_file seq_file;
	struct bpf_iter_meta bpf_iter_meta;
	struct bpf_iter__task bpf_iter__task;
	struct pt_regs pt_regs;
	struct bpf_struct_ops_tcp_congestion_ops tcp_congestion_ops;
} everything;

struct pid init_pid;
