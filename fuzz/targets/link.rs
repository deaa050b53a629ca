#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| btfgen::fuzzing::link(data));
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    btfgen_fuzz::elf::mutate(data, size, max_size, seed)
});
