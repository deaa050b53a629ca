typedef unsigned int u32;
typedef unsigned long long u64;
typedef u32 count_t;

struct task { int id; };
struct time { u64 sec; u32 nsec; };
enum mode { MODE_READ, MODE_WRITE, MODE_OLD };
struct gone { int x; } gone;

struct thing {
	u32 same;
	long state;
	u32 between;
	struct time atime;
	struct task *owner;
	int delta;
	u32 count;
	u32 flag;
	void *kind;
	struct { int inner; };
	count_t declared;
	int one_of_two;
	int two_of_two;
	u32 last;
} thing;
count_t c;
enum mode m;
struct task t;
