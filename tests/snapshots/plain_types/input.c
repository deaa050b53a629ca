/* Types by value. */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef u16 be16;

enum color { RED, GREEN, BLUE = 200 };

/* The size is not a multiple of the alignment that an int has. */
struct tight {
	u8 kind;
	u32 value;
} __attribute__((packed));

/* The alignment is more than that of its members. */
struct wide {
	u32 value;
} __attribute__((aligned(16)));

struct bits {
	u8 low : 4, high : 4;
	u16 first : 1, second : 9, third : 6;
	int negative : 5;
	u32 : 3;
	u32 rest : 20;
	u64 far : 40;
	enum color color : 8;
};

/* As the header of a packet. */
struct header {
	u8 to[6];
	u8 from[6];
	be16 protocol;
};

struct context;

/* Members of anonymous members are reached as in C. */
struct tuple {
	u16 family;
	union {
		struct {
			u32 from, to;
			u16 ports[2];
		} four;
		struct {
			u32 from[4], to[4];
		} six;
		u8 bytes[32];
		struct {
			u8 set_first, first;
			u32 part : 12;
		};
	};
	struct {
		_Bool done;
		u32 count;
	};
	struct context *context;
	const struct tuple *next;
	struct { u8 x, y; } points[2][3];
	union {
		u64 all;
		u32 half[2];
	} words;
	enum color color;
};

/* Nothing but nameless bitfields. */
struct timer {
	u64 : 64;
	u64 : 64;
};

/* Values of a map. */
typedef struct {
	struct timer timer;
	struct wide wide;
	u8 type;
	u8 tail[];
} value;

/* What C, Rust and this module may call the same. */
struct names {
	u32 type, self, _padding_12;
	u8 loop;
	union {
		u32 set_a, a;
		u32 clone;
	};
	u8 _bits_20;
	u8 gap : 3;
};

/* A function pointer, and an array of pointers. */
struct table {
	void (*run)(struct table *);
	char *lines[2];
	void *nothing;
	long double unused;
};

struct tight tight;
struct bits bits;
struct header header;
struct tuple tuple;
value v;
struct names names;
struct table table;
