#include "../core.h"

struct twice { int same; int moved; } relocated;
struct far { int x; u32 bits; } relocated;
struct gone { int x; } relocated;
struct old___flavor { int x; } relocated;
enum mode { MODE_A, MODE_B };
struct kinds { int a; int list[8]; } relocated;

u64 out;

SEC("raw_tp/refused")
int refused(u64 *ctx)
{
	struct twice *twice = (void *)ctx[0];
	struct far *far = (void *)ctx[1];
	struct old___flavor *old = (void *)ctx[2];
	struct kinds *kinds = (void *)ctx[3];

	out += exists(twice->same) + twice->same;
	out += twice->moved;
	out += far->x;
	out += old->x;
	out += type_exists(struct gone) + type_size(struct gone) + type_size(struct far);
	out += type_matches(struct far);
	out += enum_value(enum mode, MODE_B);
	out += exists(kinds->a) + exists(kinds->list[5]);
	return 0;
}
