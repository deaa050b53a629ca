#include "../core.h"

struct twice { int same; int moved; } twice;
struct far { int x; u32 bits; } far;
struct gone { int x; } gone;
struct old { long y; int x; } old;
enum mode { MODE_A, MODE_B } mode;
struct kinds { int a; int list[8]; } kinds;
