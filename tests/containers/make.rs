//! Containers, made by the tools that everyone makes them with, and by hand where the kernel's build does.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use libtest_mimic::Failed;
use object::write::{Object, SectionKind};
use object::{Architecture, BinaryFormat, Endianness};
use tempfile::TempDir;

pub(crate) fn folder() -> Result<TempDir, Failed> {
    Ok(tempfile::tempdir()?)
}

/// A file in the folder with these bytes.
pub(crate) fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> Result<PathBuf, Failed> {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes)?;
    Ok(path)
}

/// What a program makes of its input: `xz -c`.
pub(crate) fn filter(command: &str, input: &[u8]) -> Result<Vec<u8>, Failed> {
    let mut words = command.split(' ');
    let mut child = Command::new(words.next().unwrap_or_default())
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().ok_or("no stdin")?;
    let output = std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output()
    })?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(format!("{command}: {}", output.status).into()),
    }
}

/// An ELF file with these sections.
pub(crate) fn elf(sections: &[(&str, &[u8])]) -> Vec<u8> {
    elf_for(Architecture::X86_64, Endianness::Little, sections)
}

pub(crate) fn elf_for(
    architecture: Architecture,
    order: Endianness,
    sections: &[(&str, &[u8])],
) -> Vec<u8> {
    let mut elf = Object::new(BinaryFormat::Elf, architecture, order);
    for (name, bytes) in sections {
        let id = elf.add_section(Vec::new(), name.as_bytes().to_vec(), SectionKind::Other);
        elf.append_section_data(id, bytes, 4);
    }
    elf.write().expect("it is a plain object")
}

/// A kernel for x86 as its build makes it: setup code, then code that unpacks, then the compressed kernel and its length.
pub(crate) fn bzimage(compressed: &[u8], unpacked: usize) -> Vec<u8> {
    const SETUP_SECTORS: u8 = 3;
    let mut image = vec![0x90; (usize::from(SETUP_SECTORS) + 1) * 512];
    image[0x1f1] = SETUP_SECTORS;
    image[0x1fe..0x200].copy_from_slice(b"\x55\xaa");
    image[0x202..0x206].copy_from_slice(b"HdrS");
    image[0x206..0x208].copy_from_slice(&0x20f_u16.to_le_bytes());
    image[0x20e..0x210].copy_from_slice(&0x400_u16.to_le_bytes());
    let version = b"6.99.1-test (someone@somewhere) #1 SMP\0";
    image[0x600..0x600 + version.len()].copy_from_slice(version);
    let code = b"\x1f\x8b\x08 code that unpacks, with what looks like a stream \x5d\0\0\0\x04";
    image[0x248..0x24c].copy_from_slice(&(code.len() as u32).to_le_bytes());
    image[0x24c..0x250].copy_from_slice(&(compressed.len() as u32 + 4).to_le_bytes());
    let length = (unpacked as u32).to_le_bytes();
    [&image, &code[..], compressed, &length, &[0; 4096]].concat()
}

/// A kernel for EFI that unpacks itself.
pub(crate) fn zboot(method: &str, compressed: &[u8]) -> Vec<u8> {
    const HEADER: usize = 4096;
    let mut image = vec![0; HEADER];
    image[..8].copy_from_slice(b"MZ\0\0zimg");
    image[8..12].copy_from_slice(&(HEADER as u32).to_le_bytes());
    image[12..16].copy_from_slice(&(compressed.len() as u32).to_le_bytes());
    image[24..24 + method.len()].copy_from_slice(method.as_bytes());
    image[56..60].copy_from_slice(b"\xcd\x23\x82\x81");
    [&image, compressed, &[0; 512]].concat()
}

/// A kernel that is neither ELF nor compressed: header, code with false hits of BTF's magic, BTF, more code.
pub(crate) fn raw_image(magic: (usize, &[u8]), btf: &[u8]) -> Vec<u8> {
    let mut image =
        b"MZ code, and the magic numbers as operands \x9f\xeb\x01\0 \xeb\x9f\x01\0 ".to_vec();
    image.resize(8192, 0xd5);
    image[magic.0..magic.0 + magic.1.len()].copy_from_slice(magic.1);
    // Headers whose lengths fit: one of nothing, one whose types are no types.
    for (types, strings) in [(0_u32, 0_u32), (300_000, 8)] {
        for word in [0x0001_eb9f, 24, 0, types, types, strings] {
            image.extend(word.to_le_bytes());
        }
    }
    image.extend(b"Linux version %s (%s)\0Linux version 6.98.2-test (someone) #1\0");
    image.resize(400_000, 0xff);
    [&image, btf, &[0xcc; 100_000]].concat()
}

/// A tar archive of these files; names stay as they are.
pub(crate) fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(tar::EntryType::Regular);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        tar.append(&header, *bytes).expect("memory takes it");
    }
    tar.into_inner().expect("memory takes it")
}

/// The same stream several times in a row, until together they unpack to so much.
pub(crate) fn bomb(command: &str, unpacked: usize) -> Result<Vec<u8>, Failed> {
    const STREAM: usize = 64 << 20;
    let stream = filter(command, &vec![0; STREAM])?;
    Ok(stream.repeat(unpacked / STREAM + 1))
}

pub(crate) fn read(path: impl AsRef<Path>) -> Result<Vec<u8>, Failed> {
    Ok(std::fs::read(path)?)
}
