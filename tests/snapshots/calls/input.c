#define KFUNC __attribute__((btf_decl_tag("bpf_kfunc")))
#define PER_CPU __attribute__((section(".data..percpu")))

struct object {
	int value;
	int type;
};
struct declared;
typedef struct {
	int counter;
} count_t;
typedef int number_t;
enum mode {
	MODE_A,
	MODE_B,
};
struct pair {
	long a, b;
};

// Functions that programs call.
KFUNC struct object *object_acquire(struct object *object) { return object; }
KFUNC __attribute__((btf_decl_tag("bpf_fastcall"))) void object_release(struct object *object) {}
KFUNC unsigned char object_scalars(signed char a, unsigned short b, long long c, enum mode d, _Bool e) { return 0; }
KFUNC const char *object_name(const struct object *object, char *buffer__uninit, int buffer__sz) { return buffer__uninit; }
KFUNC int object_pointers(void *any, count_t *count, struct declared *declared, number_t *number, struct object **list) { return 0; }
KFUNC int type(int self, int fn, int) { return 0; }
// libbpf takes the end of this name for a flavor.
KFUNC int object_flags___v2(struct object *object, int flags) { return flags; }
// A program can't call this.
KFUNC int object_by_value(struct pair pair) { return 0; }
// No tag.
int object_untagged(struct object *object) { return 0; }

// Variables that each CPU has for itself.
PER_CPU struct object objects = { 1, 2 };
PER_CPU int number = 1;
PER_CPU struct object *current_object = &objects;
PER_CPU count_t count = { 1 };
// Bindings have no place for these.
PER_CPU int numbers[4] = { 1 };
PER_CPU struct {
	int x;
} anonymous = { 1 };
// Each CPU has the same.
int shared = 1;

// A table of callbacks, and the struct that says so.
struct object_ops {
	int (*start)(struct object *object, int);
	void (*stop)(const struct object *);
	struct object *(*next)(struct object *, enum mode);
	_Bool (*type)(count_t *);
	int (*print)(const char *, ...);
	char name[16];
	unsigned int flags;
	long limit;
	struct pair pair;
	struct object *owner;
	unsigned int bit : 1;
};
struct bpf_struct_ops_object_ops {
	int refcnt;
	struct object_ops data;
};
// Not a table.
struct bpf_struct_ops_value {
	int refcnt;
};
struct bpf_struct_ops_object_ops keep;
struct bpf_struct_ops_value keep_value;

// The registers of a function, as x86_64 has them.
struct pt_regs {
	unsigned long r9, r8, ax, cx, dx, si, di, orig_ax;
};
long probed(struct object *object, int a, int b, int c, int d) { return 0; }
int probed_by_value(struct pair pair) { return 0; }
struct pt_regs *keep_registers;
