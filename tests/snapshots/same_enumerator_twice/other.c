// In input.c `enum first` has a NOW too.
enum second { EARLIER, NOW };

struct other_user {
	enum second second;
	enum { LATER = 3, UNNAMED_NOW = -3 } unnamed;
};

struct other_user other_user;
