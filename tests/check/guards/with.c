#include "../core.h"

struct thing { int old; int other; u64 pointer; } thing;
