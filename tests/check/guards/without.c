#include "../core.h"

struct thing { long long other; u64 pointer; } thing;
