//! Memory as a kernel of 32 bits has it: pointers have four bytes there, and eight in a program.

use host::vmlinux_32::node;

#[test]
fn pointers_have_four_bytes() {
    // Offsets as pahole has them: link 0, run 12, children 24, last 48; 52 bytes.
    let mut memory = [0xaa_u8; 52];
    for (offset, word) in [
        (0, 0x8000_1234),
        (4, 7),
        (12, 9),
        (24, 1),
        (28, 2),
        (32, 3),
        (48, -5_i32 as u32),
    ] {
        memory[offset..offset + 4].copy_from_slice(&u32::to_ne_bytes(word));
    }
    let node = node::at(memory.as_ptr());
    // SAFETY: the memory is there.
    unsafe {
        assert_eq!(node.link().next().load() as usize, 0x8000_1234);
        assert_eq!(node.link().next().load_once() as usize, 0x8000_1234);
        assert_eq!(node.link().prev().read().map(|it| it as usize), Ok(7));
        assert_eq!(node.run().load() as usize, 9);
        assert_eq!(node.children().index::<1>().load() as usize, 2);
        assert_eq!(
            node.children().index::<2>().read().map(|it| it as usize),
            Ok(3)
        );
        assert_eq!(node.last().load(), -5);
    }
    assert_eq!(node.children().byte_offset(), 24);
    assert_eq!(node.link().next().byte_size(), 4);
}
