//! Programs with the bindings of four kernels in one module. `bpftool prog run` runs each, and prints what it returns.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::mem::transmute;

use vmlinux::btfgen::{Place, ReadError};
use vmlinux::{file, socket, task_struct, tp};

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

/// The running kernel has the field by none of its names.
const NO_FIELD: ReadError = ReadError::TOO_WIDE;

/// `TASK_INTERRUPTIBLE`
const SLEEPS: u64 = 1;

macro_rules! programs {
    ($($name:ident $body:block)*) => { $(
        #[unsafe(no_mangle)]
        #[unsafe(link_section = "raw_tp/sys_enter")]
        extern "C" fn $name(_context: *const *const c_void) -> i32 {
            #[allow(unused_unsafe, reason = "some only ask for numbers")]
            // SAFETY: these are probe reads.
            let answer: Result<i32, i32> = (|| unsafe { Ok($body) })();
            answer.unwrap_or_else(|error| error)
        }
    )* };
}

/// Linux 5.10 does not have the helper that returns a trusted pointer.
#[inline(always)]
fn task() -> Place<task_struct> {
    // SAFETY: helper 35 is bpf_get_current_task.
    let task = unsafe { transmute::<usize, unsafe extern "C" fn() -> u64>(35)() };
    task_struct::at(task as *const c_void)
}

/// What standard input is.
#[inline(always)]
unsafe fn standard_input() -> Result<Place<file>, ReadError> {
    // SAFETY: these are probe reads.
    unsafe {
        let table = task().files().follow()?.fdt().follow()?;
        table.fd().follow()?.follow()
    }
}

programs! {
    // The state of the parent, which waits for this process.
    state {
        let parent = task().real_parent().follow()?;
        if let Some(state) = parent.__state().if_exists() {
            state.read()? as i32
        } else {
            parent.state().if_exists().ok_or(NO_FIELD)?.read()? as i32
        }
    }

    // When standard input was last read.
    atime {
        let inode = standard_input()?.f_inode().follow()?;
        match inode.i_atime_sec().if_exists() {
            Some(seconds) => seconds.read()? as i32,
            None => inode.i_atime().if_exists().ok_or(NO_FIELD)?.tv_sec().read()? as i32,
        }
    }

    // The protocol of standard input, which is a socket.
    protocol {
        let socket = socket::at(standard_input()?.private_data().read()?);
        socket.sk().follow()?.sk_protocol().read()? as i32
    }

    // Which prototypes of a tracepoint the kernel has: that with three arguments, and that with four.
    prototypes {
        let three = tp::SchedSwitchWith3Arguments::exists() as i32;
        let four = tp::SchedSwitchWith4Arguments::exists() as i32;
        three + 10 * four
    }

    // What the program `switched` has found: 1 if nothing was wrong, 10 if something was right, 100 if a task went to sleep.
    switches {
        !WRONG.is_any() as i32 + 10 * RIGHT.is_any() as i32 + 100 * SLEPT.is_any() as i32
    }

    // An enumerator that older kernels do not have: its value, or -1.
    map_type {
        match vmlinux::relocated::BPF_MAP_TYPE_ARENA.if_exists() {
            Some(value) => value as i32,
            None => -1,
        }
    }
}

/// How often something was so when the kernel switched from one task to another, on any processor.
struct Count(UnsafeCell<u32>);

// SAFETY: two processors that count at once can lose a step, and nothing else: only whether a number is 0 is asked.
unsafe impl Sync for Count {}

impl Count {
    #[inline(always)]
    fn step(&self) {
        // SAFETY: the address is that of the cell.
        unsafe {
            self.0
                .get()
                .write_volatile(self.0.get().read_volatile().wrapping_add(1))
        }
    }

    #[inline(always)]
    fn is_any(&self) -> bool {
        // SAFETY: as above.
        unsafe { self.0.get().read_volatile() != 0 }
    }
}

static RIGHT: Count = Count(UnsafeCell::new(0));
static WRONG: Count = Count(UnsafeCell::new(0));
static SLEPT: Count = Count(UnsafeCell::new(0));

/// The arguments, by whichever prototype the kernel has: the task that stops is the current one, and the next one is another. The
/// fourth argument is the state of the task that stops.
#[unsafe(no_mangle)]
#[unsafe(link_section = "raw_tp/sched_switch")]
extern "C" fn switched(context: *const *const c_void) -> i32 {
    // SAFETY: the context is that of this tracepoint, and these are probe reads.
    let (prev, next, slept) = unsafe {
        if let Some(switch) = tp::SchedSwitchWith4Arguments::if_exists(context) {
            let slept = u64::from(switch.prev_state()) & SLEEPS != 0;
            (
                switch.prev().pid().read_or_zero(),
                switch.next().pid().read_or_zero(),
                slept,
            )
        } else if let Some(switch) = tp::SchedSwitchWith3Arguments::if_exists(context) {
            (
                switch.prev().pid().read_or_zero(),
                switch.next().pid().read_or_zero(),
                false,
            )
        } else {
            return 0;
        }
    };
    // SAFETY: this is a probe read.
    let current = unsafe { task().pid().read_or_zero() };
    match prev == current && next != prev {
        true => RIGHT.step(),
        false => WRONG.step(),
    }
    if slept {
        SLEPT.step();
    }
    0
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 4] = *b"GPL\0";
