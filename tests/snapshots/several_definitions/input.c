// A kernel may have several types of one name, one in this file and one in other.c.

struct item {
	int same;
	int moved;
	int disputed;
	struct { int x; } inner;
	struct { int y; } disputed_inner;
	int largest;
	int last;
	int end;
} larger;

union word { int whole; char bytes[4]; } word;
