/* Every TCP connection that ends: who opened it, how long it lasted, how much it carried. */

#include "common.h"

struct birth {
	u64 time;
	u32 tgid;
	u32 uid;
	char comm[COMM];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, struct sock *);
	__type(value, struct birth);
} BIRTHS SEC(".maps");

struct event {
	u64 span;
	u32 tgid;
	u32 uid;
	u64 received, acked;
	u32 segments_in, segments_out;
	u32 retransmits;
	u32 smoothed_rtt;
	u32 window;
	u32 mark;
	u32 net_namespace;
	u32 interface;
	u16 family;
	u16 local_port;
	u16 remote_port;
	u16 protocol;
	u8 local[16];
	u8 remote[16];
	char comm[COMM];
	char congestion[16];
};

/* On the way up, the current task may be any; on the way out it is the one that asked. */
static __always_inline void born(struct sock *sk, int state)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	struct birth birth = {};

	birth.time = bpf_ktime_get_ns();
	birth.tgid = BPF_CORE_READ(task, tgid);
	birth.uid = BPF_CORE_READ(task, real_cred, uid.val);
	BPF_CORE_READ_STR_INTO(&birth.comm, task, comm);
	bpf_map_update_elem(&BIRTHS, &sk, &birth, state == TCP_SYN_SENT ? BPF_ANY : BPF_NOEXIST);
}

static __always_inline void read_addresses(struct event *event, struct sock *sk)
{
	event->family = BPF_CORE_READ(sk, __sk_common.skc_family);
	event->local_port = BPF_CORE_READ(sk, __sk_common.skc_num);
	event->remote_port = bpf_ntohs(BPF_CORE_READ(sk, __sk_common.skc_dport));
	event->protocol = BPF_CORE_READ(sk, sk_protocol);
	__builtin_memset(event->local, 0, sizeof(event->local));
	__builtin_memset(event->remote, 0, sizeof(event->remote));
	if (event->family == AF_INET) {
		*(u32 *)event->local = BPF_CORE_READ(sk, __sk_common.skc_rcv_saddr);
		*(u32 *)event->remote = BPF_CORE_READ(sk, __sk_common.skc_daddr);
	} else {
		BPF_CORE_READ_INTO(&event->local, sk, __sk_common.skc_v6_rcv_saddr.in6_u.u6_addr8);
		BPF_CORE_READ_INTO(&event->remote, sk, __sk_common.skc_v6_daddr.in6_u.u6_addr8);
	}
}

static __always_inline void read_counts(struct event *event, struct sock *sk)
{
	struct tcp_sock *tcp = (struct tcp_sock *)sk;
	const struct tcp_congestion_ops *ops = BPF_CORE_READ(tcp, inet_conn.icsk_ca_ops);

	event->received = BPF_CORE_READ(tcp, bytes_received);
	event->acked = BPF_CORE_READ(tcp, bytes_acked);
	event->segments_in = BPF_CORE_READ(tcp, segs_in);
	event->segments_out = BPF_CORE_READ(tcp, segs_out);
	event->retransmits = BPF_CORE_READ(tcp, total_retrans);
	event->smoothed_rtt = BPF_CORE_READ(tcp, srtt_us) >> 3;
	event->window = BPF_CORE_READ(tcp, snd_cwnd);
	event->mark = BPF_CORE_READ(sk, sk_mark);
	event->net_namespace = BPF_CORE_READ(sk, __sk_common.skc_net.net, ns.inum);
	event->interface = BPF_CORE_READ(sk, __sk_common.skc_bound_dev_if);
	BPF_CORE_READ_STR_INTO(&event->congestion, ops, name);
}

SEC("tp_btf/inet_sock_set_state")
int BPF_PROG(tcplife, struct sock *sk, int old_state, int state)
{
	struct event *event;
	struct birth *birth;

	if (BPF_CORE_READ(sk, sk_protocol) != IPPROTO_TCP)
		return 0;
	if (state < TCP_FIN_WAIT1) {
		born(sk, state);
		return 0;
	}
	if (state != TCP_CLOSE)
		return 0;
	birth = bpf_map_lookup_elem(&BIRTHS, &sk);
	if (!birth)
		return 0;
	event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);
	if (!event)
		goto done;
	event->span = bpf_ktime_get_ns() - birth->time;
	event->tgid = birth->tgid;
	event->uid = birth->uid;
	__builtin_memcpy(event->comm, birth->comm, COMM);
	read_addresses(event, sk);
	read_counts(event, sk);
	bpf_ringbuf_submit(event, 0);
done:
	bpf_map_delete_elem(&BIRTHS, &sk);
	return 0;
}
