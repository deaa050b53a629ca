// In other.c there is an `enum context`.
struct context {
	int in_struct;
};
typedef int context;

struct user {
	struct context *tag;
	context plain;
	struct context object;
};

struct user user;
