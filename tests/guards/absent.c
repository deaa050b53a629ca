/* Members that no kernel has, one of each kind of access. Compiled for its BTF. */

struct absent_inner {
	int value;
};

struct task_struct {
	int pid;
	int btfgen_scalar;
	struct task_struct *btfgen_pointer;
	int btfgen_array[4];
	struct absent_inner btfgen_struct;
	union {
		unsigned int btfgen_member;
		unsigned long btfgen_other;
	};
	unsigned int btfgen_bits : 3;
	int btfgen_signed_bits : 3;
	char btfgen_flexible[];
};

struct btfgen_absent {
	int value;
	struct task_struct *task;
};

struct task_struct *task;
struct btfgen_absent *absent;
