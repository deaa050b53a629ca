#include "../core.h"

struct twice { int same; int moved; } twice;
struct twice___b { int same; int between; int moved; } twice_b;
struct far { char gap[40000]; int x; u32 bits; } far;
struct old { long y; int x; } old;
enum mode { MODE_A, MODE_X, MODE_B } mode;
struct kinds { void *a; int list[4]; } kinds;
