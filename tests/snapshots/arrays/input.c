struct cell {
	int value;
};

struct arrays {
	char comm[16];
	unsigned char matrix[2][3];
	long cube[2][3][4];
	int zero_in_the_middle[0];
	struct cell cells[5];
	struct cell *pointers[6];
	int (*handlers[2])(int);
	const char *const names[3];
	_Bool flags[7];
	struct cell empty_cells[0];
	unsigned int flexible[];
};

typedef unsigned char mac_t[6];
typedef mac_t macs_t[2];

struct of_typedefs {
	mac_t address;
	mac_t table[4];
	macs_t both;
	macs_t *where;
	const mac_t fixed;
};

struct flexible_rows {
	int count;
	unsigned char rows[][8];
};

struct arrays *arrays(struct arrays *it) { return it; }
struct of_typedefs of_typedefs;
struct flexible_rows *flexible_rows(struct flexible_rows *it) { return it; }
struct arrays keep_arrays;
struct flexible_rows keep_rows;
