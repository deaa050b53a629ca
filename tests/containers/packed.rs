//! Compressed files, ELF files, archives and folders, by a small BTF.

use std::path::Path;
use std::process::{Command, Stdio};

use libtest_mimic::Failed;
use object::{Architecture, Endianness};

use crate::common::{Case, Need, ensure};
use crate::{SMALL, make, same_bindings};

/// The tools, and how they compress from stdin to stdout.
pub(crate) const TOOLS: &[(&str, &str)] = &[
    ("gzip", "gzip -9"),
    ("bzip2", "bzip2 -9"),
    ("xz", "xz --check=crc32 --lzma2=dict=32MiB"),
    ("xz", "xz --x86 --lzma2=dict=1MiB"),
    ("xz", "xz -T2 --block-size=1024"),
    ("xz", "xz --format=lzma"),
    ("lzop", "lzop -9"),
    ("lz4", "lz4 -9 -l"),
    ("lz4", "lz4 -9"),
    ("lz4", "lz4 -BD --content-size"),
    ("zstd", "zstd -q -22 --ultra"),
    ("zstd", "zstd -q --no-check --format=zstd"),
];

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (tool, command) in TOOLS {
        cases.push(Case {
            name: format!("compressed: {command}"),
            needs: vec![Need::Program(tool)],
            run: Box::new(|| compressed(command)),
        });
    }
    let mut case = |name: &str, needs: Vec<Need>, run: fn() -> Result<(), Failed>| {
        let (name, run) = (name.to_string(), Box::new(run));
        cases.push(Case { name, needs, run });
    };
    case("elf of every width and byte order", vec![], elf_files);
    case(
        "archives of one kernel",
        vec![Need::Program("xz")],
        archives,
    );
    case("archives of several kernels", vec![], choice_in_archives);
    case("folders", vec![], folders);
    case("standard input", vec![], standard_input);
    case("a variable of the environment", vec![], environment);
    case(
        "what stands around compressed streams",
        vec![Need::Program("xz"), Need::Program("zstd")],
        around_streams,
    );
    case(
        "compressed sections of ELF files",
        vec![Need::Program("zstd")],
        compressed_sections,
    );
    case("an empty section", vec![], empty_section);
    cases
}

/// Padding between xz streams; frames that zstd and lz4 skip, before each stream.
fn around_streams() -> Result<(), Failed> {
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let (head, tail) = btf.split_at(700);
    let skipped = |first: u8, length: u32| {
        let magic = [first, 0x2a, 0x4d, 0x18];
        [
            &magic[..],
            &length.to_le_bytes(),
            &vec![0xfd; length as usize],
        ]
        .concat()
    };
    for (command, between) in [
        ("xz", vec![0; 4]),
        ("xz", vec![0; 4096]),
        ("zstd -q", skipped(0x50, 4)),
        ("zstd -q", [skipped(0x5f, 0), skipped(0x50, 5000)].concat()),
        ("lz4 -9", skipped(0x50, 4)),
    ] {
        if !Need::Program(command.split(' ').next().unwrap_or_default()).is_met() {
            continue;
        }
        let [head, tail] = [make::filter(command, head)?, make::filter(command, tail)?];
        let mut files = vec![[&head[..], &between, &tail].concat()];
        if command != "xz" {
            files.push([&between[..], &head, &between, &tail].concat());
            files.push([&between[..], &head, &tail, &between].concat());
        } else {
            files.push([&head[..], &tail, &between].concat());
        }
        for file in files {
            same_bindings(&make::file(&folder, "x", &file)?, Path::new(SMALL), &[])?;
        }
    }
    Ok(())
}

/// As `objcopy --compress-debug-sections` makes them of sections that it takes for debug information.
fn compressed_sections() -> Result<(), Failed> {
    const SHF_COMPRESSED: u64 = 0x800;
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let zlib = {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut encoder, &btf)?;
        encoder.finish()?
    };
    for (kind, packed, expected) in [
        (1_u32, zlib.clone(), Ok(())),
        (2, make::filter("zstd -q", &btf)?, Ok(())),
        (
            3,
            zlib.clone(),
            Err("its section .BTF can't be read: its compression 3 is not known"),
        ),
        (
            1,
            zlib[..zlib.len() / 2].to_vec(),
            Err("is compressed with zlib, but can't be unpacked"),
        ),
    ] {
        let mut section = Vec::new();
        section.extend(kind.to_le_bytes());
        section.extend(0_u32.to_le_bytes());
        section.extend((btf.len() as u64).to_le_bytes());
        section.extend(4_u64.to_le_bytes());
        section.extend(packed);
        let mut elf = make::elf(&[(".BTF", &section)]);
        let flags = section_header(&elf, &section)? + 8;
        elf[flags..flags + 8].copy_from_slice(&SHF_COMPRESSED.to_le_bytes());
        let path = make::file(&folder, "vmlinux", &elf)?;
        match expected {
            Ok(()) => same_bindings(&path, Path::new(SMALL), &[])?,
            Err(expected) => {
                let error = btfgen::Builder::new().btf(&path).generate().map(drop);
                let error = error.err().ok_or("it was read")?.to_string();
                ensure(error.contains(expected), || error)?;
            }
        }
    }
    Ok(())
}

/// Where the header of the section with these bytes is in a little-endian ELF file of 64 bits.
fn section_header(elf: &[u8], section: &[u8]) -> Result<usize, Failed> {
    let word = |at: usize| u64::from_le_bytes(elf[at..at + 8].try_into().expect("eight bytes"));
    let table = word(40) as usize;
    let headers = (table..elf.len() - 63).step_by(64);
    let mut found = headers.filter(|at| word(at + 32) as usize == section.len());
    Ok(found.next().ok_or("no such section")?)
}

/// As `objcopy --only-keep-debug` leaves it: named directly it is an error, a search goes on.
fn empty_section() -> Result<(), Failed> {
    const SHT_NOBITS: u32 = 8;
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let empty = make::elf(&[(".BTF", b"")]);
    let mut nobits = make::elf(&[(".BTF", &btf)]);
    let kind = section_header(&nobits, &btf)? + 4;
    nobits[kind..kind + 4].copy_from_slice(&SHT_NOBITS.to_le_bytes());
    for elf in [&empty, &nobits, &b"\x9f\xeb\x01\0 cut".to_vec()] {
        let path = make::file(&folder, "vmlinux", elf)?;
        let error = btfgen::Builder::new().btf(&path).generate().map(drop);
        let error = error.err().ok_or("it was read")?.to_string();
        let expected = format!(
            "section .BTF of {} is empty\nhint: is it a file of debug information? name the file that it was made from",
            path.display()
        );
        ensure(error == expected || error.contains("truncated"), || error)?;
        std::fs::create_dir_all(folder.path().join("build"))?;
        make::file(&folder, "build/vmlinux", &btf)?;
        same_bindings(folder.path(), Path::new(SMALL), &[])?;
    }
    Ok(())
}

/// Alone, and several streams in a row, of which each has a part.
fn compressed(command: &'static str) -> Result<(), Failed> {
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let elf = make::elf(&[(".BTF", &btf)]);
    for bytes in [&btf, &elf] {
        let whole = make::filter(command, bytes)?;
        same_bindings(
            &make::file(&folder, "whole", &whole)?,
            Path::new(SMALL),
            &[],
        )?;
        let (head, tail) = bytes.split_at(700);
        let parts = [make::filter(command, head)?, make::filter(command, tail)?].concat();
        if !command.contains("lzma") || command.contains("lzma2") {
            same_bindings(
                &make::file(&folder, "parts", &parts)?,
                Path::new(SMALL),
                &[],
            )?;
        }
    }
    Ok(())
}

fn elf_files() -> Result<(), Failed> {
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    for (architecture, order) in [
        (Architecture::X86_64, Endianness::Little),
        (Architecture::PowerPc64, Endianness::Big),
        (Architecture::PowerPc64, Endianness::Little),
        (Architecture::Riscv64, Endianness::Little),
        (Architecture::S390x, Endianness::Big),
        (Architecture::Arm, Endianness::Little),
        (Architecture::Mips, Endianness::Big),
        (Architecture::Bpf, Endianness::Big),
    ] {
        let sections: [(&str, &[u8]); 3] =
            [(".text", b"code"), (".BTF.ext", b"no"), (".BTF", &btf)];
        let elf = make::elf_for(architecture, order, &sections);
        same_bindings(
            &make::file(&folder, "vmlinux", &elf)?,
            Path::new(SMALL),
            &[],
        )?;
    }
    Ok(())
}

/// As BTFHub has them, and what else stands in archives: paths of every kind are names and no more.
fn archives() -> Result<(), Failed> {
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let elf = make::elf(&[(".BTF", &btf)]);
    for files in [
        &[("5.8.0-63-generic.btf", &btf[..])][..],
        &[
            ("README", b"text"),
            ("empty", b""),
            ("usr/lib/vmlinux", &elf),
        ],
        &[("notes.gz", b"\x1f\x8b\x08"), ("x.btf", &btf)],
        &[("../../etc/x", &btf)],
        &[("/etc/x", &btf)],
        &[("a\\b\nc", &btf)],
    ] {
        let tar = make::tar(files);
        let path = make::file(&folder, "x.btf.tar", &tar)?;
        same_bindings(&path, Path::new(SMALL), &[])?;
        let path = make::file(&folder, "x.btf.tar.xz", &make::filter("xz", &tar)?)?;
        same_bindings(&path, Path::new(SMALL), &[])?;
    }
    let left: Vec<_> = std::fs::read_dir(folder.path())?.collect::<Result<_, _>>()?;
    ensure(left.len() == 2, || {
        format!("something was unpacked: {left:?}")
    })
}

fn choice_in_archives() -> Result<(), Failed> {
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let other = b"\x9f\xeb other";
    let files: [(&str, &[u8]); 4] = [
        ("./5.4.btf", other),
        ("a/5.8.btf", &btf),
        ("../../etc/x", &btf),
        ("/abs/y", &btf),
    ];
    let path = make::file(&folder, "x.tar", &make::tar(&files))?;
    for name in ["a/5.8.btf", "./a/5.8.btf", "../../etc/x", "abs/y"] {
        same_bindings(&path.join(name), Path::new(SMALL), &[])?;
    }
    for (path, expected) in [
        (
            path.clone(),
            "x.tar/./5.4.btf: the BTF is truncated: its header section ends at byte 24, the data at byte 8",
        ),
        (
            path.join("5.9"),
            "x.tar/5.9 is not there: the tar archive has ./5.4.btf, a/5.8.btf, ../../etc/x, /abs/y",
        ),
        (
            path.join("5.4.btf"),
            "x.tar/5.4.btf (tar): the BTF is truncated: its header section ends at byte 24, the data at byte 8",
        ),
    ] {
        let error = btfgen::Builder::new().btf(&path).generate().map(drop);
        let error = error.expect_err("nothing to choose").to_string();
        ensure(error.ends_with(expected), || {
            format!("{}: {error}", path.display())
        })?;
    }
    Ok(())
}

fn folders() -> Result<(), Failed> {
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let modules = folder.path().join("lib/modules/6.99.1-test");
    std::fs::create_dir_all(modules.join("kernel"))?;
    std::fs::create_dir_all(folder.path().join("boot"))?;
    let elf = make::elf(&[(".BTF", &btf)]);
    let image = make::bzimage(&elf, elf.len());
    make::file(&folder, "boot/vmlinuz-6.99.1-test", &image)?;
    same_bindings(&modules, Path::new(SMALL), &[])?;
    let text = btfgen::Builder::new().btf(&modules).generate()?.to_string();
    crate::ensure_release(&text, "6.99.1-test")?;
    make::file(&folder, "boot/vmlinux", &btf)?;
    same_bindings(&folder.path().join("boot"), Path::new(SMALL), &[])
}

fn standard_input() -> Result<(), Failed> {
    let run = |arguments: &[&str], input: Stdio| -> Result<Vec<u8>, Failed> {
        let program = env!("CARGO_BIN_EXE_btfgen");
        let output = Command::new(program)
            .args(arguments)
            .stdin(input)
            .output()?;
        ensure(output.status.success(), || {
            String::from_utf8_lossy(&output.stderr).into_owned()
        })?;
        let lines = output.stdout.splitn(3, |byte| *byte == b'\n').nth(2);
        Ok(lines.unwrap_or_default().to_vec())
    };
    let folder = make::folder()?;
    let btf = make::read(SMALL)?;
    let expected = run(&["--btf", SMALL], Stdio::null())?;
    let elf = make::elf(&[(".BTF", &btf)]);
    for bytes in [&btf, &elf, &make::tar(&[("x", &btf)])] {
        let file = std::fs::File::open(make::file(&folder, "input", bytes)?)?;
        ensure(run(&["--btf", "-"], file.into())? == expected, || {
            "other bindings".to_string()
        })?;
    }
    Ok(())
}

fn environment() -> Result<(), Failed> {
    let run = |arguments: &[&str], value: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_btfgen"));
        command.args(arguments).env("BTFGEN_BTF", value).output()
    };
    let output = run(&["--allow", "task_struct"], SMALL)?;
    let text = String::from_utf8_lossy(&output.stdout);
    ensure(output.status.success(), || format!("{output:?}"))?;
    // An argument has the last word.
    let output = run(&["--btf", SMALL, "--allow", "task_struct"], "no-such-file")?;
    ensure(output.stdout == text.as_bytes(), || text.to_string())?;
    let output = run(&[], "no-such-file")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let expected = "error: can't read no-such-file: No such file or directory (os error 2)\n\
                    hint: the environment variable BTFGEN_BTF names it\n";
    ensure(said == expected, || said.to_string())
}
