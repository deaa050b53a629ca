//! Files that mean harm, or are something else: each ends with its own message, in bounded time and memory.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use libtest_mimic::Failed;
use tempfile::TempDir;

use crate::common::{Case, Need, ensure};
use crate::{SMALL, make};

/// More than btfgen lets come out of a file.
const TOO_MUCH: usize = 640 << 20;

/// A name, what it needs, the file, and what btfgen says about it, where `FILE` is its path.
type Row = (
    &'static str,
    &'static [&'static str],
    fn(&TempDir) -> Result<PathBuf, Failed>,
    &'static str,
);

const ROWS: &[Row] = &[
    (
        "4 GiB of zeros",
        &[],
        |f| sparse(f, b"", 4 << 30),
        TOO_LARGE,
    ),
    (
        "639 MiB of zeros",
        &[],
        |f| sparse(f, b"", 639 << 20),
        UNKNOWN,
    ),
    (
        "4 GiB of BTF",
        &[],
        |f| sparse(f, b"\x9f\xeb\x01\0", 4 << 30),
        TOO_LARGE,
    ),
    ("nothing", &[], |f| make::file(f, "x", b""), UNKNOWN),
    (
        "a text",
        &[],
        |f| make::file(f, "x", b"#!/bin/sh\n"),
        UNKNOWN,
    ),
    ("a FIFO", &["mkfifo"], fifo, NOT_A_FILE),
    ("a device", &[], |_| Ok("/dev/zero".into()), TOO_LARGE),
    (
        "a folder without BTF",
        &[],
        empty_folder,
        "error: no BTF of FILE was found\n  FILE/vmlinux: not there\n  ",
    ),
    (
        "a loop of links",
        &[],
        loop_of_links,
        "error: can't read FILE: Too many levels of symbolic links",
    ),
    (
        "a package",
        &[],
        |f| make::file(f, "x", b"!<arch>\ndebian-binary"),
        "error: FILE is a Debian package, which btfgen does not read\nhint: unpack it with `dpkg-deb -x`\n",
    ),
    // What unpacks to far more than it is.
    (
        "bomb of gzip",
        &["gzip"],
        |f| bomb(f, "gzip -1"),
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb of bzip2",
        &["bzip2"],
        |f| bomb(f, "bzip2 -1"),
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb of xz",
        &["xz"],
        |f| bomb(f, "xz -0"),
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb of lzma",
        &["xz"],
        lzma_bomb,
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb of lzop",
        &["lzop"],
        |f| bomb(f, "lzop -1"),
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb of lz4",
        &["lz4"],
        |f| bomb(f, "lz4 -1"),
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb of old lz4",
        &["lz4"],
        |f| bomb(f, "lz4 -1 -l"),
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb of zstd",
        &["zstd"],
        |f| bomb(f, "zstd -q -1"),
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb in a bzImage",
        &["zstd"],
        bomb_in_bzimage,
        "error: FILE (bzImage) unpacks to more than 640 MiB, ",
    ),
    (
        "bomb somewhere in an image",
        &["zstd"],
        bomb_in_image,
        "error: FILE unpacks to more than 640 MiB, ",
    ),
    (
        "bomb in a bomb",
        &["gzip"],
        nested_bomb,
        "error: FILE (gzip) unpacks to more than 640 MiB, ",
    ),
    (
        "gzip in gzip in gzip",
        &["gzip"],
        nesting,
        "error: FILE (gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip) is more than 8 nested containers\n",
    ),
    // Much of nothing.
    (
        "a million streams of gzip",
        &["gzip"],
        |f| empty_streams(f, "gzip"),
        "error: FILE is compressed with gzip, but can't be unpacked: it has more than 16384 streams\n",
    ),
    (
        "a million streams of bzip2",
        &["bzip2"],
        |f| empty_streams(f, "bzip2"),
        "error: FILE is compressed with bzip2, but can't be unpacked: it has more than 16384 streams\n",
    ),
    (
        "a million streams of lz4",
        &["lz4"],
        |f| empty_streams(f, "lz4 -l"),
        "error: FILE is compressed with lz4, but can't be unpacked: it has more than 16384 streams\n",
    ),
    (
        "a million streams of zstd",
        &["zstd"],
        |f| empty_streams(f, "zstd -q"),
        "error: FILE is compressed with zstd, but can't be unpacked: it has more than 16384 streams\n",
    ),
    (
        "a million blocks of xz",
        &[],
        empty_blocks,
        "error: FILE is compressed with xz, but can't be unpacked: it unpacks to almost nothing\n",
    ),
    // Sizes that lie.
    (
        "a dictionary of 4 GiB in lzma",
        &[],
        |f| {
            make::file(
                f,
                "x",
                b"\x5d\0\0\0\x80\xff\xff\xff\xff\xff\xff\xff\xff\0\0\0\0\0\0",
            )
        },
        "error: FILE is compressed with lzma, but can't be unpacked: ",
    ),
    (
        "a window of 2 GiB in zstd",
        &[],
        |f| make::file(f, "x", b"\x28\xb5\x2f\xfd\x00\xa8\x01\0\0"),
        "error: FILE is compressed with zstd, but can't be unpacked: ",
    ),
    (
        "a block of 4 GiB in lzop",
        &["lzop"],
        large_block,
        "error: FILE is compressed with lzop, but can't be unpacked: a block of ",
    ),
    (
        "a cut stream",
        &["xz"],
        |f| make::file(f, "x", &make::filter("xz", SOME)?[..40]),
        "error: FILE is compressed with xz, but can't be unpacked: ",
    ),
    (
        "a wrong checksum in gzip",
        &["gzip"],
        |f| flipped(f, "gzip"),
        "error: FILE is compressed with gzip, but can't be unpacked: ",
    ),
    (
        "a wrong checksum in zstd",
        &["zstd"],
        |f| flipped(f, "zstd -q"),
        "error: FILE is compressed with zstd, but can't be unpacked: its checksum is wrong\n",
    ),
    (
        "a payload beyond the end",
        &[],
        |f| make::file(f, "x", &make::bzimage(b"", 0)[..2050]),
        "error: FILE is a kernel image, but its payload is cut off\n",
    ),
    (
        "zboot that is cut off",
        &[],
        |f| make::file(f, "x", &make::zboot("gzip", &[0; 9999])[..5000]),
        "error: FILE is a kernel image, but its payload is cut off\n",
    ),
    (
        "a bzImage of nothing",
        &[],
        |f| make::file(f, "x", &make::bzimage(&[0; 64], 0)),
        "error: FILE (bzImage) has no BTF: ",
    ),
    (
        "magic numbers of BTF and nothing else",
        &[],
        |f| {
            make::file(
                f,
                "x",
                &[&b"xx"[..], &b"\x9f\xeb\x01\0".repeat(1 << 24)].concat(),
            )
        },
        UNKNOWN,
    ),
    (
        "headers of BTF and nothing else",
        &[],
        many_headers,
        UNKNOWN,
    ),
    // Archives.
    (
        "an archive without files",
        &[],
        |f| make::file(f, "x", &make::tar(&[("a", b"")])),
        "error: FILE is a tar archive without any BTF\n",
    ),
    (
        "links in an archive",
        &[],
        links,
        "error: FILE is a tar archive without any BTF\n",
    ),
    (
        "a cut archive",
        &[],
        |f| make::file(f, "x", &make::tar(&[("a", SOME)])[..700]),
        "error: FILE is a tar archive that can't be read: ",
    ),
    (
        "a huge file in an archive",
        &[],
        huge_member,
        "error: FILE is a tar archive that can't be read: ",
    ),
    (
        "an archive of 100,001 files",
        &[],
        many_members,
        "error: FILE is a tar archive of more than 100000 files\n",
    ),
    (
        "a file in no archive",
        &[],
        |f| Ok(make::file(f, "x", SOME)?.join("y/z")),
        "error: FILE is not there: the path continues after a file that is not a tar archive\n",
    ),
    // ELF.
    (
        "ELF that ends in its header",
        &[],
        |f| make::file(f, "x", b"\x7fELF\x02\x01\x01"),
        "error: FILE is an ELF file, but ",
    ),
    (
        "ELF of 4 GiB with a section as large",
        &[],
        huge_section,
        "error: FILE is an ELF file, but its section .BTF can't be read: ",
    ),
    (
        "ELF with 60 million sections",
        &[],
        many_sections,
        "error: FILE is an ELF file, but ",
    ),
    (
        "ELF without BTF",
        &[],
        |f| make::file(f, "x", &make::elf(&[(".text", SOME)])),
        "error: FILE is an ELF file, but it has no .BTF section\nhint: ",
    ),
    (
        "ELF with an empty section",
        &[],
        |f| make::file(f, "x", &make::elf(&[(".BTF", b"")])),
        "error: section .BTF of FILE is empty\nhint: ",
    ),
    // BTF.
    (
        "16 million types, of which none is there",
        &[],
        |f| make::file(f, "x", &btf(16_000_000 * 12, &[], b"\0")),
        "error: FILE: the BTF is truncated: its type section ends at byte 192000024, ",
    ),
    (
        "16 million types",
        &["zstd"],
        many_types,
        "error: FILE (zstd): BTF type id 8388609, at byte ",
    ),
    (
        "16 million parameters",
        &["zstd"],
        |f| many_elements(f, 13, 8),
        "error: FILE (zstd): BTF type id 1, at byte 24 of the BTF: more than 8388608 members, parameters or enumerators\n",
    ),
    (
        "16 million members",
        &["zstd"],
        |f| many_elements(f, 4, 12),
        "error: FILE (zstd): BTF type id 1, at byte 24 of the BTF: more than 8388608 members, parameters or enumerators\n",
    ),
    (
        "16 million enumerators",
        &["zstd"],
        |f| many_elements(f, 6, 8),
        "error: FILE (zstd): BTF type id 1, at byte 24 of the BTF: more than 8388608 members, parameters or enumerators\n",
    ),
    (
        "a name of 1 MiB",
        &[],
        long_name,
        "error: FILE: BTF type id 1, at byte 24 of the BTF: its name at 1 of the string section does not end within 2048 bytes\n",
    ),
];

const SOME: &[u8] = &[b'x'; 3000];
const TOO_LARGE: &str = "error: FILE has more than 640 MiB, the most that btfgen reads\n\
                         hint: name an ELF file: only its sections with BTF are read, whatever its length\n";
const UNKNOWN: &str = "error: FILE has no BTF: it is neither raw BTF nor ELF, and contains no kernel with BTF\nhint: ";
const NOT_A_FILE: &str = "error: FILE is not a regular file\nhint: name a file that holds BTF; for a FIFO, give it to standard input: `--btf - < FIFO`\n";

pub(crate) fn cases() -> Vec<Case> {
    let rows = ROWS.iter().map(|(name, programs, file, expected)| Case {
        name: format!("hostile: {name}"),
        needs: programs
            .iter()
            .map(|program| Need::Program(program))
            .collect(),
        run: Box::new(|| {
            let folder = make::folder()?;
            refused(&file(&folder)?, expected)
        }),
    });
    let stdin = Case {
        name: "hostile: endless standard input".to_string(),
        needs: vec![],
        run: Box::new(endless_input),
    };
    let shrinking = Case {
        name: "hostile: a file that shrinks while it is read".to_string(),
        needs: vec![],
        run: Box::new(shrinking_file),
    };
    rows.chain([stdin, shrinking]).collect()
}

/// btfgen, which dies if it wants more than 2 GiB of memory or a minute of a processor.
pub(crate) fn bounded() -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -v 2097152; ulimit -t 60; exec \"$0\" \"$@\""]);
    command.arg(env!("CARGO_BIN_EXE_btfgen"));
    command
}

fn refused(path: &Path, expected: &str) -> Result<(), Failed> {
    let output = bounded().arg("--btf").arg(path).output()?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    // Where a file in an archive is meant, the message names the archive's path.
    let file = path.display().to_string();
    let said = stderr.replace(&file, "FILE");
    ensure(said.starts_with(expected), || {
        format!("{}: {said}", output.status)
    })?;
    ensure(
        output.status.code() == Some(1) && output.stdout.is_empty(),
        || format!("{output:?}"),
    )
}

fn endless_input() -> Result<(), Failed> {
    let output = bounded()
        .args(["--btf", "-"])
        .stdin(File::open("/dev/zero")?)
        .output()?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    ensure(
        stderr == TOO_LARGE.replace("FILE", "standard input"),
        || stderr.to_string(),
    )
}

/// Cut again and again while it is read; whatever is seen of it, the end is an answer or a message.
fn shrinking_file() -> Result<(), Failed> {
    let folder = make::folder()?;
    let small = make::read(SMALL)?;
    let elf = make::elf(&[(".text", &[0; 1 << 20]), (".BTF", &small)]);
    for whole in [small, elf] {
        let path = make::file(&folder, "x", &whole)?;
        let file = File::options().write(true).open(&path)?;
        for i in 0..50 {
            file.set_len(0)?;
            (&file).seek(SeekFrom::Start(0))?;
            (&file).write_all(&whole)?;
            let mut command = bounded();
            let command = command.arg("--btf").arg(&path);
            let child = command
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()?;
            for step in (0..20).rev() {
                std::thread::yield_now();
                file.set_len(whole.len() as u64 * (step * 50 + i) / 1000)?;
            }
            let output = child.wait_with_output()?;
            let stderr = String::from_utf8_lossy(&output.stderr);
            let clear = match output.status.code() {
                Some(0) => stderr.is_empty(),
                Some(1) => stderr.starts_with("error: ") && output.stdout.is_empty(),
                _ => false,
            };
            ensure(clear, || format!("{}: {stderr}", output.status))?;
        }
    }
    Ok(())
}

fn sparse(folder: &TempDir, start: &[u8], length: u64) -> Result<PathBuf, Failed> {
    let path = make::file(folder, "x", start)?;
    File::options().write(true).open(&path)?.set_len(length)?;
    Ok(path)
}

fn fifo(folder: &TempDir) -> Result<PathBuf, Failed> {
    let path = folder.path().join("x");
    let made = Command::new("mkfifo").arg(&path).status()?;
    ensure(made.success(), || "mkfifo".to_string()).map(|()| path)
}

fn empty_folder(folder: &TempDir) -> Result<PathBuf, Failed> {
    make::file(folder, "README", SOME)?;
    Ok(folder.path().to_path_buf())
}

fn loop_of_links(folder: &TempDir) -> Result<PathBuf, Failed> {
    let path = folder.path().join("x");
    std::os::unix::fs::symlink(&path, &path)?;
    Ok(path)
}

fn bomb(folder: &TempDir, command: &str) -> Result<PathBuf, Failed> {
    make::file(folder, "x", &make::bomb(command, TOO_MUCH)?)
}

/// There is one stream only in such a file.
fn lzma_bomb(folder: &TempDir) -> Result<PathBuf, Failed> {
    let zeros = vec![0; TOO_MUCH + 1];
    make::file(folder, "x", &make::filter("xz --format=lzma -0", &zeros)?)
}

fn bomb_in_bzimage(folder: &TempDir) -> Result<PathBuf, Failed> {
    let image = make::bzimage(&make::bomb("zstd -q -1", TOO_MUCH)?, 0);
    // Behind a bzImage's header, the bomb is a layer of its own.
    make::file(folder, "x", &image)
}

fn bomb_in_image(folder: &TempDir) -> Result<PathBuf, Failed> {
    let bomb = make::bomb("zstd -q -1", TOO_MUCH)?;
    make::file(folder, "x", &[&[1; 5000], &bomb[..], &[2; 5000]].concat())
}

fn nested_bomb(folder: &TempDir) -> Result<PathBuf, Failed> {
    let bomb = make::bomb("gzip -1", TOO_MUCH)?;
    make::file(folder, "x", &make::filter("gzip -1", &bomb)?)
}

fn nesting(folder: &TempDir) -> Result<PathBuf, Failed> {
    let mut bytes = make::read(SMALL)?;
    for _ in 0..9 {
        bytes = make::filter("gzip", &bytes)?;
    }
    make::file(folder, "x", &bytes)
}

fn empty_streams(folder: &TempDir, command: &str) -> Result<PathBuf, Failed> {
    let stream = make::filter(command, b"")?;
    make::file(folder, "x", &stream.repeat(1_000_000))
}

/// Each with a dictionary of 128 MiB.
fn empty_blocks(folder: &TempDir) -> Result<PathBuf, Failed> {
    let header = b"\xfd7zXZ\0\0\0\xff\x12\xd9\x41";
    let block = b"\x02\0\x21\x01\x1e\0\0\0\x9b\x07\x51\x66\0\0\0\0";
    make::file(
        folder,
        "x",
        &[&header[..], &block.repeat(1_000_000)].concat(),
    )
}

/// The first block says that it has 4 GiB.
fn large_block(folder: &TempDir) -> Result<PathBuf, Failed> {
    let mut bytes = make::filter("lzop", SOME)?;
    let length = (SOME.len() as u32).to_be_bytes();
    let at = bytes.windows(4).position(|window| window == length);
    bytes[at.ok_or("no block")?] = 0xff;
    make::file(folder, "x", &bytes)
}

/// One bit of the checksum at the end.
fn flipped(folder: &TempDir, command: &str) -> Result<PathBuf, Failed> {
    let mut bytes = make::filter(command, &make::read(SMALL)?)?;
    let last = bytes.len() - if command == "gzip" { 5 } else { 1 };
    bytes[last] ^= 1;
    make::file(folder, "x", &bytes)
}

/// Every 32 bytes, one whose lengths fit and whose types are no types.
fn many_headers(folder: &TempDir) -> Result<PathBuf, Failed> {
    let header = btf(1 << 20, &[], &[0; 8]);
    make::file(folder, "x", &[b"xx", &header.repeat(1 << 21)[..]].concat())
}

fn links(folder: &TempDir) -> Result<PathBuf, Failed> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, kind) in [
        ("a", tar::EntryType::Symlink),
        ("b", tar::EntryType::Link),
        ("c", tar::EntryType::Fifo),
    ] {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        tar.append_link(&mut header, name, "/sys/kernel/btf/vmlinux")?;
    }
    make::file(folder, "x", &tar.into_inner()?)
}

fn huge_member(folder: &TempDir) -> Result<PathBuf, Failed> {
    let mut header = tar::Header::new_gnu();
    header.set_path("x.btf")?;
    header.set_size(u64::MAX - 100);
    header.set_cksum();
    make::file(folder, "x", &[header.as_bytes(), SOME].concat())
}

fn many_members(folder: &TempDir) -> Result<PathBuf, Failed> {
    make::file(folder, "x", &make::tar(&vec![("x", &b""[..]); 100_001]))
}

/// Where the header of a section in a 64-bit ELF file says its size.
fn size_of_section(elf: &[u8], index: usize) -> usize {
    let table = u64::from_le_bytes(elf[40..48].try_into().expect("8 bytes"));
    table as usize + 64 * index + 32
}

fn huge_section(folder: &TempDir) -> Result<PathBuf, Failed> {
    let mut elf = make::elf(&[(".BTF", SOME)]);
    let at = size_of_section(&elf, 1);
    elf[at..at + 8].copy_from_slice(&(4_000_000_000_u64).to_le_bytes());
    sparse(folder, &elf, 4_100_000_000)
}

fn many_sections(folder: &TempDir) -> Result<PathBuf, Failed> {
    let mut elf = make::elf(&[(".BTF", SOME)]);
    let at = size_of_section(&elf, 0);
    elf[60..62].copy_from_slice(&[0; 2]); // then the first section's header says how many there are
    elf[at..at + 8].copy_from_slice(&(60_000_000_u64).to_le_bytes());
    sparse(folder, &elf, 4_100_000_000)
}

/// A header that says this length of types, then what is there of types and strings.
fn btf(length: u32, types: &[u8], strings: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for word in [0x0001_eb9f, 24, 0, length, length, strings.len() as u32] {
        bytes.extend(word.to_le_bytes());
    }
    [&bytes, types, strings].concat()
}

fn many_types(folder: &TempDir) -> Result<PathBuf, Failed> {
    // Pointers to nothing.
    let types = b"\0\0\0\0\0\0\0\x02\0\0\0\0".repeat(16_000_000);
    let bytes = btf(types.len() as u32, &types, b"\0");
    make::file(folder, "x", &make::filter("zstd -q -1", &bytes)?)
}

/// A type of 4 bytes with as many elements as one can have.
fn many_elements(folder: &TempDir, kind: u32, length: usize) -> Result<PathBuf, Failed> {
    let start = [0, kind << 24 | 0xff_ffff, 4]
        .map(u32::to_le_bytes)
        .concat();
    let types = [start, vec![0; 0xff_ffff * length]].concat();
    let bytes = btf(types.len() as u32, &types, b"\0");
    make::file(folder, "x", &make::filter("zstd -q -1", &bytes)?)
}

fn long_name(folder: &TempDir) -> Result<PathBuf, Failed> {
    let strings = [&b"\0"[..], &[b'n'; 1 << 20], b"\0"].concat();
    let int = [1_u32, 1 << 24, 4, 32].map(u32::to_le_bytes).concat();
    make::file(folder, "x", &btf(int.len() as u32, &int, &strings))
}
