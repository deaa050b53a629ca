// In input.c `enum first` has a NOW too.
enum second { EARLIER, NOW };
enum { LATER = 3, UNNAMED_NOW = -3 };

struct other_user {
	enum second second;
};

struct other_user other_user;
int later(void) { return LATER + UNNAMED_NOW; }
