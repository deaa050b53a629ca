//! A scheduler (sched_ext). All CPUs share one queue, sorted by virtual time: a task's grows as the task runs, more slowly the larger
//! its weight is. The kernel's function finds an idle CPU for a task that wakes up.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use core::cell::UnsafeCell;

use answers::Scheduled;
use vmlinux::btfgen::PlaceMut;
use vmlinux::relocated::{SCX_DSQ_LOCAL, SCX_SLICE_DFL};
use vmlinux::struct_ops::sched_ext_ops;
use vmlinux::{kfunc, task_struct};

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

/// The number of the queue. Those of the kernel's own queues are larger.
const SHARED: u64 = 0;
/// The weight of a task that is not nice.
const DEFAULT_WEIGHT: u64 = 100;

/// The virtual time of the task that began to run last.
static NOW: Time = Time(UnsafeCell::new(0));

/// A time that all CPUs read and write. Not every LLVM has atomic loads for BPF; one aligned access of eight bytes is the same.
struct Time(UnsafeCell<u64>);

// SAFETY: each access is one instruction.
unsafe impl Sync for Time {}

impl Time {
    #[inline(always)]
    fn get(&self) -> u64 {
        // SAFETY: aligned, and alive for ever.
        unsafe { self.0.get().read_volatile() }
    }

    #[inline(always)]
    fn set(&self, time: u64) {
        // SAFETY: aligned, and alive for ever.
        unsafe { self.0.get().write_volatile(time) }
    }
}

/// What the callbacks count, on each CPU. The loader reads these counters.
#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static COUNTS: Counts = Counts {
    r#type: core::ptr::null(),
    key: core::ptr::null(),
    value: core::ptr::null(),
    max_entries: core::ptr::null(),
};

/// A map with one value for each CPU (`BPF_MAP_TYPE_PERCPU_ARRAY`), as libbpf reads it from BTF.
#[repr(C)]
struct Counts {
    r#type: *const [i32; 6],
    key: *const u32,
    value: *const Scheduled,
    max_entries: *const [i32; 1],
}

// SAFETY: the pointers are there for their types and always null.
unsafe impl Sync for Counts {}

/// Changes the counters of this CPU.
#[inline(always)]
fn count(change: impl FnOnce(&mut Scheduled)) {
    type Lookup = unsafe extern "C" fn(*const Counts, *const u32) -> *mut Scheduled;
    // SAFETY: helper 1 is bpf_map_lookup_elem, whose result is the value of this CPU, or null. No callback interrupts another.
    unsafe {
        let lookup = core::mem::transmute::<usize, Lookup>(1);
        if let Some(counts) = lookup(&raw const COUNTS, &0).as_mut() {
            change(counts);
        }
    }
}

/// Whether a virtual time is before another one. Virtual times wrap around.
#[inline(always)]
fn is_before(time: u64, other: u64) -> bool {
    (time.wrapping_sub(other) as i64) < 0
}

/// Puts a task into a queue that is first in, first out.
#[inline(always)]
fn insert(task: PlaceMut<task_struct>, queue: u64, flags: u64) {
    let slice = SCX_SLICE_DFL.value().into();
    // SAFETY: the task of the callback, and a queue that exists.
    unsafe {
        // Since Linux 6.19, the function says whether it inserted the task, and has this name.
        if kfunc::exists::scx_bpf_dsq_insert___v2() {
            let is_inserted = kfunc::scx_bpf_dsq_insert___v2(task, queue, slice, flags);
            count(|counts| counts.confirmed += u64::from(is_inserted));
        } else {
            kfunc::scx_bpf_dsq_insert(task, queue, slice, flags);
        }
    }
}

#[inline(always)]
fn set_virtual_time(task: PlaceMut<task_struct>, time: u64) {
    // SAFETY: the task of the callback. Where the function does not exist, the verifier permits the store.
    unsafe {
        if kfunc::exists::scx_bpf_task_set_dsq_vtime() {
            let _ = kfunc::scx_bpf_task_set_dsq_vtime(task, time);
        } else {
            task.scx().dsq_vtime().store(time);
        }
    }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/select_cpu")]
extern "C" fn select_cpu(call: sched_ext_ops::SelectCpu) -> i32 {
    let (task, mut is_idle) = (call.arg0(), false);
    // SAFETY: the task of the callback, and a flag on the stack.
    let cpu =
        unsafe { kfunc::scx_bpf_select_cpu_dfl(task, call.arg1(), call.arg2(), &raw mut is_idle) };
    count(|counts| counts.selected += 1);
    if is_idle {
        count(|counts| counts.direct += 1);
        insert(task, SCX_DSQ_LOCAL.value(), 0);
    }
    cpu
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/enqueue")]
extern "C" fn enqueue(call: sched_ext_ops::Enqueue) {
    let task = call.arg0();
    let slice = u64::from(SCX_SLICE_DFL.value());
    // A task that slept does not save more than one slice.
    let oldest = NOW.get().wrapping_sub(slice);
    // SAFETY: the task of the callback, and a queue that `init` made.
    unsafe {
        let mut time = task.scx().dsq_vtime().load();
        if is_before(time, oldest) {
            time = oldest;
        }
        kfunc::scx_bpf_dsq_insert_vtime(task, SHARED, slice, time, call.arg1());
    }
    count(|counts| counts.enqueued += 1);
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/dispatch")]
extern "C" fn dispatch(_call: sched_ext_ops::Dispatch) {
    // SAFETY: a queue that `init` made.
    if unsafe { kfunc::scx_bpf_dsq_move_to_local(SHARED) } {
        count(|counts| counts.dispatched += 1);
    }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/running")]
extern "C" fn running(call: sched_ext_ops::Running) {
    // SAFETY: the task of the callback.
    let time = unsafe { call.arg0().scx().dsq_vtime().load() };
    // Another CPU may do the same; then the time is a little too early, which does no harm.
    if is_before(NOW.get(), time) {
        NOW.set(time);
    }
    count(|counts| counts.running += 1);
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/stopping")]
extern "C" fn stopping(call: sched_ext_ops::Stopping) {
    let task = call.arg0();
    // SAFETY: the task of the callback.
    let (left, weight, time) = unsafe {
        let scx = task.scx();
        (
            scx.slice().load(),
            scx.weight().load(),
            scx.dsq_vtime().load(),
        )
    };
    let ran = u64::from(SCX_SLICE_DFL.value()).saturating_sub(left);
    // The kernel's weights are from 1 to 10,000.
    let weight = u64::from(weight).max(1);
    set_virtual_time(task, time.wrapping_add(ran * DEFAULT_WEIGHT / weight));
    count(|counts| counts.stopping += 1);
    count(|counts| counts.ran += ran);
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/enable")]
extern "C" fn enable(call: sched_ext_ops::Enable) {
    set_virtual_time(call.arg0(), NOW.get());
    count(|counts| counts.enabled += 1);
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops.s/init")]
extern "C" fn init(_call: sched_ext_ops::Init) -> i32 {
    // SAFETY: a number that no queue has; memory of any node will do.
    unsafe { kfunc::scx_bpf_create_dsq(SHARED, -1) }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "struct_ops/exit")]
extern "C" fn exit(call: sched_ext_ops::Exit) {
    // SAFETY: the argument of the callback.
    let kind = unsafe { call.arg0().kind().load() };
    count(|counts| counts.exited += 1);
    count(|counts| counts.exit_kind = kind.into());
}

sched_ext_ops! {
    static rust_scheduler in ".struct_ops.link" = {
        select_cpu: select_cpu,
        enqueue: enqueue,
        dispatch: dispatch,
        running: running,
        stopping: stopping,
        enable: enable,
        init: init,
        exit: exit,
        name: "rust_scheduler",
    };
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
