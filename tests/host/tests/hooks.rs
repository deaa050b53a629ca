//! The arguments of hooks, from an array of registers.

use host::hooks::{
    self,
    function::{ByValue, Pointers, Scalars},
    tp::ObjectMade,
};

/// What the kernel may leave in the bits of a register that a narrow argument does not have.
const REST: u64 = 0xdead_beef_0000_0000;

#[test]
fn scalars_have_their_width_and_sign() {
    let registers = [
        REST | 0xffff_ff80,
        REST | 0xffff_8000,
        1 << 63,
        REST | 0xff,
        REST | 1,
        1,
        REST | 0xffff_ff07,
    ];
    // SAFETY: the array has all arguments and the result.
    let scalars = unsafe { Scalars::at(registers.as_ptr()) };
    assert_eq!(scalars.a(), -128_i8);
    assert_eq!(scalars.b(), 0x8000_u16);
    assert_eq!(scalars.c(), i64::MIN);
    assert_eq!(scalars.d(), 0xff_u8);
    assert_eq!(scalars.e(), hooks::MODE_B);
    assert!(scalars.f());
    assert_eq!(scalars.ret(), 7_u8);
}

#[test]
fn a_pointer_to_a_struct_is_its_place() {
    let value = 42_i32;
    let registers = [&raw const value as u64, REST | 7, 0];
    // SAFETY: the array has all arguments. The first one points to an `int`, which is the only member of the struct.
    unsafe {
        let made = ObjectMade::at(registers.as_ptr());
        assert_eq!(made.made().value().read(), Ok(42));
        assert_eq!(made.number(), 7);
        assert!(!made.is_new());
    }
}

#[test]
fn other_pointers_are_pointers() {
    let registers = [1, 2, 3, 4, 5, 6, 7, 8_u64];
    // SAFETY: the array has all arguments and the result. No pointer is used.
    let pointers = unsafe { Pointers::at(registers.as_ptr()) };
    assert_eq!(pointers.a() as usize, 1);
    assert_eq!(pointers.b() as usize, 2);
    assert_eq!(pointers.c() as usize, 3);
    assert_eq!(pointers.ret() as usize, 8);
}

#[test]
fn a_struct_by_value_takes_its_registers() {
    let registers = [1, 2, 3, 4, 5_u64];
    // SAFETY: the array has all arguments and the result.
    let by_value = unsafe { ByValue::at(registers.as_ptr()) };
    assert_eq!(by_value.pair(), [1, 2]);
    assert_eq!(by_value.small(), [3]);
    assert_eq!(by_value.after(), 4);
    assert_eq!(by_value.ret().as_ptr() as usize, 5);
}
