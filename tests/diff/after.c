typedef unsigned int u32;
typedef unsigned long long u64;
typedef u64 count_t;

struct task { int id; };
struct process { int id; };
enum mode { MODE_READ, MODE_APPEND, MODE_WRITE };
struct added { int x; } added;

struct thing {
	u32 same;
	unsigned int __state;
	u32 between;
	u64 atime_sec;
	struct process *owner;
	u32 delta;
	u64 count;
	u32 flag : 1;
	u64 kind;
	struct { int inner; };
	u32 declared;
	int third;
	int fourth;
	u32 last;
} thing;
struct task t;
count_t c;
enum mode m;
