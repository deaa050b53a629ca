struct load {
	int load;
	int load_once;
	int read;
	int read_user;
	int store;
	int follow;
	int follow_trusted;
	int index;
	int at;
	int then;
	int exists;
	int place;
	int name;
	int as_ptr;
	int as_root;
	int byte_offset;
	int byte_size;
	int clone;
	int into;
	int from;
	int is_empty;
	int to_string;
	int new;
	int drop;
	int borrow;
};

struct load load;
