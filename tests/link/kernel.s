# A program that the running kernel takes, whose types the kernel's BTF check has to take too.
    .section tc, "ax", @progbits
    .globl prog
    .type prog, @function
prog:
    call 158                    # bpf_get_current_task_btf
    r6 = r0
    relo "exists r1",       hash(struct:task_struct), 1, 0, hash(no_such_member)
    if r1 == 0 goto there
    relo "load r1 r6",      hash(struct:task_struct), 1, 0, hash(no_such_member)
there:
    relo "load r1 r6",      hash(struct:task_struct), 1, 0, hash(pid)
    relo "load r1 r6",      hash(struct:task_struct), 1, 0, hash(real_parent)
    relo "load r1 r6",      hash(struct:task_struct), 3, 0, hash(se), hash(load), hash(weight)
    relo "load r1 r6",      hash(struct:task_struct), 1, 0, hash(exit_state)
    relo "offset r1",       hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "size r1",         hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "signed r1",       hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "lshift r1",       hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "rshift r1",       hash(struct:task_struct), 1, 0, hash(sched_reset_on_fork)
    relo "signed r1",       hash(struct:task_struct), 1, 0, hash(pid)
    relo "offset r1",       hash(struct:device), 1, 0, hash(removable)
    relo "offset r1",       hash(typedef:kuid_t), 1, 0, hash(val)
    relo "exists r1",       hash(union:bpf_attr), 1, 0, hash(map_type)
    relo "exists r1",       hash(union:bpf_attr), 1, 0, hash(key_size)
    relo "exists r1",       hash(struct:bpf_prog), 2, 2, hash(insns), 1
    relo "exists r1",       hash(struct:bpf_prog), 2, 2, hash(insnsi), 1
    relo "type_size r1",    hash(struct:task_struct)
    relo "type_exists r1",  hash(struct:no_such_type)
    r7 = r6
    relo "add r7",          hash(struct:task_struct), 1, 0, hash(comm)
    relo "load r0 r6",      hash(struct:task_struct), 2, 2, hash(comm), 0
    relo "load r1 r6",      hash(struct:task_struct), 2, 2, hash(comm), 2
    r0 <<= 8
    r0 |= r1
    exit
    .size prog, . - prog

    .section license, "a", @progbits
    .asciz "GPL"

    .section .btfgen.types, "a", @progbits
types:
    .ascii "btfgen 3 000000000000f00d\n"
    .ascii "struct:task_struct 40\n"
    .ascii " no_such_member 0 u32\n"
    .ascii " sched_reset_on_fork 4.1:1 u32\n"
    .ascii " pid 8 i32\n"
    .ascii " se 12 struct:sched_entity\n"
    .ascii " comm 20 [16]u8\n"
    .ascii " exit_state 36 i32\n"
    .ascii " real_parent 40 p32\n"
    .ascii "struct:sched_entity 8\n"
    .ascii " load 0 struct:load_weight\n"
    .ascii "struct:load_weight 8\n"
    .ascii " weight 0 u64\n"
    .ascii "struct:device 8\n"
    .ascii " removable 4 enum:device_removable:u32\n"
    .ascii "typedef:kuid_t 4 struct\n"
    .ascii " val 0 u32\n"
    .ascii "union:bpf_attr 144\n"
    .ascii " map_type 0 u32\n"
    .ascii " key_size 4 u32\n"
    .ascii "struct:bpf_prog 72\n"
    .ascii " insns 72 [0]struct:sock_filter\n"
    .ascii " insnsi 72 [0]struct:bpf_insn\n"
    .ascii "struct:sock_filter 8\n"
    .ascii "struct:bpf_insn 8\n"
    .ascii "struct:no_such_type 4\n"
