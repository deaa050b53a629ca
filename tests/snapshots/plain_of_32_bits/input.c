/* Types by value of a kernel of 32 bits: pointers and long have four bytes, and the architecture aligns long long to four. */
struct packed_by_nature {
	unsigned int first;
	unsigned long long second;
};

struct node {
	struct node *next;
	unsigned long flags;
	unsigned long long stamp;
	struct {
		unsigned long long at;
		unsigned char kind;
	} places[2];
	union {
		void *pointer;
		unsigned long long number;
	};
	unsigned int first : 3, second : 13;
};

struct markers {
	union {
		struct node *node;
		unsigned long long : 64;
	} __attribute__((aligned(8)));
	int last;
};

struct tail {
	unsigned short length;
	unsigned char bytes[];
};

struct plain {
	int a;
	short b;
};

struct packed_by_nature p;
struct node node;
struct markers markers;
struct tail tail;
struct plain plain;
