struct secret {
	int key;
};
struct kept {
	int plain;
	struct secret secret;
	struct secret *pointer;
	int noisy;
	int noisier;
};
struct other {
	struct kept kept;
};
enum level { LEVEL_LOW };
struct user {
	enum level level;
	int number;
};

struct kept kept;
struct other other;
struct user user;
