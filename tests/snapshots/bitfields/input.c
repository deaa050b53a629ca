struct plain {
	unsigned int a : 1;
	unsigned int b : 3;
	unsigned int : 4;
	unsigned int c : 24;
	unsigned char d : 7;
	unsigned long long e : 33;
	unsigned long long f : 64;
	int whole;
};

struct signs {
	signed char level : 3;
	int delta : 20;
	long long far_away : 40;
	_Bool flag : 1;
};

enum color { RED, GREEN, BLUE };
typedef unsigned short u16;

struct kinds {
	enum color color : 2;
	u16 half : 9;
	const unsigned int fixed : 5;
};

// `second` begins in one word and ends in the next.
struct __attribute__((packed)) spanning {
	unsigned int first : 30;
	unsigned int second : 12;
	unsigned int third : 22;
};

struct plain plain;
struct signs signs;
struct kinds kinds;
struct spanning spanning;

// `crossing` is in no aligned unit of eight bytes.
struct __attribute__((packed)) split {
	unsigned long long before : 7;
	unsigned long long crossing : 58;
	unsigned long long after : 63;
};

struct split split;
