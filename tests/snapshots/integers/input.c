struct integers {
	char character;
	signed char signed_char;
	unsigned char unsigned_char;
	short signed_short;
	unsigned short unsigned_short;
	int signed_int;
	unsigned int unsigned_int;
	long signed_long;
	unsigned long unsigned_long;
	long long signed_long_long;
	unsigned long long unsigned_long_long;
	__int128 signed_wide;
	unsigned __int128 unsigned_wide;
	_Bool boolean;
	float single;
	double twice;
	float singles[2];
	float *pointer;
	char text[8];
};

struct integers integers;
