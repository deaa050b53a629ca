struct item {
	int same;
	long disputed;
	int moved;
	struct { int x; } inner;
	struct { int z; } disputed_inner;
	union { int other; struct { int a; } *pointer; };
	struct { int deep; } others[3];
} smaller;

union word { int whole; long longer; } other_word;
