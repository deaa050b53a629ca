// What `--intrinsics core` asks rustc about: members of types with a name, and what has none by way of what holds it.
typedef unsigned int u32;
typedef unsigned long long u64;

typedef struct {
	int counter;
} atomic_t;

typedef struct {
	u32 val;
	struct list {
		struct list *next;
	} inner;
} kuid_t;

typedef struct spinlock {
	union {
		struct raw {
			atomic_t locked;
		} rlock;
		u64 whole;
	};
} spinlock_t;

enum color { RED, GREEN };
enum wide { LARGE = 1ull << 40 };

// A keyword as a name.
struct type {
	int match;
};

union word {
	u32 whole;
	unsigned char bytes[4];
};

struct kernel {
	enum color color;
	enum wide wide;
	enum { FIRST, SECOND } nameless;
	enum color colors[2];
	_Bool flag;
	float ratio;
	long double large;
	void (*call)(struct kernel *);
	struct declared *declared;
	atomic_t usage;
	kuid_t uid;
	spinlock_t lock;
	struct {
		int a;
		struct {
			int b;
			atomic_t c;
		} deeper;
	} named;
	struct {
		int d;
	} several[2];
	union {
		u64 anonymous;
		struct {
			u32 low, high;
		};
	};
	union word word;
	struct type type;
	int self;
	unsigned int bits : 3;
	int sign : 5;
	char name[16];
	unsigned char matrix[2][3];
	struct type types[2];
	u64 tail[];
};

struct kernel kernel;
