enum { LONE_A = 1, LONE_B = 2, LONE_C = 3 } lone;
enum { WIDE_X = 0x100000000ull } wide;
enum named { NAMED_A = 5, NAMED_B = 6 } named;
typedef enum { OF_TYPEDEF_A, OF_TYPEDEF_B } of_typedef;
of_typedef typedefed;

// Of two enums: one name has two values, one has one.
void first(void)
{
	static enum { TWICE = 3, SAME = 7 } x;
	__asm__ volatile("" :: "r"(&x));
}
void second(void)
{
	static enum { TWICE = 4, SAME = 7, ONLY_SECOND = 9 } x;
	__asm__ volatile("" :: "r"(&x));
}
