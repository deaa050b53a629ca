// Needs -fms-extensions, as kernels from 7.0 on do.
struct head {
	int magic;
	union {
		int version;
		short half;
	};
};

union body {
	long number;
	void *pointer;
};

struct message {
	struct head;
	int length;
	union body;
};

struct message message;
