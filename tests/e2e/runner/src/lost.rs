//! Objects whose relocations a loader can't see: refused by the loader or the verifier, never loaded with the numbers that stand
//! in the object.

use std::collections::BTreeMap;
use std::ffi::CStr;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io, ptr};

use crate::Result;
use crate::checks::Case;
use crate::loader::{Loader, take_libbpf_log};
use crate::report::chain;

/// The folder whose objects are whole: here the kernel's BTF is out of reach.
const WHOLE: &str = "kernel-btf";

/// Programs that load without relocation, and why no number could keep them from it.
const NUMBERS_ONLY: &[(&str, &str)] = &[
    (
        "offsets",
        "it stores offsets, sizes and enumerators as plain numbers",
    ),
    (
        "matches",
        "it asks whether types match, which is 1 in the object",
    ),
    ("headers", "its types are plain: an ABI fixes their layout"),
    ("values", "its types are plain: an ABI fixes their layout"),
];

/// Tries the objects of each folder with each loader, and prints a row for each pair.
pub(crate) fn check(objects: &Path, loaders: &[Loader], cases: &[&Case]) -> Result<ExitCode> {
    let mut ways: Vec<String> = fs::read_dir(objects)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| objects.join(name).is_dir())
        .collect();
    // What hides the kernel's BTF hides it from all that follows.
    ways.sort_by_key(|way| (way == WHOLE, way.clone()));
    let mut sums = Sums::default();
    for way in &ways {
        let directory = objects.join(way);
        if way == WHOLE {
            for loader in loaders {
                if matches!(loader, Loader::Aya013 | Loader::Aya014) {
                    sums.row("btf(None)", loader, cases, &directory, false);
                }
            }
            hide_kernel_btf()?;
        }
        for loader in loaders {
            sums.row(way, loader, cases, &directory, true);
        }
    }
    for (name, reason) in NUMBERS_ONLY {
        let count = sums.listed.get(name).copied().unwrap_or(0);
        println!("{name} loaded {count} times: {reason}");
    }
    println!("{} passed, {} failed", sums.refused, sums.loaded);
    Ok(match (sums.refused, sums.loaded) {
        (1.., 0) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

#[derive(Default)]
struct Sums {
    refused: usize,
    loaded: usize,
    listed: BTreeMap<&'static str, usize>,
}

impl Sums {
    fn row(
        &mut self,
        way: &str,
        loader: &Loader,
        cases: &[&Case],
        directory: &Path,
        kernel_btf: bool,
    ) {
        let (mut by_loader, mut by_verifier, mut listed) = (0, 0, 0);
        for case in cases {
            let object = directory.join(format!("{}.o", case.name));
            match loader.load(&object, case.name, case.hook, kernel_btf) {
                Ok(_) if NUMBERS_ONLY.iter().any(|(name, _)| *name == case.name) => {
                    *self.listed.entry(case.name).or_default() += 1;
                    listed += 1;
                }
                Ok(_) => {
                    self.loaded += 1;
                    println!("FAILED {way} {}: {} was loaded", loader.name(), case.name);
                }
                Err(error) => {
                    let said = chain(&*error) + &take_libbpf_log();
                    let is_verifier = ["BPF_PROG_LOAD", "PROG LOAD LOG", "verifier"]
                        .iter()
                        .any(|words| said.contains(words));
                    match is_verifier && !said.contains("Operation not permitted") {
                        true => by_verifier += 1,
                        false => by_loader += 1,
                    }
                }
            }
        }
        self.refused += by_loader + by_verifier;
        println!(
            "{way:10} {:10} refused by the loader {by_loader:2}, by the verifier {by_verifier:2}, numbers only {listed}",
            loader.name()
        );
    }
}

/// As on a system whose kernel has none, or in a container.
fn hide_kernel_btf() -> Result {
    let mount = |from: &CStr, to: &CStr, kind: *const libc::c_char, flags| {
        // SAFETY: strings that end with NUL, and no data.
        match unsafe { libc::mount(from.as_ptr(), to.as_ptr(), kind, flags, ptr::null()) } {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    };
    // SAFETY: a namespace for this process alone.
    if unsafe { libc::unshare(libc::CLONE_NEWNS) } != 0 {
        return Err(io::Error::last_os_error().into());
    }
    mount(c"none", c"/", ptr::null(), libc::MS_REC | libc::MS_PRIVATE)?;
    mount(c"none", c"/sys/kernel/btf", c"tmpfs".as_ptr(), 0)?;
    Ok(())
}
