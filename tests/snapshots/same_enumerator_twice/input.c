// In other.c `enum second` has a NOW too.
enum first { NOW, LATER };
enum { UNNAMED_NOW = 3 };

struct user {
	enum first first;
};

struct user user;
int unnamed(void) { return UNNAMED_NOW; }
