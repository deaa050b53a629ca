#include "../core.h"

#define weak __attribute__((weak))
#define ksym __attribute__((section(".ksyms")))

struct task { int id; };
struct kept { int field; } relocated;

extern int steady_function(struct task *task) ksym;
extern int changed_function(struct task *task, int flags) ksym;
extern int removed_function(struct task *task) ksym;
extern int removed_but_weak(struct task *task) weak ksym;
extern int changed_but_weak(struct task *task, int flags) weak ksym;
extern const struct task removed_variable ksym;
extern const struct task changed_variable ksym;
extern const void any_symbol ksym;

u64 out;

#define program(section, name) SEC(section) int name(u64 *ctx)

program("fentry/steady_function", steady)
{
	out += ((struct kept *)ctx[0])->field;
	return 0;
}
program("fexit/gone_function", gone) { return 0; }
program("fentry.s/module_of_it:gone_function", gone_of_a_module) { return 0; }
/* libbpf loads it only if it is asked to. */
program("?fentry/gone_function", gone_but_optional) { return 0; }
program("lsm/file_open", open) { return 0; }
program("lsm/gone_hook", gone_hook) { return 0; }
program("tp_btf/steady", tracepoint) { return 0; }
program("tp_btf/gone", gone_tracepoint) { return 0; }
program("raw_tp/gone", gone_raw_tracepoint) { return 0; }
program("iter/task", iterator) { return 0; }
program("iter/gone", gone_iterator) { return 0; }
/* BTF does not have every function that a kprobe can be attached to. */
program("kprobe/gone_function", probe) { return 0; }

program("tp_btf/steady", calls)
{
	struct task *task = (void *)ctx[0];

	out += steady_function(task) + changed_function(task, 1) + removed_function(task);
	if (removed_but_weak)
		out += removed_but_weak(task);
	if (changed_but_weak)
		out += changed_but_weak(task, 1);
	out += removed_variable.id + changed_variable.id + (u64)&any_symbol;
	return 0;
}

/* libbpf accepts these, whatever the sizes of the integers and the targets of the pointers are. */
extern u32 wider_result(struct task *task) ksym;
extern int other_pointee(struct task *task) ksym;

program("tp_btf/steady", calls_what_differs)
{
	struct task *task = (void *)ctx[0];

	out += wider_result(task) + other_pointee(task);
	return 0;
}
