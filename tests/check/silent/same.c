#include "../core.h"

struct task { int id; };
enum mode { MODE_READ, MODE_WRITE, MODE_LAST };
enum kept { KEPT_A, KEPT_B };
struct inner { u32 x; };
struct thing {
	struct task *owner;
	int delta;
	int checked;
	u32 count;
	u32 probed;
	u32 asked;
	struct inner inner;
	u8 array[16];
	u8 asked_array[16];
	u32 flag;
	enum mode mode;
	enum kept kept;
	void *anything;
	char letter;
} thing;
struct task task;
