// Paths through pointers, embedded structs, arrays, typedefs and anonymous types. What no path names is not written.
typedef int pid_t;

struct qstr {
	unsigned int len;
	const unsigned char *name;
};

struct dentry {
	struct dentry *d_parent;
	struct qstr d_name;
	long not_named;
};

struct path {
	void *mnt;
	struct dentry *dentry;
};

struct file {
	struct path f_path;
	long not_named;
};

struct mm_struct {
	long not_named;
	struct file *const exe_file;
};

struct slot {
	long key;
	pid_t owner;
};

typedef struct {
	long a;
	struct slot *slot;
} named_by_typedef_t;

typedef struct slot *slot_pointer_t;

struct task_struct {
	struct mm_struct *mm;
	struct slot slots[4];
	slot_pointer_t pointers[2];
	named_by_typedef_t by_typedef;
	struct {
		long inner;
		struct slot *slot;
	} anonymous;
	union {
		struct path flattened;
		long other;
	};
	long not_named;
};

struct task_struct task;
struct mm_struct mm;
struct file file;
struct dentry dentry;
struct slot slot;
