struct target {
	int value;
};
typedef struct target target_t;
typedef struct {
	int inside;
} unnamed_t;
typedef int (*callback_t)(struct target *, void *);
typedef int function_t(int);

struct pointers {
	void *anything;
	const void *constant;
	struct target *object;
	const struct target *constant_object;
	struct target *const constant_pointer;
	const struct target *const both;
	struct target **twice;
	const struct target *const *twice_constant;
	const char *string;
	unsigned int *number;
	_Bool *flag;
	int (*to_array)[4];
	struct target (*to_objects)[4];
	const struct target (*to_constant_objects)[4];
	int (*function)(int, const char *);
	void (*no_parameters)(void);
	int (*variadic)(const char *, ...);
	struct target *(*returns_pointer)(struct target **);
	int (**to_function_pointer)(int);
	callback_t callback;
	function_t *by_typedef;
	struct {
		int member;
	} *to_anonymous;
	target_t *typedef_of_named;
	const target_t *constant_typedef;
	unnamed_t *typedef_of_anonymous;
	struct never_defined *incomplete;
};

struct pointers pointers;
struct target target;
unnamed_t unnamed;
