struct known {
	int value;
};
typedef struct hidden hidden_t;
typedef union concealed concealed_t;

struct holder {
	struct missing *missing;
	union absent *absent;
	hidden_t *hidden;
	concealed_t *concealed;
	struct missing **missing_twice;
	struct known *known;
	struct known inside;
};

struct holder holder;
