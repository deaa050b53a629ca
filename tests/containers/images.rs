//! Kernel images: those of distributions, and the same kernel in the formats that no package here has.

use std::path::{Path, PathBuf};

use libtest_mimic::Failed;

use crate::common::{Case, Need, corpus, kernel_file};
use crate::{SMALL, make, same_bindings};

const ALLOW: &[&str] = &["task_struct", "sock", "file"];

/// Kernels of the corpus: what their image is.
const KERNELS: &[(&str, &str)] = &[
    ("6.1", "bzImage, lz4"),
    ("6.1-full", "bzImage, xz"),
    ("6.12", "bzImage, zstd"),
    ("6.1-arm64", "raw"),
    ("6.12-s390x", "zstd in an image, big endian"),
    ("cilium", "gzip"),
];

/// How the kernel's build compresses, and what it then calls the method.
const METHODS: &[(&str, &str, &str)] = &[
    ("gzip", "gzip -n -9", "gzip"),
    ("bzip2", "bzip2 -9", "bzip2"),
    ("lzma", "xz --format=lzma -6", "xz"),
    ("xz", "xz --check=crc32 --x86 --lzma2=dict=32MiB", "xz"),
    ("lzo", "lzop -1", "lzop"),
    ("lz4", "lz4 -l -1", "lz4"),
    ("zstd", "zstd -q -3 --long=27", "zstd"),
];

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (kernel, image) in KERNELS {
        let raw = corpus(kernel);
        let packed = image_of(kernel);
        cases.push(Case {
            name: format!("image of {kernel}: {image}"),
            needs: vec![kernel_file(&raw), kernel_file(&packed)],
            run: Box::new(move || same_bindings(&packed, &raw, ALLOW)),
        });
    }
    for (method, command, tool) in METHODS {
        cases.push(Case {
            name: format!("bzImage with {method}"),
            needs: vec![Need::Program(tool)],
            run: Box::new(|| bzimage(command)),
        });
    }
    let (little, big) = (corpus("6.1"), corpus("6.12-s390x"));
    for (name, magic, btf) in [
        ("arm64", (56, &b"ARM\x64"[..]), &little),
        ("riscv", (48, b"RISCV\0\0\0RSC\x05"), &little),
        ("big endian", (0, b"\0\x08"), &big),
    ] {
        let btf = btf.clone();
        cases.push(Case {
            name: format!("raw image: {name}"),
            needs: vec![
                kernel_file(&btf),
                Need::Program("gzip"),
                Need::Program("zstd"),
                Need::Program("lz4"),
            ],
            run: Box::new(move || raw_image(magic, &btf)),
        });
    }
    cases
}

fn image_of(kernel: &str) -> PathBuf {
    corpus(kernel).with_file_name("image")
}

fn bzimage(command: &str) -> Result<(), Failed> {
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let sections: [(&str, &[u8]); 2] = [(".text", &[0xe8; 5000]), (".BTF", &btf)];
    // The build appends relocations to the kernel.
    let kernel = [make::elf(&sections), vec![7; 999]].concat();
    let image = make::bzimage(&make::filter(command, &kernel)?, kernel.len());
    same_bindings(
        &make::file(&folder, "vmlinuz", &image)?,
        Path::new(SMALL),
        &[],
    )
}

/// As it is, in a compressed file, in zboot, and inside another image that does not say where.
fn raw_image(magic: (usize, &[u8]), btf: &Path) -> Result<(), Failed> {
    let folder = make::folder()?;
    let image = make::raw_image(magic, &make::read(btf)?);
    let (gzip, zstd, lz4) = (
        make::filter("gzip -1", &image)?,
        make::filter("zstd -q", &image)?,
        make::filter("lz4 -l", &image)?,
    );
    let length = (image.len() as u32).to_le_bytes();
    let around = |packed: &[u8]| {
        let before: [&[u8]; 2] = [&[0x5d; 4096], b"\x1f\x8b\x08\0\0"];
        [&before.concat(), packed, &length, &[3; 999]].concat()
    };
    for (name, bytes) in [
        ("Image", &image),
        ("Image.gz", &gzip),
        ("vmlinuz.efi", &make::zboot("gzip", &gzip)),
        ("vmlinuz.efi", &make::zboot("zstd22", &zstd)),
        ("vmlinuz.efi", &make::zboot("lz4", &lz4)),
        ("image", &around(&zstd)),
        ("image", &around(&lz4)),
    ] {
        let path = make::file(&folder, name, bytes)?;
        same_bindings(&path, btf, &["task_struct"])?;
    }
    let text = btfgen::Builder::new()
        .btf(folder.path().join("Image"))
        .allow("list_head")
        .generate()?;
    crate::ensure_release(&text.to_string(), "6.98.2-test")
}
