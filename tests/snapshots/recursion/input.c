struct list_head {
	struct list_head *next, *prev;
};
struct even;
struct odd {
	struct even *even;
	struct odd *self_again[2];
};
struct even {
	struct odd *odd;
	struct odd inside;
};
struct callback_head {
	struct callback_head *next;
	void (*func)(struct callback_head *head);
};
typedef struct node *node_ptr;
struct node {
	node_ptr left;
	node_ptr right;
	union {
		struct node *up;
		unsigned long tagged;
	};
};

struct list_head list_head;
struct odd odd;
struct even even;
struct callback_head callback_head;
struct node node;
