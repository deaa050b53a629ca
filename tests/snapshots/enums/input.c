enum unsigned_small { ZERO, ONE, TEN = 10, TEN_AGAIN = 10 };
enum negative { MINUS = -1, LOWEST = -2147483647 - 1, HIGHEST = 2147483647 };
enum big_unsigned { TOP_BIT = 0x80000000u, ALL_BITS = 0xffffffffu };
enum wide { WIDE_ONE = 1, WIDE_MAX = 0xffffffffffffffffull };
enum wide_signed { WIDE_LOW = -9223372036854775807ll - 1, WIDE_HIGH = 9223372036854775807ll };
enum __attribute__((packed)) byte { BYTE_A, BYTE_B = 255 };
enum __attribute__((packed)) signed_byte { SIGNED_A = -1, SIGNED_B = 5 };


// An enumerator and a type of one name.
struct cpuset {
	int id;
};
enum subsystem { cpuset, memory };

enum lower_case { lower_case_first, lower_case_second };
enum one { ONLY };

struct fields {
	enum unsigned_small small;
	enum negative negative;
	enum big_unsigned big;
	enum wide wide;
	enum wide_signed wide_signed;
	enum byte byte;
	enum signed_byte signed_byte;
	enum subsystem subsystem;
	enum lower_case lower;
	enum one one;
	enum { INSIDE_A, INSIDE_B } inside;
	enum { false, true } boolean : 1;
	enum { IN_ARRAY = 1, IN_ARRAY_TOO } inside_array[2];
	enum unsigned_small array[4];
	enum unsigned_small *pointer;
	struct cpuset set;
};

struct fields fields;
