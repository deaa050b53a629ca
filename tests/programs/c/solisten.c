/* Every TCP socket that begins to listen: where, with which options, and whose it is. */

#include "common.h"

struct event {
	u64 time;
	u32 tgid;
	u32 tid;
	u32 ppid;
	u32 uid, gid;
	u32 net_namespace;
	u32 backlog;
	u32 queued;
	u32 interface;
	u32 mark;
	u32 priority;
	s32 send_buffer, receive_buffer;
	u64 inode;
	u64 flags;
	u16 family;
	u16 port;
	u16 type;
	u16 protocol;
	u8 time_to_live;
	u8 service;
	u8 reuse;
	u8 reuse_port;
	u8 ipv6_only;
	u8 pad[3];
	u8 address[16];
	char comm[COMM];
	char name[32];
};

static __always_inline void read_task(struct event *event, struct task_struct *task)
{
	const struct cred *cred = BPF_CORE_READ(task, real_cred);

	event->tgid = BPF_CORE_READ(task, tgid);
	event->tid = BPF_CORE_READ(task, pid);
	event->ppid = BPF_CORE_READ(task, real_parent, tgid);
	event->uid = BPF_CORE_READ(cred, uid.val);
	event->gid = BPF_CORE_READ(cred, gid.val);
	BPF_CORE_READ_STR_INTO(&event->comm, task, comm);
}

static __always_inline void read_address(struct event *event, struct sock *sk)
{
	event->family = BPF_CORE_READ(sk, __sk_common.skc_family);
	event->port = BPF_CORE_READ(sk, __sk_common.skc_num);
	event->net_namespace = BPF_CORE_READ(sk, __sk_common.skc_net.net, ns.inum);
	event->interface = BPF_CORE_READ(sk, __sk_common.skc_bound_dev_if);
	__builtin_memset(event->address, 0, sizeof(event->address));
	if (event->family == AF_INET)
		*(u32 *)event->address = BPF_CORE_READ(sk, __sk_common.skc_rcv_saddr);
	else if (event->family == AF_INET6)
		BPF_CORE_READ_INTO(&event->address, sk, __sk_common.skc_v6_rcv_saddr.in6_u.u6_addr8);
}

static __always_inline void read_options(struct event *event, struct sock *sk)
{
	struct inet_sock *inet = (struct inet_sock *)sk;

	event->backlog = BPF_CORE_READ(sk, sk_max_ack_backlog);
	event->queued = BPF_CORE_READ(sk, sk_ack_backlog);
	event->mark = BPF_CORE_READ(sk, sk_mark);
	event->priority = BPF_CORE_READ(sk, sk_priority);
	event->send_buffer = BPF_CORE_READ(sk, sk_sndbuf);
	event->receive_buffer = BPF_CORE_READ(sk, sk_rcvbuf);
	event->flags = BPF_CORE_READ(sk, __sk_common.skc_flags);
	event->type = BPF_CORE_READ(sk, sk_type);
	event->protocol = BPF_CORE_READ(sk, sk_protocol);
	event->time_to_live = BPF_CORE_READ(inet, uc_ttl);
	event->service = BPF_CORE_READ(inet, tos);
	event->reuse = BPF_CORE_READ_BITFIELD_PROBED(sk, __sk_common.skc_reuse);
	event->reuse_port = BPF_CORE_READ_BITFIELD_PROBED(sk, __sk_common.skc_reuseport);
	event->ipv6_only = BPF_CORE_READ_BITFIELD_PROBED(sk, __sk_common.skc_ipv6only);
}

static __always_inline void read_socket(struct event *event, struct sock *sk)
{
	struct file *file = BPF_CORE_READ(sk, sk_socket, file);
	const struct proto *proto = BPF_CORE_READ(sk, __sk_common.skc_prot);

	event->inode = BPF_CORE_READ(file, f_inode, i_ino);
	BPF_CORE_READ_STR_INTO(&event->name, proto, name);
}

SEC("tp_btf/inet_sock_set_state")
int BPF_PROG(solisten, struct sock *sk, int old_state, int state)
{
	struct event *event;

	if (state != TCP_LISTEN)
		return 0;
	event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);
	if (!event)
		return 0;
	event->time = bpf_ktime_get_ns();
	event->pad[0] = event->pad[1] = event->pad[2] = 0;
	read_task(event, (struct task_struct *)bpf_get_current_task());
	read_address(event, sk);
	read_options(event, sk);
	read_socket(event, sk);
	bpf_ringbuf_submit(event, 0);
	return 0;
}
