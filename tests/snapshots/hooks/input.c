struct object {
	int value;
};
struct pair {
	long a, b;
};
struct small {
	unsigned short half;
};
struct large {
	long words[3];
};
struct declared;
typedef int number_t;
typedef int (*callback_t)(int);
enum mode {
	MODE_A,
	MODE_B,
};

// Tracepoints: a typedef without names, and a function with them.
typedef void (*btf_trace_object_made)(void *, struct object *, number_t, _Bool);
int __traceiter_object_made(void *__data, struct object *made, number_t number, _Bool is_new) { return 0; }
// The function has other arguments.
typedef void (*btf_trace_object_lost)(void *, struct object *, int);
int __traceiter_object_lost(void *__data, struct object *lost) { return 0; }
typedef void (*btf_trace_9p_request)(void *);
// Not a tracepoint.
typedef int btf_trace_none;
// Names that are one in Rust.
typedef void (*btf_trace_a_b)(void *, int);
typedef void (*btf_trace_a__b)(void *, long);
struct keep {
	btf_trace_object_made made;
	btf_trace_object_lost lost;
	btf_trace_9p_request request;
	btf_trace_none none;
	btf_trace_a_b a_b;
	btf_trace_a__b a__b;
} keep;

int bpf_lsm_object_open(struct object *object, const struct object *other) { return 0; }

unsigned char scalars(signed char a, unsigned short b, long long c, char d, enum mode e, _Bool f) { return 0; }
struct keep_anonymous {
	struct {
		int x;
	} inside;
};
void *pointers(void *a, const char *b, struct object **c, callback_t d, int *e, struct declared *f, __typeof__(((struct keep_anonymous *)0)->inside) *g) { return 0; }
struct object *by_value(struct pair pair, struct small small, int after) { return 0; }
struct pair returns_struct(int a) { struct pair pair = { a, a }; return pair; }
int names(int at, int ret, int exists, int type, int self, int clone) { return 0; }
void nothing(void) {}

// A program can't have the arguments of these.
int print(const char *format, ...) { return 0; }
int takes_large(struct large large) { return 0; }
long takes_many(long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l, long m) { return 0; }
