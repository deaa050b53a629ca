//! What the programs tell the runner: plain C structs in maps and iterator output, one a program.

#![no_std]

pub const NAME: usize = 32;

/// `pid`: the current task and the tasks around it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Pid {
    pub pid: i32,
    pub tgid: i32,
    pub leader: i32,
    pub parent: i32,
    pub grandparent: i32,
    /// The same fields by probe read.
    pub pid_read: i32,
    pub tgid_read: i32,
    /// 0, or why a probe read failed.
    pub error: i32,
    pub comm: [u8; 16],
}

/// `task_iter`: one task.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Task {
    pub pid: i32,
    pub tgid: i32,
    pub has_state: u32,
    pub state: u32,
    pub start_time: u64,
    pub start_boottime: u64,
    pub comm: [u8; 16],
}

/// `file_iter`: one open file.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct File {
    pub tgid: i32,
    pub fd: u32,
    pub ino: u64,
    pub size: i64,
    pub mode: u32,
    pub nlink: u32,
    /// The file's own name, then those of the directories above.
    pub names: [[u8; NAME]; 3],
}

/// `renamed`: fields that have one name on old kernels and another on new ones.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Renamed {
    pub tgid: i32,
    pub fd: u32,
    pub mtime: i64,
    /// Bit 0: `inode.i_mtime` is there, bit 1: `inode.i_mtime_sec`, bit 2: `kernfs_node.parent`,
    /// bit 3: `kernfs_node.__parent`, bit 4: `struct mnt_idmap`, bit 5: `BPF_TOKEN_CREATE`.
    pub there: u32,
    pub is_kernfs: u32,
    pub name: [u8; NAME],
    pub parent: [u8; NAME],
}

/// Magic number of sysfs: the program looks at `inode.i_private` as a `kernfs_node` only there.
pub const SYSFS_MAGIC: u64 = 0x6265_6572;

/// `map_iter`: one BPF map.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct BpfMap {
    pub id: u32,
    pub map_type: u32,
    pub key_size: u32,
    pub value_size: u32,
    pub max_entries: u32,
    pub name: [u8; 16],
}

/// `exec`: the last start of the program [`Exec::PROGRAM`].
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Exec {
    pub tgid: i32,
    pub parent: i32,
    pub old_pid: i32,
    pub filename: [u8; NAME],
}

impl Exec {
    pub const PROGRAM: &[u8; 14] = b"/proc/self/exe";
}

/// `calls`: the last program that was started.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Calls {
    pub started: i32,
    /// Whether the kernel has `bpf_task_from_pid`.
    pub exists: u32,
    /// The number of the task that it returned, and whether it returned null for a number that no task has.
    pub found: i32,
    pub nobody: i32,
}

/// `variables`: the variable `runqueues`, whose member `cpu` is the number of its CPU.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Variables {
    pub exists: u32,
    pub this_cpu: i32,
    pub cpu_0: i32,
    /// Whether it is null for a CPU that no machine has.
    pub no_cpu: i32,
}

/// `sock`: one end of a TCP connection at the moment it is established.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Sock {
    pub family: u16,
    pub num: u16,
    /// In network byte order, as the kernel has it.
    pub dport: u16,
    pub protocol: u16,
    pub rcv_saddr: u32,
    pub daddr: u32,
    pub kind: u16,
    /// A bitfield everywhere.
    pub no_check: u8,
    /// A bitfield on old kernels, an integer on new ones.
    pub userlocks: u8,
}

/// `kinds`: unions, flexible arrays, typedefs, enumerators, bitfields.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Kinds {
    pub uid: u32,
    pub threads: i32,
    /// `signal->pids[PIDTYPE_TGID]->numbers[0].nr`
    pub tgid: i32,
    /// Whether the bitfield `signal->is_child_subreaper` is there.
    pub has_subreaper_bit: u32,
    /// Its value by load, and by probe read.
    pub subreaper: u32,
    pub subreaper_read: u32,
    pub error: i32,
}

/// `far`: a node of memory.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Node {
    pub id: i32,
    pub id_read: i32,
    pub present_pages: u64,
    pub spanned_pages: u64,
    /// The thread that reclaims its memory.
    pub kswapd: i32,
    pub unused: i32,
}

/// `children`: the thread ids of the first children, and the process ids of two parents.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Children {
    pub count: u32,
    pub error: i32,
    pub pids: [i32; 6],
    /// The parent of this process.
    pub of_parent: i32,
    /// The parent of the last child.
    pub of_last: i32,
}

/// `headers`: what the headers of a packet say. Numbers are in the byte order of the machine, addresses are bytes.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Headers {
    pub source: [u8; 6],
    pub vlan: u16,
    pub from: [u8; 16],
    pub to: [u8; 16],
    pub sequence: u32,
    pub source_port: u16,
    pub destination_port: u16,
    pub version: u8,
    /// In words of four bytes; of IPv4.
    pub header_length: u8,
    pub ttl: u8,
    pub data_offset: u8,
    /// syn, ack, fin, rst, psh.
    pub flags: [u8; 5],
    pub unused: [u8; 3],
}

/// `values`: how often the program ran, and its timer before.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    pub runs: u32,
    pub ticks: u32,
}

/// `opened_fentry`, `opened_lsm`: one opened file.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Opened {
    pub ino: u64,
    pub tgid: i32,
    pub mode: u32,
}

/// `offsets`: what is at each index of its map. Fields by their offset.
pub const OFFSETS: [&str; 16] = [
    "task_struct.pid",
    "task_struct.tgid",
    "task_struct.comm",
    "task_struct.start_time",
    "file.f_inode",
    "file.f_path",
    "inode.i_ino",
    "sock.sk_protocol",
    "sock_common.skc_num",
    "pid.numbers",
    // Types by their size.
    "task_struct",
    "inode",
    // Enumerators by their value.
    "enum:pageflags.PG_writeback",
    "enum:cpuhp_state.CPUHP_INVALID",
    "enum:cpuhp_state.CPUHP_ONLINE",
    "enum:perf_callchain_context.PERF_CONTEXT_KERNEL",
];

/// `stores`: room for a task or a socket of any kernel: two that are made of zeros and of ones, then two of the other.
pub const IMAGE: usize = 16384;
pub const IMAGES: usize = 4;
/// What is stored, or the lowest bytes of it.
pub const STORED: u64 = 0x1122_3344_5566_7788;

/// `pointers`: arrays behind pointers, whole objects as bytes, lists in user memory.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Pointers {
    /// `files->fdt->fd[i]->f_inode->i_ino`, by an `i` that the runner chose.
    pub ino: u64,
    /// `pid`, with 64 bits: by probe read and by load.
    pub pid_read: u64,
    pub pid_loaded: u64,
    /// `is_child_subreaper`, a bitfield, with 64 bits: by probe read.
    pub subreaper: u64,
    /// Whether `group_leader` is the task itself.
    pub leads: u32,
    pub error: i32,
    /// `cred->uid`, a struct.
    pub uid: [u8; 4],
    pub uid_len: u32,
    /// `signal->rlim`, an array of structs.
    pub limits: [u8; 256],
    pub limits_len: u64,
    /// `mm->saved_auxv`, an array of integers.
    pub auxv: [u8; 1024],
    pub auxv_len: u64,
    /// Two elements of a list in user memory: the second's `prev`, and whether its `next` is null.
    pub prev: u64,
    pub is_end: u32,
    pub is_not_end: u32,
    /// The first element as bytes.
    pub first: [u8; 16],
}

/// `arrays`: elements, bytes and strings.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Arrays {
    /// `signal->rlim[i]`, by an `i` that the runner chose.
    pub soft: u64,
    pub hard: u64,
    /// Whether the array has an element of that index.
    pub beyond: u32,
    /// `thread_pid->numbers[level].nr`
    pub nr: i32,
    /// Bytes of `comm`, and the length of the string there.
    pub comm: [u8; 16],
    pub comm_len: u64,
    pub comm_bytes: u64,
    /// The name of the working directory.
    pub cwd: [u8; NAME],
    pub cwd_len: u64,
    /// What the runner has in its own memory.
    pub user: [u8; NAME],
    pub user_len: u64,
    pub error: i32,
    /// Answer to a buffer that is too short.
    pub short: i32,
}

/// `casts`: the parent of the current task.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Cast {
    pub can_cast: u32,
    pub parent: i32,
    /// Of `task_struct`: in the kernel's BTF, and in the object's.
    pub type_id: u32,
    pub local_type_id: u32,
}

/// `symbols`
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Symbols {
    /// The address of a function.
    pub schedule: u64,
    pub exists: u32,
    pub missing: u32,
    /// Of `init_task`, if it exists.
    pub comm: [u8; 16],
}

/// `configuration`
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Configuration {
    pub version: u64,
    pub hz: u64,
    pub bpf: u32,
    pub ipv6: u32,
    pub ipv6_module: u32,
    pub missing: u32,
}

/// What a scheduler has counted: calls of each callback, and what these did.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Scheduled {
    pub selected: u64,
    /// Tasks that went to an idle CPU without the shared queue.
    pub direct: u64,
    /// Of these, the tasks of which the kernel said that they were inserted.
    pub confirmed: u64,
    /// Tasks that went into the shared queue, and that a CPU took from it.
    pub enqueued: u64,
    pub dispatched: u64,
    pub running: u64,
    pub stopping: u64,
    /// How long tasks ran, in nanoseconds, as their slices say.
    pub ran: u64,
    pub enabled: u64,
    pub exited: u64,
    /// An `enum scx_exit_kind`.
    pub exit_kind: u64,
}

/// `every_kind`: at each index of its map, the relocation behind the number, and what it is about. Of bitfields and signs it is
/// the value that was read.
pub const EVERY_KIND: [(&str, &str); 21] = [
    ("byte_off", "task_struct.pid"),
    ("byte_sz", "size:task_struct.comm"),
    ("field_exists", "task_struct.__state"),
    ("field_exists", "inode.i_mtime_sec"),
    ("signed", "signal_struct.oom_score_adj"),
    ("lshift_u64", "signal_struct.is_child_subreaper:"),
    ("rshift_u64", "signal_struct.is_child_subreaper:"),
    ("local_type_id", "task_struct"),
    ("target_type_id", "id:task_struct"),
    ("type_exists", "task_struct"),
    ("type_exists", "mnt_idmap"),
    ("type_size", "task_struct"),
    ("enumval_exists", "enum:bpf_cmd.BPF_TOKEN_CREATE"),
    ("enumval_exists", "enum:cpuhp_state.CPUHP_ONLINE"),
    ("enumval_value", "enum:cpuhp_state.CPUHP_INVALID"),
    (
        "enumval_value",
        "enum:perf_callchain_context.PERF_CONTEXT_KERNEL",
    ),
    ("type_exists", "enum:pid_type"),
    ("type_exists", "typedef:pid_t"),
    ("type_exists", "typedef:socket_state"),
    ("type_exists", "enum:bpf_cond_pseudo_jmp"),
    ("enumval_value", "enum:(anon).SS_CONNECTED"),
];

/// `matches`: the struct at each index of its map.
pub const MATCHES: [&str; 5] = ["list_head", "qstr", "path", "group_info", "fs_struct"];
