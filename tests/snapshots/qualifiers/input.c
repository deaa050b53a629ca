struct object {
	int value;
};

struct qualifiers {
	const int constant;
	volatile int changing;
	const volatile int both;
	const struct object object;
	volatile struct object *changing_object;
	struct object *volatile changing_pointer;
	int *restrict alone;
	const volatile char text[4];
	const char *const volatile all;
	const _Bool flag;
};
typedef const volatile unsigned long word_t;
struct by_typedef {
	word_t word;
	const word_t again;
	word_t *pointer;
};

struct qualifiers qualifiers;
struct by_typedef by_typedef;
