#include "../core.h"

struct task { int id; };
struct process { int id; };
enum mode { MODE_READ, MODE_APPEND, MODE_WRITE, MODE_LAST };
enum kept { KEPT_A, KEPT_B, KEPT_C };
union inner { u32 x; u8 bytes[4]; };
struct thing {
	struct process *owner;
	u32 delta;
	u32 checked;
	u64 count;
	u64 probed;
	u64 asked;
	union inner inner;
	u8 array[8];
	u8 asked_array[8];
	u32 flag : 3;
	enum mode mode;
	enum kept kept;
	struct task *anything;
	unsigned char letter;
} thing;
struct task task;
long word;
