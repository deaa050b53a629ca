struct holder {
	struct {
		int x;
		int y;
	} point;
	union {
		unsigned int word;
		unsigned char byte[4];
	} either;
	struct {
		long key;
		struct {
			short low;
			union {
				int number;
				void *pointer;
			} deep;
		} value;
	} entries[4];
	struct {
		int cell;
	} grid[2][3];
	// Members of a nameless member keep the way to themselves short.
	union {
		struct {
			int only;
		} through;
	};
	const struct {
		int fixed;
	} unchanging;
};

// The name that `holder.point` would get is taken.
struct holder__point {
	int other;
};

typedef struct {
	struct {
		int z;
	} member;
} wrapper_t;

struct type {
	struct {
		int self;
	} self;
};

struct holder holder;
struct holder__point taken;
wrapper_t wrapper;
struct type keyword;
