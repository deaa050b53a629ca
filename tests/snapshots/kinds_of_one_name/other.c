// In input.c there is a `struct context`.
enum context { CONTEXT_PROCESS, CONTEXT_IRQ };
union user {
	enum context of_enum;
};
typedef union user mixed;

enum context context_;
union user other_user;
mixed mixed_;
