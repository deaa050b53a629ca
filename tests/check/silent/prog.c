#include "../core.h"

struct task { int id; } relocated;
struct file;

enum mode { MODE_READ, MODE_WRITE, MODE_LAST };
enum kept { KEPT_A, KEPT_B };

struct inner { u32 x; } relocated;

struct thing {
	struct task *owner;     /* points to another type */
	int delta;              /* another sign */
	int checked;            /* another sign, and the program asks for it */
	u32 count;              /* wider: the program loads four bytes */
	u32 probed;             /* wider: the program reads four bytes */
	u32 asked;              /* wider, and the program asks for the size */
	struct inner inner;     /* a union */
	u8 array[16];           /* shorter, below the index */
	u8 asked_array[16];     /* shorter, and the program asks for the size */
	u32 flag;               /* a bitfield */
	enum mode mode;
	enum kept kept;
	void *anything;         /* points to what the program does not say */
	char letter;            /* its sign means nothing */
} relocated;

u64 out;

SEC("raw_tp/silent")
int silent(u64 *ctx)
{
	struct thing *thing = (void *)ctx[0];
	u32 word = 0;
	u64 wide = 0;
	u8 byte = 0;

	out += thing->owner->id;
	out += thing->delta;
	out += thing->checked + is_signed(thing->checked);
	out += thing->count;
	probe_read(&word, sizeof(word), address(thing->probed));
	out += word;
	probe_read(&wide, byte_size(thing->asked) & 7, address(thing->asked));
	out += wide;
	out += thing->inner.x;
	probe_read(&byte, 1, address(thing->array) + (pid_tgid() & 15));
	out += byte;
	probe_read(&byte, 1, address(thing->asked_array) + byte_size(thing->asked_array) - 1);
	out += byte;
	probe_read(&word, sizeof(word), address(thing->flag));
	out += word;
	out += thing->mode == MODE_LAST;
	out += thing->kept;
	out += (u64)thing->anything;
	out += thing->letter;
	return 0;
}
