struct keywords {
	int type;
	int self;
	int super;
	int crate;
	int Self;
	int gen;
	int match;
	int loop;
	int async;
	int dyn;
	int as;
	int ref;
	int box;
	int try;
	int where;
	int union_;
	int macro_rules;
	int raw;
	int safe;
	int r;
	int _;
	int __;
	// `self` gets this name too.
	int self_;
};

struct type {
	int value;
};
struct async {
	int value;
};
struct Self {
	int value;
};
struct self {
	struct Self *Self;
	struct type in;
};
struct str {
	int value;
};
struct String {
	int value;
};
struct Option {
	int value;
};
struct Place {
	int value;
};
struct core {
	int value;
};
struct usize {
	int value;
};
struct btfgen {
	int value;
};
struct R {
	int value;
};
struct P {
	struct R R;
	struct btfgen btfgen;
	struct str str;
};
typedef int fn;
enum priv { virtual, yield };

struct keywords keywords;
struct type type_;
struct async async_;
struct Self Self_;
struct self self_;
struct str str_;
struct String String_;
struct Option Option_;
struct Place Place_;
struct core core_;
struct usize usize_;
struct btfgen btfgen_;
struct R R_;
struct P P_;
fn fn_;
enum priv priv_;
