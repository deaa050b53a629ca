/* What real kernels have: declarations of Linux 6.1 that mean something else on 6.12 or 7.3. See REAL of tests/check.rs. */
#include "../core.h"

#define ksym __attribute__((section(".ksyms")))

enum node_stat_item { NR_SWAPCACHE = 40 };

/* Points to `struct irqstat` from 6.10 on. */
struct irq_desc { u32 *kstat_irqs; } relocated;
/* Unsigned from 6.2 on. */
struct net { s32 ifindex; } relocated;
/* Has 32 bits from 6.2 on. */
struct net_device { u8 operstate; } relocated;
/* Has fewer elements from 6.11 on. */
struct memcg_vmstats { long state[50]; } relocated;
/* A struct from 6.2 on. */
union hv_proximity_domain_info { u64 as_uint64; } relocated;
struct hv_create_vp { union hv_proximity_domain_info proximity_domain_info; } relocated;

struct bpf_dynptr { u64 opaque[2]; };

/* Returns 64 bits in 7.3. */
extern u32 bpf_dynptr_size(const struct bpf_dynptr *p) ksym;
/* Has an argument in 7.3. */
extern u64 *bpf_session_cookie(void) ksym;

u64 out;
enum node_stat_item item = NR_SWAPCACHE;

SEC("raw_tp/sys_enter")
int real(u64 *ctx)
{
	struct irq_desc *irq = (void *)ctx[0];
	struct net *net = (void *)ctx[0];
	struct net_device *device = (void *)ctx[0];
	struct memcg_vmstats *stats = (void *)ctx[0];
	struct hv_create_vp *vp = (void *)ctx[0];
	long word = 0;

	out += (u64)irq->kstat_irqs;
	out += net->ifindex;
	out += device->operstate;
	probe_read(&word, sizeof(word), address(stats->state) + (pid_tgid() & 63) * 8);
	out += word;
	out += (u64)address(vp->proximity_domain_info);
	out += item;
	return 0;
}

SEC("raw_tp/sys_exit")
int calls(u64 *ctx)
{
	out += bpf_dynptr_size((void *)ctx[0]) + *bpf_session_cookie();
	return 0;
}
