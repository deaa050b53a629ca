/* A kernel of 32 bits: pointers and long have four bytes. */
struct list {
	struct list *next, *prev;
};

struct node {
	struct list link;
	unsigned long flags;
	void (*run)(struct node *node);
	char name[5];
	struct node *children[3];
	unsigned long long stamp;
	unsigned int first : 3, second : 13;
	long last;
};

struct node node;
