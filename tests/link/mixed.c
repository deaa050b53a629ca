// A program of clang, with CO-RE relocations of its own, that uses btfgen's intrinsics too.
typedef unsigned long long u64;

struct task_struct {
	int pid;
	int tgid;
} __attribute__((preserve_access_index));

#define RELO(op, member)                                                      \
	"771: call 195934192\n"                                               \
	".pushsection .btfgen.relo,\"\",@progbits\n"                          \
	".quad 771b\n.long 3, 1\n.quad 0xf00d, hash(struct:task_struct)\n"      \
	".long 0\n.quad " member "\n.fill 15, 8, 0\n"                         \
	".ascii \"" op "\"\n.byte 0\n.popsection\n"

// A variable, as in generated bindings, so that debug info and BTF speak of it.
static const char types[] __attribute__((section(".btfgen.types"), used)) =
	"btfgen 3 000000000000f00d\nstruct:task_struct 64\n pid 8 i32\n tgid 12 u32\n";

static void *(*get_current)(void) = (void *)158;

static __attribute__((noinline)) int subprogram(struct task_struct *task)
{
	int value;
	__asm__ volatile(RELO("load %[v] %[p]", "hash(tgid)")
			 : [v] "=r"(value) : [p] "r"(task));
	return value + task->pid;
}

__attribute__((section("raw_tp/sys_enter"))) int first(void *ctx)
{
	struct task_struct *task = get_current();
	int value;
	if (task->pid == 1)
		return task->tgid;
	__asm__ volatile(RELO("load %[v] %[p]", "hash(pid)")
			 : [v] "=r"(value) : [p] "r"(task));
	return value + task->tgid;
}

__attribute__((section("raw_tp/sys_exit"))) int second(void *ctx)
{
	return subprogram(get_current());
}

__attribute__((section("raw_tp/sched_switch"))) int third(void *ctx)
{
	u64 value;
	__asm__ volatile(RELO("exists %[v]", "hash(pid)") : [v] "=r"(value));
	return value;
}

char LICENSE[] __attribute__((section("license"))) = "GPL";
