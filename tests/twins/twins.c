/*
 * The programs of src/main.rs in C: same name, same job. Types say no more than the programs use.
 *
 * A probe read's error is returned here as it is there.
 */

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef _Bool bool;

#define FIELD_BYTE_OFFSET 0
#define FIELD_BYTE_SIZE 1
#define FIELD_EXISTS 2
#define FIELD_SIGNED 3
#define FIELD_LSHIFT_U64 4
#define FIELD_RSHIFT_U64 5

#define field_info(place, kind) __builtin_preserve_field_info(place, kind)
#define exists(place) field_info(place, FIELD_EXISTS)
#define probe_read(to, place) \
	bpf_probe_read_kernel(to, sizeof(*(to)), (const void *)__builtin_preserve_access_index(&(place)))

#define type_exists(type) __builtin_preserve_type_info(*(type *)0, 0)
#define type_size(type) __builtin_preserve_type_info(*(type *)0, 1)
#define enumerator_exists(type, name) __builtin_preserve_enum_value(*(type *)name, 0)
#define enumerator_value(type, name) __builtin_preserve_enum_value(*(type *)name, 1)

static void *(*const bpf_get_current_task_btf)(void) = (void *)158;
static long (*const bpf_probe_read_kernel)(void *to, u32 size, const void *from) = (void *)113;
static long (*const bpf_probe_read_kernel_str)(void *to, u32 size, const void *from) = (void *)115;

#define program(name) __attribute__((section("raw_tp/sys_enter"), used)) int name(u64 *ctx)
#define task() ((struct task_struct *)bpf_get_current_task_btf())
#define argument(type) ((type *)ctx[0])

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct list_head {
	struct list_head *next, *prev;
};

typedef struct {
	int counter;
} atomic_t;

typedef struct refcount_struct {
	atomic_t refs;
} refcount_t;

struct load_weight {
	unsigned long weight;
};

struct sched_avg {
	u64 last_update_time;
};

struct sched_entity {
	struct load_weight load;
	u64 vruntime;
	struct sched_avg avg;
};

struct rlimit {
	unsigned long rlim_cur, rlim_max;
};

struct signal_struct {
	atomic_t live;
	struct rlimit rlim[16];
	struct task_struct *group_exit_task;
};

struct upid {
	int nr;
};

struct pid {
	u32 level;
	struct upid numbers[];
};

struct css_set {
	int nr_tasks;
	bool dead;
};

struct inode {
	u16 i_mode;
	u32 i_generation;
	unsigned long i_ino;
};

struct file {
	struct inode *f_inode;
};

struct mm_struct {
	struct file *exe_file;
};

struct task_struct {
	u32 flags;
	u32 __state;
	int prio;
	int static_prio;
	u8 rcu_tasks_holdout;
	int pid, tgid;
	u64 start_time;
	unsigned long nivcsw;
	struct sched_entity se;
	struct task_struct *real_parent;
	struct task_struct *group_leader;
	struct mm_struct *mm;
	struct signal_struct *signal;
	struct pid *thread_pid;
	struct css_set *cgroups;
	struct list_head tasks;
	union {
		refcount_t rcu_users;
	};
	char comm[16];
	u32 sched_reset_on_fork : 1;
	struct list_head thread_group;
};

struct sock_common {
	union {
		struct {
			u16 skc_dport;
			u16 skc_num;
		};
	};
	u16 skc_family;
};

struct sock {
	struct sock_common __sk_common;
};

enum bpf_map_type {
	BPF_MAP_TYPE_UNSPEC,
	BPF_MAP_TYPE_HASH,
};

struct bpf_map {
	enum bpf_map_type map_type;
	u32 value_size;
	char name[16];
};

struct pglist_data {
	int node_id;
};

struct task_rss_stat {
	int events;
};

enum pid_type {
	PIDTYPE_PID,
	PIDTYPE_TGID,
};

enum cpuhp_state {
	CPUHP_INVALID = -1,
	CPUHP_ONLINE = 200,
};

enum perf_callchain_context {
	PERF_CONTEXT_HV = (u64)-32,
	PERF_CONTEXT_KERNEL = (u64)-128,
	PERF_CONTEXT_MAX = (u64)-4095,
};

enum bpf_cmd {
	BPF_PROG_LOAD = 5,
	BPF_TOKEN_CREATE = 36,
};

struct bpf_reg_state {
	union {
		struct {
			int depth : 30;
		} iter;
	};
};

#pragma clang attribute pop

program(load_u8)
{
	return task()->rcu_tasks_holdout;
}

program(load_u16)
{
	return task()->mm->exe_file->f_inode->i_mode;
}

program(load_u32)
{
	return task()->flags;
}

program(load_i32)
{
	return task()->prio < 0;
}

program(load_i32_extended)
{
	return (task()->static_prio * 3LL) >> 1;
}

program(load_u64)
{
	return task()->start_time >> 32;
}

program(load_bool)
{
	return task()->cgroups->dead;
}

program(load_two)
{
	struct task_struct *task = task();

	return task->pid + task->tgid;
}

program(load_compare)
{
	struct task_struct *task = task();

	return task->pid == task->tgid;
}

program(load_pointer)
{
	return task()->mm == 0;
}

program(load_nested)
{
	return task()->se.load.weight;
}

program(load_deeper)
{
	return task()->se.avg.last_update_time;
}

program(load_anonymous)
{
	return task()->rcu_users.refs.counter;
}

program(read_union)
{
	struct sock *sk = argument(struct sock);
	u16 port;
	long error = probe_read(&port, sk->__sk_common.skc_num);

	if (error < 0)
		return error;
	return port;
}

program(load_element)
{
	return task()->comm[3];
}

program(load_element_of_structs)
{
	return task()->signal->rlim[7].rlim_cur;
}

program(load_flexible)
{
	return task()->thread_pid->numbers[0].nr;
}

program(load_chain)
{
	return task()->group_leader->real_parent->tgid;
}

program(load_once)
{
	struct task_struct *task = task();
	u32 state = *(volatile u32 *)&task->__state;

	return state ^ *(volatile u32 *)&task->__state;
}

program(read_u16)
{
	struct inode *inode = argument(struct inode);
	u16 mode;
	long error = probe_read(&mode, inode->i_mode);

	if (error < 0)
		return error;
	return mode;
}

program(read_u32)
{
	struct inode *inode = argument(struct inode);
	u32 generation;
	long error = probe_read(&generation, inode->i_generation);

	if (error < 0)
		return error;
	return generation;
}

program(read_i32)
{
	struct task_struct *task = argument(struct task_struct);
	int prio;
	long error = probe_read(&prio, task->prio);

	if (error < 0)
		return error;
	return prio < 0;
}

program(read_u64)
{
	struct inode *inode = argument(struct inode);
	unsigned long number;
	long error = probe_read(&number, inode->i_ino);

	if (error < 0)
		return error;
	return number;
}

program(read_bool)
{
	struct css_set *set = argument(struct css_set);
	bool dead;
	long error = probe_read(&dead, set->dead);

	if (error < 0)
		return error;
	return dead;
}

program(read_two)
{
	struct task_struct *task = argument(struct task_struct);
	int pid, tgid;
	long error = probe_read(&pid, task->pid);

	if (error < 0)
		return error;
	error = probe_read(&tgid, task->tgid);
	if (error < 0)
		return error;
	return pid + tgid;
}

program(read_chain)
{
	struct task_struct *task = argument(struct task_struct);
	int tgid;
	long error = probe_read(&task, task->real_parent);

	if (error < 0)
		return error;
	error = probe_read(&tgid, task->tgid);
	if (error < 0)
		return error;
	return tgid;
}

program(or_zero_i32)
{
	struct task_struct *task = argument(struct task_struct);
	int prio;

	probe_read(&prio, task->prio);
	return prio < 0;
}

program(or_zero_chain)
{
	struct task_struct *task = argument(struct task_struct);
	int tgid;

	probe_read(&task, task->real_parent);
	probe_read(&tgid, task->tgid);
	return tgid;
}

program(or_zero_long_chain)
{
	struct task_struct *task = argument(struct task_struct);
	struct mm_struct *mm;
	struct file *file;
	struct inode *inode;
	unsigned long number;

	probe_read(&task, task->real_parent);
	probe_read(&mm, task->mm);
	probe_read(&file, mm->exe_file);
	probe_read(&inode, file->f_inode);
	probe_read(&number, inode->i_ino);
	return number;
}

program(read_long_chain)
{
	struct task_struct *task = argument(struct task_struct);
	struct mm_struct *mm;
	struct file *file;
	struct inode *inode;
	unsigned long number;
	long error = probe_read(&task, task->real_parent);

	if (error < 0)
		return error;
	error = probe_read(&mm, task->mm);
	if (error < 0)
		return error;
	error = probe_read(&file, mm->exe_file);
	if (error < 0)
		return error;
	error = probe_read(&inode, file->f_inode);
	if (error < 0)
		return error;
	error = probe_read(&number, inode->i_ino);
	if (error < 0)
		return error;
	return number;
}

program(read_enum)
{
	struct bpf_map *map = argument(struct bpf_map);
	u32 type;
	long error = probe_read(&type, map->map_type);

	if (error < 0)
		return error;
	return type == BPF_MAP_TYPE_HASH;
}

program(guard_there)
{
	struct task_struct *task = task();

	if (exists(task->__state))
		return task->__state;
	return -1;
}

program(guard_missing)
{
	struct task_struct *task = task();

	if (exists(task->thread_group))
		return task->thread_group.next == 0;
	return -1;
}

program(guard_only)
{
	struct task_struct *task = 0;

	return exists(task->se.vruntime);
}

program(offset)
{
	struct task_struct *task = 0;

	return field_info(task->tgid, FIELD_BYTE_OFFSET);
}

program(offset_nested)
{
	struct task_struct *task = 0;

	return field_info(task->se.vruntime, FIELD_BYTE_OFFSET);
}

program(size)
{
	struct task_struct *task = 0;

	return field_info(task->comm, FIELD_BYTE_SIZE);
}

program(container)
{
	struct list_head *list = argument(struct list_head);
	struct task_struct *task = 0;
	int pid;
	long error;

	task = (void *)list - field_info(task->tasks, FIELD_BYTE_OFFSET);
	error = probe_read(&pid, task->pid);
	if (error < 0)
		return error;
	return pid;
}

program(store)
{
	u64 image[2];
	struct rlimit *limit = (struct rlimit *)image;

	limit->rlim_max = ctx[0];
	/* Or clang returns what it has just stored. */
	asm volatile("" : : "r"(limit) : "memory");
	return limit->rlim_max;
}

program(string)
{
	struct task_struct *task = task();
	char name[16];
	long length = bpf_probe_read_kernel_str(name, sizeof(name), task->comm);

	if (length < 0)
		return length;
	return name[0];
}

program(bitfield_load)
{
	struct task_struct *task = task();
	const void *at = (const void *)task + field_info(task->sched_reset_on_fork, FIELD_BYTE_OFFSET);
	u64 value = 0;

	asm volatile("" : "+r"(at));
	switch (field_info(task->sched_reset_on_fork, FIELD_BYTE_SIZE)) {
	case 1:
		value = *(const u8 *)at;
		break;
	case 2:
		value = *(const u16 *)at;
		break;
	case 4:
		value = *(const u32 *)at;
		break;
	case 8:
		value = *(const u64 *)at;
		break;
	}
	value <<= field_info(task->sched_reset_on_fork, FIELD_LSHIFT_U64);
	if (field_info(task->sched_reset_on_fork, FIELD_SIGNED))
		return (long long)value >> field_info(task->sched_reset_on_fork, FIELD_RSHIFT_U64);
	return value >> field_info(task->sched_reset_on_fork, FIELD_RSHIFT_U64);
}

program(bitfield_read)
{
	struct task_struct *task = argument(struct task_struct);
	const void *at = (const void *)task + field_info(task->sched_reset_on_fork, FIELD_BYTE_OFFSET);
	u64 value = 0;
	long error = bpf_probe_read_kernel(&value, field_info(task->sched_reset_on_fork, FIELD_BYTE_SIZE), at);

	if (error < 0)
		return error;
	value <<= field_info(task->sched_reset_on_fork, FIELD_LSHIFT_U64);
	if (field_info(task->sched_reset_on_fork, FIELD_SIGNED))
		return (long long)value >> field_info(task->sched_reset_on_fork, FIELD_RSHIFT_U64);
	return value >> field_info(task->sched_reset_on_fork, FIELD_RSHIFT_U64);
}

program(bitfield_signed)
{
	struct bpf_reg_state *state = argument(struct bpf_reg_state);
	const void *at = (const void *)state + field_info(state->iter.depth, FIELD_BYTE_OFFSET);
	u64 value = 0;
	long error = bpf_probe_read_kernel(&value, field_info(state->iter.depth, FIELD_BYTE_SIZE), at);

	if (error < 0)
		return error;
	value <<= field_info(state->iter.depth, FIELD_LSHIFT_U64);
	if (field_info(state->iter.depth, FIELD_SIGNED))
		return (long long)value >> field_info(state->iter.depth, FIELD_RSHIFT_U64);
	return value >> field_info(state->iter.depth, FIELD_RSHIFT_U64);
}

program(far_read)
{
	struct pglist_data *node = argument(struct pglist_data);
	int id;
	long error = probe_read(&id, node->node_id);

	if (error < 0)
		return error;
	return id;
}

program(type_there)
{
	return type_exists(struct task_struct);
}

program(type_missing)
{
	return type_exists(struct task_rss_stat);
}

program(type_bytes)
{
	return type_size(struct task_struct);
}

program(type_guards)
{
	if (type_exists(struct task_rss_stat))
		return type_size(struct task_rss_stat);
	return -1;
}

program(enum_value)
{
	return enumerator_value(enum pid_type, PIDTYPE_TGID);
}

program(enum_signed)
{
	return enumerator_value(enum cpuhp_state, CPUHP_INVALID);
}

program(enum_moved)
{
	return enumerator_value(enum cpuhp_state, CPUHP_ONLINE);
}

program(enum_64)
{
	return enumerator_value(enum perf_callchain_context, PERF_CONTEXT_KERNEL) >> 32;
}

program(enum_exists)
{
	return enumerator_exists(enum pid_type, PIDTYPE_TGID);
}

program(enum_guards)
{
	if (enumerator_exists(enum bpf_cmd, BPF_TOKEN_CREATE))
		return enumerator_value(enum bpf_cmd, BPF_TOKEN_CREATE);
	return -1;
}

char LICENSE[] __attribute__((section("license"), used)) = "Dual MIT/GPL";
