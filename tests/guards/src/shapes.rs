// Included by each program file of `bin`, which says with macros what its fields are:
// `scalar` and `pointer` are on one kind of kernel only, `behind` is a field of what `pointer` points to,
// `twin` is there exactly where `scalar` is not, and `pid` is always there.
//
// Every shape is one function. `GUARDED` off is the control: the same code, and the condition is always true.

use core::ffi::c_void;
use core::hint::black_box;

/// The arm of the guard that reads the field.
const TAKEN: i32 = 1;
/// The other arm.
const OTHER: i32 = 2;

// What a program returns: the arm in the low byte, and above it something of the value, so that the read stays.
#[inline(always)]
fn taken(value: impl Bits) -> i32 {
    TAKEN | value.bits() << 8
}

#[inline(always)]
fn other(value: impl Bits) -> i32 {
    OTHER | value.bits() << 8
}

trait Bits {
    fn bits(self) -> i32;
}

impl Bits for i32 {
    #[inline(always)]
    fn bits(self) -> i32 {
        self & 0xff
    }
}

impl Bits for u32 {
    #[inline(always)]
    fn bits(self) -> i32 {
        self as i32 & 0xff
    }
}

impl Bits for u64 {
    #[inline(always)]
    fn bits(self) -> i32 {
        self as i32 & 0xff
    }
}

// Not for pointers that are trusted: the verifier lets nobody calculate with these.
impl<T: bindings::btfgen::Opaque> Bits for *mut T {
    #[inline(always)]
    fn bits(self) -> i32 {
        i32::from(self.is_null())
    }
}

// A failed read is a value too: which arm it came from is the question.
impl<T: Bits, E> Bits for Result<T, E> {
    #[inline(always)]
    fn bits(self) -> i32 {
        match self {
            Ok(value) => value.bits(),
            Err(_) => 0xee,
        }
    }
}

#[inline(always)]
fn current_task() -> *mut c_void {
    // SAFETY: helper 158 is bpf_get_current_task_btf.
    unsafe { core::mem::transmute::<usize, unsafe extern "C" fn() -> *mut c_void>(158)() }
}

// A number that neither compiler nor verifier knows.
#[inline(always)]
fn random() -> u32 {
    // SAFETY: helper 7 is bpf_get_prandom_u32.
    unsafe { core::mem::transmute::<usize, unsafe extern "C" fn() -> u32>(7)() }
}

// A number that the verifier knows and the compiler does not, so that loops stay loops.
#[inline(always)]
fn turns() -> u32 {
    let turns: u64;
    // SAFETY: sets a register.
    unsafe { core::arch::asm!("{0} = 3", out(reg) turns, options(nomem, nostack)) }
    turns as u32
}

macro_rules! programs {
    ($($shape:ident $guarded:literal $control:literal)*) => { $(
        const _: () = {
            #[unsafe(export_name = $guarded)]
            #[unsafe(link_section = "raw_tp/sys_enter")]
            extern "C" fn guarded(_context: *mut c_void) -> i32 {
                // SAFETY: the verifier trusts the current task.
                unsafe { $shape::<true>(current_task()) }
            }

            #[unsafe(export_name = $control)]
            #[unsafe(link_section = "raw_tp/sys_enter")]
            extern "C" fn control(_context: *mut c_void) -> i32 {
                // SAFETY: the verifier trusts the current task.
                unsafe { $shape::<false>(current_task()) }
            }
        };
    )* };
}

// The condition of the shape, or of its control.
macro_rules! there {
    ($guarded:ident, $place:expr) => {
        !$guarded || $place.exists()
    };
}

programs! {
    plain_if "plain_if" "plain_if_control"
    read_if "read_if" "read_if_control"
    address_if "address_if" "address_if_control"
    offset_if "offset_if" "offset_if_control"
    size_if "size_if" "size_if_control"
    negated_if "negated_if" "negated_if_control"
    early_return "early_return" "early_return_control"
    early_return_read "early_return_read" "early_return_read_control"
    select "select" "select_control"
    guard_in_loop "guard_in_loop" "guard_in_loop_control"
    guard_in_loop_once "guard_in_loop_once" "guard_in_loop_once_control"
    loop_in_guard "loop_in_guard" "loop_in_guard_control"
    loop_condition "loop_condition" "loop_condition_control"
    loop_of_reads "loop_of_reads" "loop_of_reads_control"
    endless_loop "endless_loop" "endless_loop_control"
    inlined_whole "inlined_whole" "inlined_whole_control"
    inlined_guard "inlined_guard" "inlined_guard_control"
    inlined_load "inlined_load" "inlined_load_control"
    closure "closure" "closure_control"
    generic "generic" "generic_control"
    match_bool "match_bool" "match_bool_control"
    match_option "match_option" "match_option_control"
    match_tuple "match_tuple" "match_tuple_control"
    then_some "then_some" "then_some_control"
    nested "nested" "nested_control"
    nested_same "nested_same" "nested_same_control"
    static_guard "static_guard" "static_guard_control"
    static_load "static_load" "static_load_control"
    static_read "static_read" "static_read_control"
    static_both "static_both" "static_both_control"
    static_twice "static_twice" "static_twice_control"
    stored "stored" "stored_control"
    stored_across_calls "stored_across_calls" "stored_across_calls_control"
    and_before "and_before" "and_before_control"
    and_after "and_after" "and_after_control"
    and_two_fields "and_two_fields" "and_two_fields_control"
    or_return "or_return" "or_return_control"
    or_return_after "or_return_after" "or_return_after_control"
    bit_and "bit_and" "bit_and_control"
    both_arms "both_arms" "both_arms_control"
    both_arms_read "both_arms_read" "both_arms_read_control"
    both_arms_helper "both_arms_helper" "both_arms_helper_control"
    follow_chain "follow_chain" "follow_chain_control"
    follow_trusted_chain "follow_trusted_chain" "follow_trusted_chain_control"
    as_number "as_number" "as_number_control"
    many_values "many_values" "many_values_control"
}

unsafe fn plain_if<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(unsafe { scalar!(task).load() })
    } else {
        OTHER
    }
}

unsafe fn read_if<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(unsafe { scalar!(task).read() })
    } else {
        OTHER
    }
}

unsafe fn address_if<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(scalar!(task).as_ptr().cast_mut())
    } else {
        OTHER
    }
}

unsafe fn offset_if<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(scalar!(task).byte_offset() as u64)
    } else {
        OTHER
    }
}

unsafe fn size_if<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(scalar!(task).byte_size() as u64)
    } else {
        OTHER
    }
}

unsafe fn negated_if<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let mut answer = OTHER;
    if !(there!(GUARDED, scalar!(task))) {
        answer = other(unsafe { pid!(task).load() });
    } else {
        answer += taken(unsafe { scalar!(task).load() }) - OTHER;
    }
    answer
}

unsafe fn early_return<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if !(there!(GUARDED, scalar!(task))) {
        return OTHER;
    }
    taken(unsafe { scalar!(task).load() })
}

unsafe fn early_return_read<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if !(there!(GUARDED, scalar!(task))) {
        return OTHER;
    }
    let pid = unsafe { pid!(task).read() };
    let value = unsafe { scalar!(task).read() };
    taken(value.bits() ^ pid.bits())
}

/// Code that a compiler likes to make branchless.
unsafe fn select<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let guard = there!(GUARDED, scalar!(task));
    let value = if guard { unsafe { scalar!(task).load() } } else { 0 };
    let arm = if guard { TAKEN } else { OTHER };
    arm | value.bits() << 8
}

/// Guard and load are the same in every turn: what loops are rid of.
unsafe fn guard_in_loop<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let (mut sum, mut arm) = (0, OTHER);
    for _ in 0..turns() {
        if there!(GUARDED, scalar!(task)) {
            arm = TAKEN;
            sum += unsafe { scalar!(task).load() }.bits();
        }
        sum ^= random() as i32;
    }
    arm | sum.bits() << 8
}

unsafe fn guard_in_loop_once<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let (mut sum, mut arm) = (0, OTHER);
    for _ in 0..turns() {
        if there!(GUARDED, scalar!(task)) {
            arm = TAKEN;
            sum += unsafe { scalar!(task).load_once() }.bits();
        }
    }
    arm | sum.bits() << 8
}

unsafe fn loop_in_guard<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let mut sum = 0;
    if there!(GUARDED, scalar!(task)) {
        for turn in 0..turns() {
            sum += unsafe { scalar!(task).load_once() }.bits() ^ turn as i32;
        }
        return taken(sum);
    }
    OTHER
}

unsafe fn loop_condition<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let (mut sum, mut turn, mut arm) = (0, 0, OTHER);
    while there!(GUARDED, scalar!(task)) && turn < 4 {
        sum += unsafe { scalar!(task).load() }.bits() * turn;
        turn += 1;
        arm = TAKEN;
    }
    arm | sum.bits() << 8
}

unsafe fn loop_of_reads<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let (mut sum, mut arm) = (0, OTHER);
    for turn in 0..4 {
        if there!(GUARDED, scalar!(task)) {
            arm = TAKEN;
            match unsafe { scalar!(task).read() } {
                Ok(value) => sum += value.bits() ^ turn,
                Err(_) => return TAKEN,
            }
        }
    }
    arm | sum.bits() << 8
}

/// The guard is the only way out at first sight.
unsafe fn endless_loop<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let mut left = turns();
    loop {
        if !(there!(GUARDED, scalar!(task))) {
            return OTHER;
        }
        let value = unsafe { scalar!(task).load_once() };
        left -= 1;
        if left == 0 || random() & 1 == 1 {
            return taken(value);
        }
    }
}

#[inline(always)]
unsafe fn whole<const GUARDED: bool>(task: *mut c_void) -> Option<i32> {
    if !(there!(GUARDED, scalar!(task))) {
        return None;
    }
    Some(unsafe { scalar!(task).load() }.bits())
}

unsafe fn inlined_whole<const GUARDED: bool>(task: *mut c_void) -> i32 {
    match unsafe { whole::<GUARDED>(task) } {
        Some(value) => taken(value),
        None => OTHER,
    }
}

#[inline(always)]
fn guard<const GUARDED: bool>(task: *mut c_void) -> bool {
    there!(GUARDED, scalar!(task))
}

unsafe fn inlined_guard<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if guard::<GUARDED>(task) {
        taken(unsafe { scalar!(task).load() })
    } else {
        OTHER
    }
}

#[inline(always)]
unsafe fn load(task: *mut c_void) -> i32 {
    unsafe { scalar!(task).load() }.bits()
}

unsafe fn inlined_load<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(unsafe { load(task) })
    } else {
        OTHER
    }
}

unsafe fn closure<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let value = || unsafe { scalar!(task).load() }.bits();
    let guard = || there!(GUARDED, scalar!(task));
    if guard() { taken(value()) } else { OTHER }
}

/// Code that takes any place.
#[inline(always)]
unsafe fn load_or<const GUARDED: bool, P>(place: P) -> Option<i32>
where
    P: bindings::btfgen::AnyPlace<Type: bindings::btfgen::Load + bindings::btfgen::CType<Value: Bits>>,
{
    let place = bindings::btfgen::operations(place);
    if there!(GUARDED, place) {
        Some(unsafe { place.load() }.bits())
    } else {
        None
    }
}

unsafe fn generic<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let Some(first) = (unsafe { load_or::<GUARDED, _>(scalar!(task)) }) else {
        return OTHER;
    };
    taken(first)
}

unsafe fn match_bool<const GUARDED: bool>(task: *mut c_void) -> i32 {
    match there!(GUARDED, scalar!(task)) {
        false => OTHER,
        true => taken(unsafe { scalar!(task).load() }),
    }
}

unsafe fn match_option<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let place = if there!(GUARDED, scalar!(task)) { Some(scalar!(task)) } else { None };
    let pid = unsafe { pid!(task).load() };
    match place {
        Some(place) if pid >= 0 => taken(unsafe { place.load() }),
        Some(place) => taken(unsafe { place.load_once() }.bits() + 1),
        None => OTHER,
    }
}

unsafe fn match_tuple<const GUARDED: bool>(task: *mut c_void) -> i32 {
    match (random() & 3, there!(GUARDED, scalar!(task))) {
        (0, true) => taken(unsafe { scalar!(task).load() }),
        (1, true) => taken(unsafe { scalar!(task).load() }.bits() + 1),
        (2, true) => taken(unsafe { scalar!(task).read() }),
        (_, true) => taken(unsafe { scalar!(task).load_once() }),
        (0, false) => other(unsafe { pid!(task).load() }),
        (_, false) => OTHER,
    }
}

unsafe fn then_some<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let guard = there!(GUARDED, scalar!(task));
    let value = guard.then(|| unsafe { scalar!(task).load() });
    value.map_or(OTHER, taken)
}

unsafe fn nested<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let mut answer = OTHER;
    if there!(GUARDED, scalar!(task)) {
        answer = taken(unsafe { scalar!(task).load() });
        if there!(GUARDED, pointer!(task)) {
            answer = taken(unsafe { pointer!(task).load() });
        }
    }
    answer
}

unsafe fn nested_same<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        let first = unsafe { scalar!(task).load_once() }.bits();
        if random() & 1 == 1 && there!(GUARDED, scalar!(task)) {
            return taken(first ^ unsafe { scalar!(task).load_once() }.bits());
        }
        return taken(first);
    }
    OTHER
}

#[inline(never)]
fn asked_elsewhere<const GUARDED: bool>() -> bool {
    there!(GUARDED, scalar!(core::ptr::null_mut::<c_void>()))
}

/// The verifier follows a static function's result.
unsafe fn static_guard<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if asked_elsewhere::<GUARDED>() {
        taken(unsafe { scalar!(task).load() })
    } else {
        OTHER
    }
}

#[inline(never)]
unsafe fn loaded_elsewhere(task: *mut c_void) -> i32 {
    unsafe { scalar!(task).load() }.bits()
}

unsafe fn static_load<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(unsafe { loaded_elsewhere(task) })
    } else {
        OTHER
    }
}

#[inline(never)]
unsafe fn read_elsewhere(task: *mut c_void) -> i32 {
    unsafe { scalar!(task).read() }.bits()
}

unsafe fn static_read<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if !(there!(GUARDED, scalar!(task))) {
        return OTHER;
    }
    taken(unsafe { read_elsewhere(task) })
}

#[inline(never)]
unsafe fn all_elsewhere<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(unsafe { scalar!(task).load() })
    } else {
        OTHER
    }
}

unsafe fn static_both<const GUARDED: bool>(task: *mut c_void) -> i32 {
    black_box(unsafe { all_elsewhere::<GUARDED>(task) })
}

/// Guard and load in static functions, called from two places.
unsafe fn static_twice<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let mut sum = 0;
    if asked_elsewhere::<GUARDED>() {
        sum += unsafe { loaded_elsewhere(task) };
    }
    sum += random() as i32;
    if asked_elsewhere::<GUARDED>() {
        sum += unsafe { loaded_elsewhere(task) };
        return taken(sum);
    }
    other(sum)
}

unsafe fn stored<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let guard = there!(GUARDED, scalar!(task));
    let pid = unsafe { pid!(task).load() }.bits();
    if guard {
        taken(pid ^ unsafe { scalar!(task).load() }.bits())
    } else {
        other(pid)
    }
}

/// More values live across the calls than there are registers that calls leave alone.
unsafe fn stored_across_calls<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let guard = there!(GUARDED, scalar!(task));
    let (a, b, c) = (random(), random(), random());
    let (d, e, f) = (random(), random(), random());
    let mixed = a ^ b.rotate_left(1) ^ c.rotate_left(2) ^ d.rotate_left(3) ^ e.rotate_left(4) ^ f;
    let pid = unsafe { pid!(task).load() }.bits();
    if guard {
        let value = unsafe { scalar!(task).load() }.bits();
        taken(value ^ pid ^ (mixed ^ a & b ^ c & d ^ e & f) as i32)
    } else {
        other((mixed ^ a & f) as i32)
    }
}

unsafe fn and_before<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) && unsafe { pid!(task).load() } >= 0 {
        taken(unsafe { scalar!(task).load() })
    } else {
        OTHER
    }
}

unsafe fn and_after<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if unsafe { pid!(task).load() } >= 0 && (there!(GUARDED, scalar!(task))) {
        taken(unsafe { scalar!(task).load() })
    } else {
        OTHER
    }
}

unsafe fn and_two_fields<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if (there!(GUARDED, scalar!(task))) && (there!(GUARDED, pointer!(task))) {
        let pointer = unsafe { pointer!(task).load() };
        taken(unsafe { scalar!(task).load() }.bits() ^ pointer.bits())
    } else {
        OTHER
    }
}

unsafe fn or_return<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if !(there!(GUARDED, scalar!(task))) || unsafe { pid!(task).load() } < 0 {
        return OTHER;
    }
    taken(unsafe { scalar!(task).load() })
}

unsafe fn or_return_after<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if unsafe { pid!(task).load() } < 0 || !(there!(GUARDED, scalar!(task))) {
        return OTHER;
    }
    taken(unsafe { scalar!(task).load() })
}

/// Without a branch between the two conditions.
unsafe fn bit_and<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let started = unsafe { pid!(task).load() } >= 0;
    if (there!(GUARDED, scalar!(task))) & started {
        taken(unsafe { scalar!(task).load() })
    } else {
        OTHER
    }
}

/// A field that was renamed: each arm reads one that the other kernel lacks.
unsafe fn both_arms<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(unsafe { scalar!(task).load() })
    } else {
        other(unsafe { twin!(task).load() })
    }
}

unsafe fn both_arms_read<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, scalar!(task)) {
        taken(unsafe { scalar!(task).read() })
    } else if twin!(task).exists() {
        other(unsafe { twin!(task).read() })
    } else {
        0
    }
}

#[inline(always)]
unsafe fn whichever<const GUARDED: bool>(task: *mut c_void) -> u64 {
    if there!(GUARDED, scalar!(task)) {
        unsafe { scalar!(task).load() as u64 }
    } else {
        unsafe { twin!(task).load() as u64 }
    }
}

unsafe fn both_arms_helper<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let value = unsafe { whichever::<GUARDED>(task) }.bits();
    let arm = if there!(GUARDED, scalar!(task)) { TAKEN } else { OTHER };
    arm | (value + random() as i32 * unsafe { whichever::<GUARDED>(task) }.bits()).bits() << 8
}

unsafe fn follow_chain<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, pointer!(task)) {
        let value = unsafe { pointer!(task).follow().and_then(|next| behind!(next).read()) };
        taken(value)
    } else {
        OTHER
    }
}

unsafe fn follow_trusted_chain<const GUARDED: bool>(task: *mut c_void) -> i32 {
    if there!(GUARDED, pointer!(task)) {
        taken(unsafe { behind!(pointer!(task).follow_trusted()).load() })
    } else {
        OTHER
    }
}

/// The answer as a number that is calculated with.
unsafe fn as_number<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let guard = i32::from(there!(GUARDED, scalar!(task))) * 2 + 1;
    let pid = unsafe { pid!(task).load() }.bits();
    if guard > 2 {
        taken(unsafe { scalar!(task).load() }.bits() ^ pid)
    } else {
        other(pid)
    }
}

unsafe fn many_values<const GUARDED: bool>(task: *mut c_void) -> i32 {
    let (mut answer, mut sum) = (OTHER, 0);
    for turn in 0..turns() {
        match random() & 3 {
            0 => sum += unsafe { pid!(task).load_once() }.bits(),
            1 => sum ^= turn as i32,
            _ => sum -= 1,
        }
        if there!(GUARDED, scalar!(task)) {
            let value = unsafe { scalar!(task).load_once() }.bits();
            answer = taken(value ^ sum);
        }
    }
    answer ^ (sum.bits() << 8)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
