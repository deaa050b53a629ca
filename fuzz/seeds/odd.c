#define tag(x) __attribute__((btf_decl_tag(x)))
#define ttag(x) __attribute__((btf_type_tag(x)))
typedef unsigned int u32; typedef unsigned __int128 u128;
enum small { ONE = 1, TWO } ; enum big { HUGE_ = 0x1234567890ULL, MINUS = -1LL };
union both; struct fwd;
struct inner { char c; float f; double d; u128 wide; _Bool flag; };
typedef struct { int val; } kuid_t;
struct tag("decl") odd { int a:3, b:29; const char *volatile *restrict p; struct fwd *f; union both *u; enum big big; enum small small[2][3]; struct inner inner; kuid_t uid;
  union { struct { int x, y; }; long long xy; } named; union { int anon1; struct { short s1, s2; }; }; int ttag("user") *user; int (*call)(struct odd *, int, ...); const struct inner many[]; };
int counter tag("t");
static const int table[4] = {1,2,3,4};
int f(struct odd *o, union both *u, int i) tag("func"); 
int f(struct odd *o, union both *u, int i) { counter++; return o->a + table[i&3] + (o->many[1].flag); }
