//! Values in memory that Rust laid out, read through the accessors.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, offset_of, size_of};
use core::ptr;

use host::parent_tgid;
use host::vmlinux::btfgen::{self, ReadError};
use host::vmlinux::{mm_struct, sched_info, task_struct};

/// `struct task_struct` of the fixture, written by hand.
#[repr(C)]
struct Task {
    __state: u32,
    stack: *const c_void,
    usage: i32,
    pid: i32,
    tgid: i32,
    real_parent: *const Task,
    mm: *const Memory,
    children: [*const c_void; 2],
    sched_info: Scheduled,
    time: Time,
    comm: [u8; 16],
    stats: [Scheduled; 3],
    level: i8,
    in_iowait: u8,
    bits: u8,
    last: u32,
    matrix: [[u8; 3]; 2],
    delta: i64,
    flags: u16,
    load: *const c_char,
    only_declared: *const c_void,
    tail: [u64; 2],
}

#[repr(C)]
struct Memory {
    total_vm: u64,
    oom: u8,
}

#[repr(C)]
#[derive(Clone, Copy)]
struct Scheduled {
    pcount: u64,
    run_delay: u64,
}

#[repr(C)]
union Time {
    start_time: u64,
    parts: Parts,
}

#[repr(C)]
#[derive(Clone, Copy)]
struct Parts {
    seq: u32,
    nice: i16,
}

fn task() -> Task {
    let scheduled = |pcount| Scheduled {
        pcount,
        run_delay: pcount + 100,
    };
    Task {
        __state: 0xffff_fffe,
        stack: ptr::without_provenance(0xdead_beef_0000_1000),
        usage: i32::MIN,
        pid: 42,
        tgid: -7,
        real_parent: ptr::null(),
        mm: ptr::null(),
        children: [ptr::null(); 2],
        sched_info: scheduled(1),
        time: Time {
            parts: Parts {
                seq: 0x8000_0001,
                nice: -20,
            },
        },
        comm: *b"a name of 16 b.\0",
        stats: [scheduled(10), scheduled(20), scheduled(30)],
        level: -128,
        in_iowait: 2,
        bits: 0b0010_0011,
        last: u32::from_ne_bytes([1, 2, 3, 4]),
        matrix: [[1, 2, 3], [4, 5, 6]],
        delta: i64::MIN,
        flags: u16::MAX,
        load: c"a field called as an operation".as_ptr(),
        only_declared: ptr::null(),
        tail: [u64::MAX, 5],
    }
}

#[test]
fn integers_of_each_size_and_sign() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    // SAFETY: `memory` is a task.
    unsafe {
        assert_eq!(task.__state().load(), 0xffff_fffe);
        assert_eq!(task.usage().counter().load(), i32::MIN);
        assert_eq!(task.pid().load(), 42);
        assert_eq!(task.tgid().load_once(), -7);
        assert_eq!(task.level().load(), -128);
        assert_eq!(task.delta().load(), i64::MIN);
        assert_eq!(task.flags().load(), u16::MAX);
        assert_eq!(task.sched_info().run_delay().load(), 101);
        assert_eq!(task.tgid().read(), Ok(-7));
        assert_eq!(task.level().read(), Ok(-128));
        assert_eq!(task.flags().read(), Ok(u16::MAX));
        assert_eq!(task.__state().read_user(), Ok(0xffff_fffe));
    }
}

#[test]
fn any_byte_but_zero_is_true() {
    let mut memory = task();
    let task = task_struct::at(&raw mut memory);
    // SAFETY: `memory` is a task.
    unsafe {
        assert!(task.in_iowait().load());
        assert_eq!(task.in_iowait().read(), Ok(true));
        (&raw mut memory.in_iowait).write(0);
        assert!(!task.in_iowait().load_once());
    }
}

#[cfg(target_endian = "little")]
#[test]
fn bitfields_with_and_without_a_sign() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    // SAFETY: `memory` is a task.
    unsafe {
        assert_eq!(task.sched_reset_on_fork().load(), 1);
        assert_eq!(task.sched_reset_on_fork().read(), Ok(1));
        assert_eq!(task.priority().load_once(), -15);
        assert_eq!(task.priority().read(), Ok(-15));
    }
}

#[test]
fn pointers_lead_to_places() {
    let memory = Memory {
        total_vm: 77,
        oom: 0,
    };
    let mut parent = task();
    parent.tgid = 1;
    parent.mm = &raw const memory;
    let mut child = task();
    child.real_parent = &raw const parent;
    let task = task_struct::at(&raw const child);
    // SAFETY: all three are what they are said to be.
    unsafe {
        assert_eq!(parent_tgid(task), Ok(1));
        assert_eq!(task.real_parent().follow_trusted().tgid().load(), 1);
        let total_vm = task.real_parent().follow_trusted().mm().follow();
        assert_eq!(total_vm.map(|mm| mm.total_vm().load()), Ok(77));
        let pointer: *mut task_struct = task.real_parent().load();
        assert_eq!(pointer.cast_const().cast(), &raw const parent);
        assert_eq!(task.mm().read(), Ok(ptr::null_mut::<mm_struct>()));
        assert_eq!(task.stack().load().addr(), 0xdead_beef_0000_1000);
    }
}

#[test]
fn elements_of_arrays() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    // SAFETY: `memory` is a task.
    unsafe {
        assert_eq!(task.comm().index::<5>().load(), b'e');
        assert_eq!(task.stats().index::<0>().pcount().load(), 10);
        assert_eq!(task.stats().index::<2>().run_delay().load(), 130);
        assert_eq!(task.matrix().index::<1>().index::<2>().load(), 6);
        assert_eq!(task.tail().index::<1>().load(), 5);
        assert_eq!(task.last().bytes().index::<3>().read(), Ok(4));
    }
}

#[test]
fn elements_by_an_index_that_is_computed() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    for (i, stat) in memory.stats.iter().enumerate() {
        let place = task.stats().element(i).expect("there are three");
        // SAFETY: `memory` is a task.
        assert_eq!(unsafe { place.run_delay().load() }, stat.run_delay);
    }
    assert!(task.stats().element(3).is_none());
    assert!(task.stats().element(usize::MAX).is_none());
    for (i, row) in memory.matrix.iter().enumerate() {
        for (j, byte) in row.iter().enumerate() {
            let place = task.matrix().element(i).and_then(|row| row.element(j));
            // SAFETY: as above.
            assert_eq!(place.map(|place| unsafe { place.load() }), Some(*byte));
        }
    }
    // Nothing limits the index of what was declared without a length.
    let tail = task.tail().element(1).expect("no limit");
    // SAFETY: as above.
    assert_eq!(unsafe { tail.load() }, 5);
}

#[test]
fn bytes_and_strings() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    // SAFETY: `memory` is a task, and strings in it end.
    unsafe {
        let mut buffer = [0xff; 20];
        assert_eq!(task.comm().read_bytes(&mut buffer), Ok(&memory.comm[..]));
        assert_eq!(buffer[16..], [0xff; 4]);
        assert_eq!(
            task.comm().read_bytes(&mut [0; 15]),
            Err(ReadError::TOO_WIDE)
        );
        assert_eq!(
            task.comm().read_str(&mut buffer),
            Ok(&b"a name of 16 b."[..])
        );
        assert_eq!(
            task.comm().read_user_str(&mut buffer[..5]),
            Ok(&b"a na"[..])
        );
        assert_eq!(task.comm().read_str(&mut []), Ok(&b""[..]));
        let text = btfgen::operations(task.load()).read_str(&mut buffer);
        assert_eq!(text, Ok(&b"a field called as a"[..]));
    }
}

#[test]
fn whole_objects_as_bytes() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    // SAFETY: `memory` is a task.
    unsafe {
        let mut buffer = MaybeUninit::<[u8; 48]>::uninit();
        let bytes = |values: [u64; 2]| values.map(u64::to_ne_bytes).concat();
        let info = task.sched_info().read_bytes(&mut buffer);
        assert_eq!(info.map(<[u8]>::to_vec), Ok(bytes([1, 101])));
        let stats = task.stats().read_user_bytes(&mut buffer);
        let expected = [[10, 110], [20, 120], [30, 130]].map(bytes).concat();
        assert_eq!(stats, Ok(&expected[..]));
        let matrix = task.matrix().read_bytes(&mut buffer);
        assert_eq!(matrix, Ok(&[1, 2, 3, 4, 5, 6][..]));
        let tgid = task.tgid().read_bytes(&mut buffer);
        assert_eq!(tgid, Ok(&(-7_i32).to_ne_bytes()[..]));
    }
}

#[test]
fn integers_with_64_bits() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    // SAFETY: `memory` is a task.
    unsafe {
        assert_eq!(task.__state().read_wide(), Ok(0xffff_fffe));
        assert_eq!(task.tgid().read_wide(), Ok(-7_i64 as u64));
        assert_eq!(task.level().load_wide(), -128_i64 as u64);
        assert_eq!(task.delta().load_wide(), i64::MIN as u64);
        if cfg!(target_endian = "little") {
            assert_eq!(task.priority().read_wide(), Ok(-15_i64 as u64));
            assert_eq!(task.sched_reset_on_fork().load_wide(), 1);
        }
    }
}

#[test]
fn places_compare_by_address() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    let stats = task.stats();
    assert!(task == task_struct::at(&raw const memory));
    assert!(stats.index::<1>() == stats.index::<0>().nth(1));
    assert!(stats.index::<1>() != stats.index::<2>());
    assert!(!task.is_null() && task_struct::at(ptr::null::<c_void>()).is_null());
}

#[test]
fn arrays_behind_pointers() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    // SAFETY: `load` points to a text.
    unsafe {
        let text = btfgen::operations(task.load()).follow();
        let third = text.map(|byte| byte.nth(2));
        assert_eq!(third.and_then(|byte| byte.read()), Ok(b'f'));
        assert_eq!(third.map(|byte| byte.load()), Ok(b'f'));
        assert_eq!(third.and_then(|byte| byte.read_wide()), Ok(b'f'.into()));
        let size = third.map(|byte| (byte.byte_size(), byte.byte_offset(), byte.exists()));
        assert_eq!(size, Ok((1, 0, true)));
    }
}

#[test]
fn what_is_stored_is_there() {
    let mut memory = task();
    let task = task_struct::at_mut(&raw mut memory);
    // SAFETY: `memory` is a task.
    unsafe {
        task.pid().store(-43);
        task.level().store(7);
        task.in_iowait().store(false);
        task.delta().store(i64::MAX);
        task.sched_info().as_root_mut().run_delay().store(9);
        task.comm().index::<0>().store(b'A');
        if let Some(byte) = task.comm().element(2) {
            byte.store(b'N');
        }
        task.real_parent().store(ptr::without_provenance_mut(64));
        task.flags().as_mut_ptr().write(5);
    }
    assert_eq!((memory.pid, memory.tgid), (-43, -7));
    assert_eq!((memory.level, memory.in_iowait), (7, 0));
    assert_eq!((memory.delta, memory.flags), (i64::MAX, 5));
    assert_eq!(memory.sched_info.run_delay, 9);
    assert_eq!(memory.comm, *b"A Name of 16 b.\0");
    assert_eq!(memory.real_parent.addr(), 64);
}

#[cfg(target_endian = "little")]
#[test]
fn bits_around_a_bitfield_stay() {
    let mut memory = task();
    let before = memory.bits;
    let task = task_struct::at_mut(&raw mut memory);
    // SAFETY: `memory` is a task.
    unsafe {
        task.sched_reset_on_fork().store(0);
        assert_eq!((&raw const memory.bits).read(), before & !1);
        // As in C, it gets the lowest bits.
        task.sched_reset_on_fork().store(3);
        assert_eq!((&raw const memory.bits).read(), before);
        task.priority().store(-2);
        assert_eq!(task.priority().load(), -2);
        assert_eq!(task.sched_reset_on_fork().load(), 1);
    }
}

#[test]
fn members_of_anonymous_ones() {
    let mut memory = task();
    let task = task_struct::at(&raw mut memory);
    // SAFETY: `memory` is a task.
    unsafe {
        assert_eq!(task.seq().load(), 0x8000_0001);
        assert_eq!(task.nice().load(), -20);
        (&raw mut memory.time.start_time).write(u64::MAX - 1);
        assert_eq!(task.start_time().load(), u64::MAX - 1);
    }
}

#[test]
fn addresses_of_fields() {
    let memory = task();
    let task = task_struct::at(&raw const memory);
    let comm: *const u8 = task.comm().as_ptr();
    assert_eq!(comm, memory.comm.as_ptr());
    assert_eq!(task.pid().as_ptr(), &raw const memory.pid);
    let info: *const sched_info = task.stats().index::<1>().as_ptr();
    assert_eq!(info.cast(), &raw const memory.stats[1]);
    // SAFETY: it is a `sched_info`.
    let pcount = unsafe { task.stats().index::<1>().as_root().pcount().load() };
    assert_eq!(pcount, 20);
}

#[test]
fn a_field_hides_the_operation_of_its_name() {
    let memory = task();
    let place = task_struct::at(&raw const memory).load();
    // SAFETY: `memory` is a task.
    let loaded = unsafe { btfgen::operations(place).load() };
    assert_eq!(loaded.cast(), memory.load);
}

#[test]
fn offsets_and_sizes_are_those_of_c() {
    let place = task_struct::at(ptr::null::<c_void>());
    macro_rules! same {
        ($($field:ident . $($accessor:ident).+;)*) => { $(
            let at = place $(.$accessor())+;
            assert_eq!(at.byte_offset(), offset_of!(Task, $field), stringify!($field));
        )* };
    }
    same! {
        __state.__state; stack.stack; usage.usage; usage.usage.counter; pid.pid; tgid.tgid; real_parent.real_parent;
        mm.mm; children.children; children.children.next; sched_info.sched_info; time.start_time; time.seq; comm.comm;
        stats.stats; level.level; in_iowait.in_iowait; last.last; last.last.whole; matrix.matrix; delta.delta;
        flags.flags; load.load; tail.tail;
    }
    assert_eq!(place.byte_offset(), 0);
    assert_eq!(place.byte_size(), offset_of!(Task, tail));
    assert_eq!(
        place.nice().byte_offset(),
        offset_of!(Task, time) + offset_of!(Parts, nice)
    );
    assert_eq!(
        place.stats().index::<2>().run_delay().byte_offset(),
        offset_of!(Task, stats) + 2 * size_of::<Scheduled>() + 8
    );
    assert_eq!(place.stats().byte_size(), 3 * size_of::<Scheduled>());
    assert_eq!(
        place.stats().index::<1>().byte_size(),
        size_of::<Scheduled>()
    );
    assert_eq!(place.matrix().index::<1>().byte_size(), 3);
    assert_eq!(place.comm().byte_size(), 16);
    assert_eq!(place.comm().index::<0>().byte_size(), 1);
    assert_eq!(place.in_iowait().byte_size(), 1);
    assert_eq!(place.real_parent().byte_size(), 8);
}

#[test]
fn fields_of_the_kernel_of_the_bindings_exist() {
    let task = task_struct::at(ptr::null::<c_void>());
    assert!(task.exists() && task.pid().exists() && task.priority().exists());
    assert!(task.stats().index::<1>().pcount().exists());
}

#[test]
fn types_are_there_and_have_their_size() {
    assert!(btfgen::type_exists::<task_struct>());
    assert_eq!(btfgen::type_size::<sched_info>(), size_of::<Scheduled>());
    assert_eq!(btfgen::type_size::<task_struct>(), offset_of!(Task, tail));
}
