/* What the programs of these tests share. */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef int s32;

#define SEC(name) __attribute__((section(name), used))
#define relocated __attribute__((preserve_access_index))
#define noinline static __attribute__((noinline))

/* The kinds of the two builtins, from `enum bpf_core_relo_kind` of the kernel's bpf.h. */
#define byte_size(field) __builtin_preserve_field_info(field, 1)
#define exists(field) __builtin_preserve_field_info(field, 2)
#define is_signed(field) __builtin_preserve_field_info(field, 3)
#define type_exists(type) __builtin_preserve_type_info(*(type *)0, 0)
#define type_size(type) __builtin_preserve_type_info(*(type *)0, 1)
#define type_matches(type) __builtin_preserve_type_info(*(type *)0, 2)
#define enum_value(type, enumerator) __builtin_preserve_enum_value(*(type *)enumerator, 1)

static long (*const probe_read)(void *to, u32 bytes, const void *from) = (void *)113;
static u64 (*const pid_tgid)(void) = (void *)14;

/* The address of a field, which the compiler may not turn into a load. */
#define address(field) __builtin_preserve_access_index(&(field))

char _license[] SEC("license") = "GPL";
