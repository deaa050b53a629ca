// Rust can't have the first of each pair, and its name with an underscore is the second's.
struct self { int a; };
struct self_ { int b; };
union Self { int a; };
typedef struct { int b; } Self_;
enum crate { CRATE = 1 };
struct crate_ { int b; };
typedef struct { int a; } super;
enum super_ { SUPER = 2 };
struct _ { int a; };
union __ { int b; };

// Two kinds of one name, twice.
struct twice { int a; };
typedef struct { int b; } twice;
struct twice_ { int c; };
typedef struct { int d; } twice_;

// The types of both fields would be `way__to__it`.
struct way { struct { int a; } to__it; };
struct way__to { struct { int b; } it; };

enum enumerators { self = 3, self_ = 4, pointer = 5, pointer_ = 6, _ = 7, __ = 8 };
enum again { crate = 9, crate_ = 10 };

// What generated files, rustfmt and clippy have a meaning for.
struct rustfmt { int a; };
struct clippy { int a; };
struct allow { int a; };
struct at { int a; };
struct at_mut { int a; };
struct cast { int a; };
struct new { int new; };

struct fields {
	int self;
	int self_;
	int clone;
	int clone_;
	int _;
	int __;
};

struct all {
	struct self a;
	struct self_ b;
	union Self c;
	Self_ d;
	enum crate e;
	struct crate_ f;
	super g;
	enum super_ h;
	struct _ i;
	union __ j;
	struct twice k;
	twice l;
	struct twice_ m;
	twice_ n;
	struct way o;
	struct way__to p;
	enum enumerators q;
	enum again r;
	struct rustfmt s;
	struct clippy t;
	struct allow u;
	struct at v;
	struct at_mut w;
	struct cast x;
	struct new y;
	struct fields z;
};

struct all all;
