#define OLD
#include "kernel.h"
