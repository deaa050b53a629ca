//! The examples in the help of `list` and `show`.

pub(crate) const LIST_EXAMPLES: &str = "\
Examples:
  btfgen list                                     every named type and every enum of the running kernel
  btfgen list 'struct:bpf_*' 'pid*'               structs with names bpf_…, and all types with names pid…
  btfgen list 'task_struct.{pid,tgid,comm}'       three fields of a type: offset, size, declaration
  btfgen list 'TCP_*' 'enum:*.BPF_F_*'            enumerators of any enum, and their values
  btfgen list 'tp:sched_*' 'fn:vfs_*'             tracepoints and functions, with their prototypes
  btfgen list 'sock.*' --btf vmlinux-6.1 --json   all fields of a type of another kernel, as JSON

A pattern is [KIND:]TYPE[.FIELD], as for --allow. --json writes an array with an object for each type: kind, name, size \
(in bytes; null if only declared), fields (the number of fields or enumerators; null if the type can't have any), id (the \
BTF type id). If the pattern names fields, it has members: name, declaration, offset, size; a bitfield also has bit and bits. If \
it names enumerators, it has enumerators: name, value. A hook has its prototype.";

pub(crate) const SHOW_EXAMPLES: &str = "\
Examples:
  btfgen show list_head kuid_t pid_type     three types of the running kernel
  btfgen show task_struct.se                one field in its type, and the type that it contains
  btfgen show 'sk_buff.{len,cb}' --btf vmlinux-6.1
                                            two fields, on another kernel

A pattern is [KIND:]TYPE[.FIELD], as for --allow. A comment after each member has its offset and size in bytes. For a \
bitfield, it has the offset of its storage unit, its first bit in that unit, and the size of the unit.";
