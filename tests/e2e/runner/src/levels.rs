//! Objects built with each level of debug info: what they read is right, and those that no loader takes are known.

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use crate::Result;
use crate::bpf;
use crate::loader::{Hook, Loader, take_libbpf_log};

/// What the program of tests/levels returns.
const RIGHT: u32 = 1;

/// Refused by every loader: some of the program's functions have debug info, and others have none. Loaders and kernels want
/// `func_info` of all functions or of none.
const REFUSED: &[&str] = &["dependency-0-btf"];

/// Loads each object of the folder with each loader, and prints a row for each object.
pub(crate) fn check(objects: &Path, loaders: &[Loader]) -> Result<ExitCode> {
    let mut files: Vec<_> = fs::read_dir(objects)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    files.sort();
    let (mut right, mut wrong) = (0, 0);
    for file in &files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        print!("{name:36}");
        let mut said = String::new();
        for loader in loaders {
            let loaded = loader.load(file, "levels", Hook::RawTracepoint, true);
            let verdict = match loaded.and_then(|program| Ok(bpf::run(program.program()?)?)) {
                Ok(RIGHT) => {
                    right += 1;
                    "right"
                }
                Ok(_) => {
                    wrong += 1;
                    "WRONG"
                }
                Err(error) => {
                    wrong += usize::from(!REFUSED.contains(&&*name));
                    let log = take_libbpf_log();
                    said += &format!(
                        "    {}: {error}; {}\n",
                        loader.name(),
                        log.lines().last().unwrap_or_default()
                    );
                    "refused"
                }
            };
            print!(" {}: {verdict:8}", loader.name());
        }
        println!();
        print!("{said}");
    }
    println!("{right} right, {wrong} wrong or refused for no listed reason");
    Ok(match (right, wrong) {
        (1.., 0) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}
