typedef unsigned char u8;
typedef unsigned int u32;
typedef _Bool bool;
typedef unsigned int __kernel_uid32_t;
typedef __kernel_uid32_t uid_t;
typedef uid_t my_uid_t;

// What Rust calls `u16` is something else here.
typedef signed char u16;

typedef struct foo foo;
struct foo {
	foo *next;
	struct foo *previous;
};

typedef struct bar bar_t;
struct bar {
	int value;
};
typedef bar_t bars_t;

typedef enum mode {
	MODE_OFF,
	MODE_ON,
} mode_t;

typedef enum {
	STATE_IDLE,
	STATE_BUSY = 7,
} state_t;

typedef enum same {
	SAME_ONE,
} same;

typedef void *handle_t;
typedef void nothing_t;
typedef const u8 const_byte_t;
typedef struct bar *bar_ptr_t;

struct user {
	u8 byte;
	u16 misnamed;
	u32 word;
	bool flag;
	my_uid_t uid;
	foo by_typedef;
	struct foo by_tag;
	bar_t bar;
	bars_t bars;
	mode_t mode;
	enum mode plain_mode;
	state_t state;
	same same;
	handle_t handle;
	nothing_t *nothing;
	const_byte_t byte_const;
	bar_ptr_t bar_ptr;
};

struct user user;
