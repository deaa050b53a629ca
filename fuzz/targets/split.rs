#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| btfgen::fuzzing::split(data));
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    btfgen_fuzz::btf::mutate_split(data, size, max_size, seed)
});
