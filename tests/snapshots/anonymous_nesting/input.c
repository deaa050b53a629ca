struct slab {
	unsigned long flags;
	union {
		struct {
			union {
				struct {
					int inner_most;
					unsigned int inuse : 16;
					unsigned int objects : 15;
					unsigned int frozen : 1;
				};
				unsigned long counters;
			};
			void *freelist;
		};
		struct {
			long head;
		};
	};
	union {
		int refcount;
		unsigned char bytes[4];
	};
	struct {
		int named_inside;
	} tail;
};

union tagged {
	struct {
		char kind;
		union {
			int number;
			void *pointer;
		};
	};
	unsigned long raw[2];
};

struct slab slab;
union tagged tagged;
