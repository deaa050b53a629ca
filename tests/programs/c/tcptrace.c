/* Every segment that TCP takes in or sends anew: the state of the connection, and how long round trips take. */

#include "common.h"

#define SLOTS 32

enum reason { RECEIVED, RETRANSMITTED };

struct flow {
	u64 segments;
	u64 retransmitted;
	u32 slots[SLOTS];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, u64);
	__type(value, struct flow);
} FLOWS SEC(".maps");

static const struct flow EMPTY;

struct event {
	u64 time;
	u32 tgid;
	u32 reason;
	u64 segments;
	u32 sequence;
	u32 bytes;
	u32 next, unacknowledged, expected;
	u32 window, threshold, peer_window;
	u32 rtt, deviation, least;
	u32 in_flight, lost, retransmits;
	u32 timeout;
	u32 segment_size;
	u32 hash;
	u32 interface;
	s32 queued;
	u16 local_port, remote_port;
	u16 family;
	u8 state;
	u8 congestion_state;
	u8 ecn;
	u8 scale;
	u8 pad[2];
	u8 local[16], remote[16];
};

static __always_inline void read_connection(struct event *event, struct sock *sk)
{
	event->state = BPF_CORE_READ(sk, __sk_common.skc_state);
	event->family = BPF_CORE_READ(sk, __sk_common.skc_family);
	event->local_port = BPF_CORE_READ(sk, __sk_common.skc_num);
	event->remote_port = bpf_ntohs(BPF_CORE_READ(sk, __sk_common.skc_dport));
	event->queued = BPF_CORE_READ(sk, sk_wmem_queued);
	event->hash = BPF_CORE_READ(sk, sk_txhash);
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

static __always_inline void read_state(struct event *event, struct tcp_sock *tcp)
{
	event->next = BPF_CORE_READ(tcp, snd_nxt);
	event->unacknowledged = BPF_CORE_READ(tcp, snd_una);
	event->expected = BPF_CORE_READ(tcp, rcv_nxt);
	event->window = BPF_CORE_READ(tcp, snd_cwnd);
	event->threshold = BPF_CORE_READ(tcp, snd_ssthresh);
	event->peer_window = BPF_CORE_READ(tcp, snd_wnd);
	event->rtt = BPF_CORE_READ(tcp, srtt_us) >> 3;
	event->deviation = BPF_CORE_READ(tcp, mdev_us) >> 2;
	event->least = BPF_CORE_READ(tcp, rtt_min.s[0].v);
	event->in_flight = BPF_CORE_READ(tcp, packets_out);
	event->lost = BPF_CORE_READ(tcp, lost_out);
	event->retransmits = BPF_CORE_READ(tcp, retrans_out);
	event->segment_size = BPF_CORE_READ(tcp, mss_cache);
	event->timeout = BPF_CORE_READ(tcp, inet_conn.icsk_rto);
	event->ecn = BPF_CORE_READ(tcp, ecn_flags);
	event->scale = BPF_CORE_READ_BITFIELD_PROBED(tcp, rx_opt.snd_wscale);
	event->congestion_state = BPF_CORE_READ_BITFIELD_PROBED(tcp, inet_conn.icsk_ca_state);
}

/* The cells behind a segment's control block, where TCP keeps its sequence number. */
static __always_inline void read_segment(struct event *event, struct sk_buff *skb)
{
	struct tcp_skb_cb *cell = (struct tcp_skb_cb *)__builtin_preserve_access_index(&skb->cb);

	event->sequence = BPF_CORE_READ(cell, seq);
	event->bytes = BPF_CORE_READ(skb, len);
	event->interface = BPF_CORE_READ(skb, skb_iif);
}

static __always_inline u32 slot(u32 value)
{
	u32 slot = 0;

	for (int i = 0; i < SLOTS - 1 && value > 1; i++) {
		value >>= 1;
		slot++;
	}
	return slot;
}

static __always_inline struct flow *count(struct sock *sk, u32 rtt, enum reason reason)
{
	u64 key = (u64)sk;
	struct flow *flow = bpf_map_lookup_elem(&FLOWS, &key);

	if (!flow) {
		bpf_map_update_elem(&FLOWS, &key, &EMPTY, BPF_NOEXIST);
		flow = bpf_map_lookup_elem(&FLOWS, &key);
		if (!flow)
			return 0;
	}
	flow->segments++;
	if (reason == RETRANSMITTED)
		flow->retransmitted++;
	flow->slots[slot(rtt) & (SLOTS - 1)]++;
	return flow;
}

static __always_inline void report(struct sock *sk, struct sk_buff *skb, enum reason reason)
{
	struct event *event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);
	struct flow *flow;

	if (!event)
		return;
	event->time = bpf_ktime_get_ns();
	event->tgid = bpf_get_current_pid_tgid() >> 32;
	event->reason = reason;
	event->pad[0] = event->pad[1] = 0;
	read_connection(event, sk);
	read_state(event, (struct tcp_sock *)sk);
	read_segment(event, skb);
	flow = count(sk, event->rtt, reason);
	event->segments = flow ? flow->segments : 0;
	bpf_ringbuf_submit(event, 0);
}

SEC("tp_btf/tcp_probe")
int BPF_PROG(tcptrace_received, struct sock *sk, struct sk_buff *skb)
{
	report(sk, skb, RECEIVED);
	return 0;
}

SEC("tp_btf/tcp_retransmit_skb")
int BPF_PROG(tcptrace_retransmitted, const struct sock *sk, const struct sk_buff *skb)
{
	report((struct sock *)sk, (struct sk_buff *)skb, RETRANSMITTED);
	return 0;
}

SEC("tp_btf/tcp_destroy_sock")
int BPF_PROG(tcptrace_destroyed, struct sock *sk)
{
	u64 key = (u64)sk;

	bpf_map_delete_elem(&FLOWS, &key);
	return 0;
}
