#include "../core.h"

struct thing { int old; int other; u64 pointer; } relocated;

u64 out;
const volatile int configured = 0;

/* Each function is a program. What its name says of the read of `old` must come out on a kernel without it. */
#define program(name) SEC("raw_tp/" #name) int name(u64 *ctx)
#define it ((struct thing *)ctx[0])

program(yes_plain)
{
	if (exists(it->old))
		out = it->old;
	return 0;
}

program(no_plain)
{
	out = it->old;
	return 0;
}

program(yes_negated)
{
	if (!exists(it->old))
		return 1;
	out = it->old;
	return 0;
}

program(no_wrong_way_round)
{
	if (exists(it->old))
		return 1;
	out = it->old;
	return 0;
}

program(no_other_field)
{
	if (exists(it->other))
		out = it->old;
	return 0;
}

program(yes_and_something)
{
	if (pid_tgid() != 0 && exists(it->old))
		out = it->old;
	return 0;
}

program(no_or_something)
{
	if (pid_tgid() == 0 || exists(it->old))
		out = it->old;
	return 0;
}

noinline int reads(struct thing *from)
{
	return from->old;
}

program(yes_in_function)
{
	if (exists(it->old))
		out = reads(it);
	return 0;
}

noinline int has(void)
{
	return exists(((struct thing *)0)->old);
}

program(yes_by_function)
{
	if (has())
		out = it->old;
	return 0;
}

program(yes_in_loop)
{
	for (int i = 0; i < 8; i++) {
		if (!exists(it->old))
			continue;
		out += it->old + pid_tgid();
	}
	return 0;
}

program(yes_kept_in_a_variable)
{
	u32 state = 0;

	if (exists(it->old))
		state = 1;
	out += pid_tgid();
	asm volatile("" : "+r"(state));
	if (state)
		out += it->old;
	return 0;
}

/* A program that loads it may change it before. */
program(unknown_configured)
{
	if (configured)
		out = it->old;
	return 0;
}

/* The verifier knows that both can't be. This check does not. */
program(unknown_ranges)
{
	u32 low = pid_tgid() & 3;

	asm volatile("" : "+r"(low));
	if (low > 7)
		out = it->old;
	return 0;
}

/* Nobody knows what was read. */
program(no_after_a_read)
{
	u32 word = 0;

	probe_read(&word, sizeof(word), it);
	if (word)
		out = it->old;
	return 0;
}

/* It is spilled to the stack, next to what a helper writes. */
program(yes_across_a_call)
{
	u64 has = exists(it->old), word;

	asm volatile("*(u64 *)(r10 - 64) = %0" : : "r"(has) : "memory");
	probe_read(&word, sizeof(word), it);
	asm volatile("%0 = *(u64 *)(r10 - 64)" : "=r"(has) : : "memory");
	if (has)
		out = it->old + word;
	return 0;
}

/* An unsigned field may be narrower, a signed one may not. */
program(no_resized)
{
	out = it->other;
	return 0;
}
