// In other.c `enum second` has a NOW too.
enum first { NOW, LATER };

struct user {
	enum first first;
	enum { UNNAMED_NOW = 3 } unnamed;
};

struct user user;
