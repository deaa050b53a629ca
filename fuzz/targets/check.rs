#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| btfgen::fuzzing::check(data));
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    btfgen_fuzz::object_and_btf(data, size, max_size, seed)
});
