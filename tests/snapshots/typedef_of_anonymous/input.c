typedef unsigned int uid_t;

typedef struct {
	int counter;
} atomic_t;

typedef struct {
	uid_t val;
} kuid_t;

typedef union {
	unsigned long word;
	struct {
		unsigned short low, high;
	};
} lock_t;

typedef const struct {
	int fixed;
} fixed_t;

// A second name for the same type.
typedef atomic_t counter_t;
typedef counter_t counters_t[2];

struct cred {
	atomic_t usage;
	kuid_t uid;
	lock_t lock;
	counter_t other;
	counters_t more;
	atomic_t array[3];
	atomic_t *pointer;
	fixed_t fixed;
};

struct cred cred;
