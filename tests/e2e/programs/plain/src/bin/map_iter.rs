//! Every BPF map: fields whose type is an enumeration or an array.

#![no_std]
#![no_main]

use core::ffi::c_void;

use answers::BpfMap;
use plain::vmlinux::{bpf_iter__bpf_map, bpf_map};
use plain::{read_str, seq_write};

plain::license!();

#[unsafe(no_mangle)]
#[unsafe(link_section = "iter/bpf_map")]
extern "C" fn map_iter(context: *mut c_void) -> i32 {
    let context = bpf_iter__bpf_map::at(context);
    // SAFETY: the verifier knows the context, and the map once it is not null.
    unsafe {
        let map = context.map().load();
        if map.is_null() {
            return 0;
        }
        let seq = context.meta().follow_trusted().seq().load();
        let map = bpf_map::at(map);
        let mut record = BpfMap {
            id: map.id().load(),
            map_type: map.map_type().load(),
            key_size: map.key_size().load(),
            value_size: map.value_size().load(),
            max_entries: map.max_entries().load(),
            name: [0; 16],
        };
        read_str(&mut record.name, map.name().as_ptr().cast());
        seq_write(seq, &record);
    }
    0
}
