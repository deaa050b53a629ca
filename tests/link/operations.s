# Every operation, on every kind of member.
    .section raw_tp/sys_enter, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    relo "load r1 r2",      hash(struct:task_struct), 1, 0, hash(pid)
    relo "load w3 r4",      hash(struct:task_struct), 1, 0, hash(exit_state)
    relo "load r1 r2",      hash(struct:task_struct), 1, 0, hash(real_parent)
    relo "store r10 r0",    hash(struct:task_struct), 1, 0, hash(flags)
    relo "add r5",          hash(struct:task_struct), 1, 0, hash(comm)
    relo "offset r6",       hash(struct:task_struct), 1, 0, hash(se)
    relo "size r7",         hash(struct:task_struct), 1, 0, hash(comm)
    relo "exists r8",       hash(struct:task_struct), 1, 0, hash(__state)
    relo "load r1 r2",      hash(struct:task_struct), 3, 0, hash(se), hash(load), hash(weight)
    relo "load r1 r2",      hash(struct:task_struct), 2, 2, hash(comm), 3
    relo "load r1 r2",      hash(struct:task_struct), 4, 6, hash(grid), 1, 2, hash(weight)
    relo "offset r1",       hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "size r1",         hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "signed r1",       hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "lshift r1",       hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "rshift r1",       hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "shl w1",          hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "shr r9",          hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "sar r1",          hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "signed r1",       hash(struct:task_struct), 1, 0, hash(exit_state)
    relo "signed r1",       hash(struct:task_struct), 1, 0, hash(flags)
    relo "lshift r1",       hash(struct:task_struct), 1, 0, hash(flags)
    relo "rshift r1",       hash(struct:task_struct), 1, 0, hash(flags)
    relo "load r1 r2",      hash(struct:task_struct), 2, 0, hash(uid), hash(val)
    relo "load r1 r2",      hash(typedef:kuid_t), 1, 0, hash(val)
    relo "load r1 r2",      hash(union:u), 1, 0, hash(whole)
    relo "load r1 r2",      hash(union:u), 1, 0, hash(second)
    relo "load r1 r2",      hash(union:u), 1, 0, hash(third)
    relo "load r1 r2",      hash(struct:flexible), 2, 2, hash(items), 5
    relo "load r1 r2",      hash(struct:open_ended), 2, 2, hash(words), 5
    relo "load r1 r2",      hash(struct:open_ended), 2, 2, hash(bytes), 5
    relo "load r1 r2",      hash(struct:open_ended), 1, 0, hash(late)
    relo "load r1 r2",      hash(union:open_ended), 2, 2, hash(words), 5
    relo "load r1 r2",      hash(union:open_ended), 2, 2, hash(far), 5
    relo "load r1 r2",      hash(union:open_ended), 2, 2, hash(farther), 5
    relo "load r1 r2",      hash(struct:task_struct), 1, 0, hash(policy)
    relo "load r1 r2",      hash(struct:task_struct), 1, 0, hash(is_set)
    relo "type_exists r1",  hash(struct:task_struct)
    relo "type_size r1",    hash(struct:task_struct)
    relo "size r1",         hash(struct:task_struct)
    relo "type_id r1",      hash(struct:task_struct)
    relo "local_type_id r1", hash(struct:task_struct)
    relo "store r1 r2",     hash(union:u), 1, 0, hash(third)
    relo "enum_exists r1",  hash(enum:policy), 1, 0, hash(POLICY_IDLE)
    relo_wide "enum_value r2",  hash(enum:policy), 1, 0, hash(POLICY_IDLE)
    relo_wide "enum_value r2",  hash(enum:high), 1, 0, hash(HIGH)
    relo_wide "enum_value r9",  hash(enum:wide), 1, 0, hash(WIDE_ALL)
    relo "type_exists r1",  hash(enum:policy)
    relo "type_exists r1",  hash(enum:wide)
    relo "type_exists r1",  hash(typedef:pid_t)
    relo "type_exists r1",  hash(typedef:handler_t)
    relo "type_exists r1",  hash(typedef:state_t)
    relo "enum_exists r1",  hash(typedef:state_t), 1, 0, hash(RUNNING)
    relo_wide "enum_value r2",  hash(typedef:state_t), 1, 0, hash(RUNNING)
    relo "type_matches r4", hash(struct:declared)
    relo "type_matches r4", hash(typedef:kuid_t)
    relo "type_matches r4", hash(union:nested)
    relo "size r1",         hash(struct:task_struct), 1, 0, hash(pid)
    relo "size r1",         hash(struct:task_struct), 1, 0, hash(policy)
    relo "size r1",         hash(struct:task_struct), 1, 0, hash(se)
    relo "size r1",         hash(struct:task_struct), 1, 0, hash(grid)
    relo "size r1",         hash(struct:task_struct), 3, 6, hash(grid), 1, 2
    relo "size r1",         hash(struct:task_struct), 2, 2, hash(comm), 3
    relo "size r1",         hash(struct:task_struct), 3, 2, hash(nested), 7, hash(load)
    relo "size r1",         hash(struct:task_struct), 2, 2, hash(unused), 1
    relo "size r1",         hash(struct:task_struct), 1, 0, hash(real_parent)
    relo "length r1",       hash(struct:task_struct), 1, 0, hash(pid)
    relo "length r1",       hash(struct:task_struct), 1, 0, hash(real_parent)
    relo "size r1",         hash(struct:flexible), 1, 0, hash(items)
    exit

    .section license, "a", @progbits
    .asciz "GPL"

    .section .btfgen.types, "a", @progbits
types:
    .ascii "btfgen 3 000000000000f00d\n"
    .ascii "struct:task_struct 9664\n"
    .ascii " __state 24 u32\n"
    .ascii " flags 44 u32\n"
    .ascii " is_set 60 bool\n"
    .ascii " se 192 struct:sched_entity\n"
    .ascii " grid 900 [2][3]struct:load_weight\n"
    .ascii " policy 1000 enum:policy:i32\n"
    .ascii " exit_state 1200 i16\n"
    .ascii " sched_reset_on_fork 1244.3:2 u32\n"
    .ascii " unused 1300 [4]u128\n"
    .ascii " pid 2464 i32\n"
    .ascii " real_parent 2480 p64\n"
    .ascii " uid 2500 typedef:kuid_t\n"
    .ascii " comm 3000 [16]u8\n"
    .ascii " nested 3016 [8]struct:sched_entity\n"
    .ascii "struct:sched_entity 320\n"
    .ascii " load 8 anon:struct:sched_entity.load\n"
    .ascii "anon:struct:sched_entity.load 16 struct\n"
    .ascii " weight 4 u64\n"
    .ascii "struct:load_weight 16\n"
    .ascii " weight 4 u32\n"
    .ascii "typedef:kuid_t 4 struct\n"
    .ascii " val 0 u32\n"
    .ascii "union:u 24\n"
    .ascii " whole 0 u64\n"
    .ascii " third 16 u64\n"
    .ascii " second 8 u64\n"
    .ascii "struct:flexible 8\n"
    .ascii " items 8 [0]u32\n"
    .ascii "struct:open_ended 16\n"
    .ascii " words 8 [0]u32\n"
    .ascii " bytes 8 [0]u8\n"
    .ascii " late 8 u64\n"
    .ascii "union:open_ended 16\n"
    .ascii " words 0 [0]u32\n"
    .ascii " far 8 [0]u32\n"
    .ascii " farther 16 [0]u32\n"
    .ascii "struct:declared 96\n"
    .ascii " next 0 p64>struct:declared\n"
    .ascii " name 8 [16]u8c\n"
    .ascii " policy 24 enum:policy:i32\n"
    .ascii " flag 28.0:1 u32\n"
    .ascii " uid 32 typedef:kuid_t\n"
    .ascii " call 40 p64>(p64>u8c,p64>[2]struct:declared,struct:unknown,void)p64>p64\n"
    .ascii " not_told 48 p64>?\n"
    .ascii " fraction 56 f64\n"
    .ascii " struct {\n"
    .ascii " union {\n"
    .ascii " whole 64 u64l\n"
    .ascii " struct:tag {\n"
    .ascii " half 68 bool\n"
    .ascii " }\n"
    .ascii " }\n"
    .ascii " nested 72 union:nested\n"
    .ascii " }\n"
    .ascii " unknown 88 struct:unknown\n"
    .ascii " strange 89 i8x\n"
    .ascii "union:nested 16\n"
    .ascii " struct {\n"
    .ascii " late 8 p64>union\n"
    .ascii " bit 13.1:2 u32\n"
    .ascii " }\n"
    .ascii " early 0 p64>enum::i32\n"
    .ascii "enum:policy enum i32\n"
    .ascii " POLICY_NONE -1\n"
    .ascii " POLICY_UNUSED 1\n"
    .ascii " POLICY_IDLE -5\n"
    .ascii "enum:high enum u32\n"
    .ascii " HIGH 2147483648\n"
    .ascii "enum:wide enum64 u64\n"
    .ascii " WIDE_ONE 1\n"
    .ascii " WIDE_ALL 18446744073709551614\n"
    .ascii "typedef:state_t enum u32\n"
    .ascii " STOPPED 0\n"
    .ascii " RUNNING 7\n"
    .ascii "typedef:pid_t i32\n"
    .ascii "typedef:handler_t p64>(i32,p64>struct:declared)void\n"
    .ascii "int:bool u _Bool\n"
    .ascii "int:i32 i int\n"
    .ascii "int:u32 u unsigned int\n"
    .ascii "int:u64l u long unsigned int\n"
    .ascii "int:u8c i char\n"
