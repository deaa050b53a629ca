//! Types that the kernel looks for in programs by their names: a lock and a timer in the value of a map, and a dynptr.

#![no_std]
#![no_main]

use core::ffi::{c_long, c_void};
use core::mem::{MaybeUninit, transmute};

use answers::Counted;
use plain::vmlinux::plain::{bpf_dynptr, bpf_spin_lock, bpf_timer};
use plain::{Array, RingBuffer};

plain::license!();

/// The value of a map, with members that the kernel keeps.
#[repr(C)]
struct Counter {
    lock: bpf_spin_lock,
    runs: u32,
    timer: bpf_timer,
    ticks: u64,
}

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static COUNTERS: Array<Counter, 1> = Array::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static EVENTS: RingBuffer<4096> = RingBuffer::new();

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
static ANSWERS: Array<Counted, 1> = Array::new();

const CLOCK_MONOTONIC: u64 = 1;

/// Counts under the lock, starts the timer, and hands out a record of which the kernel checks the length.
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
extern "C" fn values(_context: *const c_void) -> i32 {
    let Some(counter) = COUNTERS.get(0) else {
        return 0;
    };
    // SAFETY: 93 is bpf_spin_lock, 94 bpf_spin_unlock; the memory is the value of a map.
    let runs = unsafe {
        let lock = &raw mut (*counter).lock;
        transmute::<usize, unsafe extern "C" fn(*mut bpf_spin_lock)>(93)(lock);
        let runs = (*counter).runs + 1;
        (*counter).runs = runs;
        transmute::<usize, unsafe extern "C" fn(*mut bpf_spin_lock)>(94)(lock);
        runs
    };
    // SAFETY: as above.
    unsafe { start(&raw mut (*counter).timer) };
    let record = Counted {
        runs,
        // SAFETY: as above.
        ticks: unsafe { (&raw const (*counter).ticks).read_volatile() } as u32,
    };
    ANSWERS.set(0, &record);
    // SAFETY: the record lives.
    unsafe { write(&record) };
    0
}

type Callback = extern "C" fn(*mut c_void, *mut u32, *mut Counter) -> c_long;

#[inline(always)]
unsafe fn start(timer: *mut bpf_timer) {
    type Init = unsafe extern "C" fn(*mut bpf_timer, *const c_void, u64) -> c_long;
    type SetCallback = unsafe extern "C" fn(*mut bpf_timer, Callback) -> c_long;
    type Start = unsafe extern "C" fn(*mut bpf_timer, u64, u64) -> c_long;
    let map = (&raw const COUNTERS).cast();
    // SAFETY: 169 is bpf_timer_init, 170 bpf_timer_set_callback, 171 bpf_timer_start; the caller's word for the timer.
    unsafe {
        transmute::<usize, Init>(169)(timer, map, CLOCK_MONOTONIC);
        transmute::<usize, SetCallback>(170)(timer, tick);
        transmute::<usize, Start>(171)(timer, 0, 0);
    }
}

extern "C" fn tick(_map: *mut c_void, _key: *mut u32, counter: *mut Counter) -> c_long {
    // SAFETY: the kernel passes the value of the timer.
    unsafe { (*counter).ticks += 1 };
    0
}

#[inline(always)]
unsafe fn write(record: &Counted) {
    type Reserve = unsafe extern "C" fn(*const c_void, u32, u64, *mut bpf_dynptr) -> c_long;
    type Write = unsafe extern "C" fn(*const bpf_dynptr, u32, *const c_void, u32, u64) -> c_long;
    type Submit = unsafe extern "C" fn(*mut bpf_dynptr, u64);
    let mut pointer = MaybeUninit::<bpf_dynptr>::uninit();
    let pointer = pointer.as_mut_ptr();
    let bytes = size_of::<Counted>() as u32;
    // SAFETY: 198 is bpf_ringbuf_reserve_dynptr, 202 bpf_dynptr_write, 199 bpf_ringbuf_submit_dynptr, which is always called.
    unsafe {
        transmute::<usize, Reserve>(198)((&raw const EVENTS).cast(), bytes, 0, pointer);
        transmute::<usize, Write>(202)(pointer, 0, (&raw const *record).cast(), bytes, 0);
        transmute::<usize, Submit>(199)(pointer, 0);
    }
}
