/* examples/tcp-tracer in C: each TCP connection that is made, accepted or closed, and how long connections took. */

#include "common.h"

enum { CONNECT = 1, ACCEPT, CLOSE, FAIL };

#define SLOTS 24
#define CONNECTS 0
#define ACCEPTS SLOTS

struct process {
	s32 pid;
	u32 uid;
	char name[16];
};

struct connection {
	u64 since;
	struct process process;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16384);
	__type(key, u64);
	__type(value, struct connection);
} CONNECTIONS SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 2 * SLOTS);
	__type(key, u32);
	__type(value, u64);
} LATENCIES SEC(".maps");

struct event {
	u64 time;
	s32 pid;
	u32 kind;
	u64 sent, received;
	u32 uid;
	u32 retransmits;
	u16 family;
	u16 local_port, remote_port;
	u16 zero;
	u8 local[16], remote[16];
	char name[16];
};

static __always_inline void current_process(struct process *process)
{
	process->pid = bpf_get_current_pid_tgid() >> 32;
	process->uid = bpf_get_current_uid_gid();
	bpf_get_current_comm(process->name, sizeof(process->name));
}

static __always_inline void fill(struct event *event, struct sock *sk)
{
	struct tcp_sock *tcp = (struct tcp_sock *)sk;

	event->family = BPF_CORE_READ(sk, __sk_common.skc_family);
	event->local_port = bpf_ntohs(BPF_CORE_READ(tcp, inet_conn.icsk_inet.inet_sport));
	event->remote_port = bpf_ntohs(BPF_CORE_READ(sk, __sk_common.skc_dport));
	__builtin_memset(event->local, 0, sizeof(event->local));
	__builtin_memset(event->remote, 0, sizeof(event->remote));
	if (event->family == AF_INET) {
		*(u32 *)event->local = BPF_CORE_READ(sk, __sk_common.skc_rcv_saddr);
		*(u32 *)event->remote = BPF_CORE_READ(sk, __sk_common.skc_daddr);
	} else {
		BPF_CORE_READ_INTO(&event->local, sk, __sk_common.skc_v6_rcv_saddr.in6_u.u6_addr8);
		BPF_CORE_READ_INTO(&event->remote, sk, __sk_common.skc_v6_daddr.in6_u.u6_addr8);
	}
	event->sent = BPF_CORE_READ(tcp, bytes_sent) - BPF_CORE_READ(tcp, bytes_retrans);
	event->received = BPF_CORE_READ(tcp, bytes_received);
	event->retransmits = BPF_CORE_READ(tcp, total_retrans);
}

static __always_inline void report(u32 kind, u64 time, struct process *process, struct sock *sk)
{
	struct event *event = bpf_ringbuf_reserve(&EVENTS, sizeof(*event), 0);

	if (!event)
		return;
	event->time = time;
	event->kind = kind;
	event->pid = process->pid;
	event->uid = process->uid;
	__builtin_memcpy(event->name, process->name, sizeof(event->name));
	event->zero = 0;
	fill(event, sk);
	bpf_ringbuf_submit(event, 0);
}

static __always_inline u32 slot(u64 nanoseconds)
{
	u64 left = nanoseconds / 1000;
	u32 slot = 0;

	while (left > 0 && slot < SLOTS - 1) {
		left >>= 1;
		slot++;
	}
	return slot;
}

static __always_inline void count(u32 histogram, u64 time)
{
	u32 key = histogram + slot(time);
	u64 *value = bpf_map_lookup_elem(&LATENCIES, &key);

	if (value)
		*value += 1;
}

static __always_inline void begin(struct sock *sk, bool known)
{
	u64 key = (u64)sk;
	struct connection connection = { .since = bpf_ktime_get_ns() };

	if (known)
		current_process(&connection.process);
	bpf_map_update_elem(&CONNECTIONS, &key, &connection, BPF_ANY);
}

static __always_inline struct connection *find(struct sock *sk)
{
	u64 key = (u64)sk;

	return bpf_map_lookup_elem(&CONNECTIONS, &key);
}

SEC("tp_btf/inet_sock_set_state")
int BPF_PROG(on_state, struct sock *sk, int old, int new)
{
	struct connection *connection;
	struct process process;
	u64 now, time;
	u32 kind;

	if (sk->sk_protocol != IPPROTO_TCP)
		return 0;
	if (new == TCP_SYN_SENT) {
		begin(sk, true);
		return 0;
	}
	if (old == TCP_SYN_RECV && new == TCP_ESTABLISHED) {
		begin(sk, false);
		return 0;
	}
	if (!(old == TCP_SYN_SENT && new == TCP_ESTABLISHED) && new != TCP_FIN_WAIT1 && new != TCP_LAST_ACK &&
	    new != TCP_CLOSE)
		return 0;
	connection = find(sk);
	if (!connection)
		return 0;
	if (new == TCP_FIN_WAIT1 || new == TCP_LAST_ACK) {
		if (connection->process.pid == 0)
			current_process(&connection->process);
		return 0;
	}
	now = bpf_ktime_get_ns();
	time = now - connection->since;
	kind = new == TCP_ESTABLISHED ? CONNECT : old == TCP_SYN_SENT ? FAIL : CLOSE;
	process = connection->process;
	if (kind == CONNECT) {
		connection->since = now;
		count(CONNECTS, time);
	} else {
		u64 key = (u64)sk;

		bpf_map_delete_elem(&CONNECTIONS, &key);
	}
	report(kind, time, &process, sk);
	return 0;
}

SEC("tp_btf/inet_sock_set_state")
int BPF_PROG(on_arrival, struct sock *sk, int old, int new)
{
	struct process unknown = {};

	if (old == TCP_SYN_RECV && new == TCP_ESTABLISHED && sk->sk_protocol == IPPROTO_TCP)
		report(ACCEPT, 0, &unknown, sk);
	return 0;
}

SEC("kretprobe/inet_csk_accept")
int BPF_KRETPROBE(on_accept, struct sock *sk)
{
	struct connection *connection = find(sk);
	u64 time;

	if (!connection)
		return 0;
	time = bpf_ktime_get_ns() - connection->since;
	current_process(&connection->process);
	report(ACCEPT, time, &connection->process, sk);
	count(ACCEPTS, time);
	return 0;
}
