//! `aya-resolver TARGET.btf OBJECT…`: a line for each CO-RE relocation of each object, with the instruction's number before and after
//! aya resolved the relocation against the target. The form is that of `resolver` in tests/sweep, with the section behind it:
//!
//! ```text
//! object ./1.o
//! 0 2464 1264 raw_tp/x     the instruction's index, the number in it, and the one that aya put there
//! 1 2464/4 1264/8 raw_tp/x a load or store, with its width in bytes
//! 2 2464 poison raw_tp/x   made invalid
//! 3 2464 refused raw_tp/x  aya would not load the object, or panics
//! object ./2.o
//! unread …                 aya does not read the object, also without its relocations
//! ```
//!
//! `Object::relocate_btf` is what `EbpfLoader::load` calls. It stops at the first relocation that it refuses, so each is judged by
//! itself, in a copy of the object whose `.BTF.ext` has only this one.

use std::process::ExitCode;
use std::{env, fs, panic};

use aya_obj::btf::Btf;
use aya_obj::{Object, generated::bpf_insn};
use object::{Endianness, Object as _, ObjectSection as _};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    // Panics are answers here.
    panic::set_hook(Box::new(|_| {}));
    let done = match &args[..] {
        [target, objects @ ..] => all(target, objects),
        [] => Err("what is expected is TARGET.btf OBJECT…".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("aya-resolver: {error}");
            ExitCode::FAILURE
        }
    }
}

fn all(target: &str, objects: &[String]) -> Result<(), String> {
    let target = Btf::parse_file(target, Default::default()).map_err(text)?;
    for path in objects {
        println!("object {path}");
        let bytes = fs::read(path).map_err(text)?;
        one(&target, &bytes).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

/// A CO-RE relocation: its section, the offset of the section's name in `.BTF`, and the record.
struct Relocation {
    section: String,
    name: u32,
    record: Vec<u8>,
}

fn one(target: &Btf, bytes: &[u8]) -> Result<(), String> {
    let elf = object::File::parse(bytes).map_err(text)?;
    if elf.endianness() != Endianness::default() {
        return Err("of the other byte order".to_owned());
    }
    let ext = elf.section_by_name(".BTF.ext").ok_or("no .BTF.ext")?;
    let (ext_at, ext_len) = ext.file_range().ok_or(".BTF.ext is not in the file")?;
    let ext = &bytes[ext_at as usize..(ext_at + ext_len) as usize];
    let btf = elf.section_by_name(".BTF").ok_or("no .BTF")?;
    let strings = strings(btf.data().map_err(text)?)?;
    let start = (word(ext, 4)? + word(ext, 24)?) as usize;
    let mut without = bytes.to_vec();
    without[ext_at as usize + 28..ext_at as usize + 32].copy_from_slice(&[0; 4]);
    if let Err(error) = Object::parse(&without) {
        println!("unread {error}");
        return Ok(());
    }
    for Relocation {
        section,
        name,
        record,
    } in relocations(ext, strings)?
    {
        let mut copy = bytes.to_vec();
        let to = &mut copy[ext_at as usize..];
        to[28..32].copy_from_slice(&28_u32.to_ne_bytes());
        let words = [16, name, 1].map(u32::to_ne_bytes).concat();
        to[start..start + 12].copy_from_slice(&words);
        to[start + 12..start + 28].copy_from_slice(&record[..16]);
        let index = word(&record, 0)? as usize / 8;
        let code = elf.section_by_name(&section).ok_or("no such section")?;
        let code = code.data().map_err(text)?;
        let insn = code.get(index * 8..index * 8 + 8);
        let old = number(decode(insn.ok_or("no such instruction")?));
        let new = panic::catch_unwind(|| relocate(target, &copy, &elf, &section, index));
        let new = match new {
            Ok(Some(insn)) => number(insn),
            Ok(None) | Err(_) => "refused".to_owned(),
        };
        println!("{index} {old} {new} {section}");
    }
    Ok(())
}

/// The instruction after aya relocated it. `None`: aya refuses the object.
fn relocate(
    target: &Btf,
    bytes: &[u8],
    elf: &object::File<'_>,
    section: &str,
    index: usize,
) -> Option<[u8; 8]> {
    let mut object = Object::parse(bytes).ok()?;
    object.relocate_btf(target).ok()?;
    let section = elf.section_by_name(section)?.index().0;
    let at = index * 8;
    let function = object.functions.values().find(|it| {
        let end = it.section_offset + it.instructions.len() * 8;
        it.section_index.0 == section && (it.section_offset..end).contains(&at)
    })?;
    let insn: bpf_insn = function.instructions[(at - function.section_offset) / 8];
    let mut out = [0; 8];
    out[0] = insn.code;
    out[1] = insn.dst_reg() | insn.src_reg() << 4;
    out[2..4].copy_from_slice(&insn.off.to_ne_bytes());
    out[4..].copy_from_slice(&insn.imm.to_ne_bytes());
    Some(out)
}

fn decode(bytes: &[u8]) -> [u8; 8] {
    bytes.try_into().expect("eight bytes")
}

/// The number in an instruction.
fn number(insn: [u8; 8]) -> String {
    let off = i16::from_ne_bytes([insn[2], insn[3]]);
    let imm = i32::from_ne_bytes([insn[4], insn[5], insn[6], insn[7]]);
    let widths = [4, 2, 1, 8];
    match insn[0] & 7 {
        1..=3 => format!("{off}/{}", widths[usize::from(insn[0] >> 3 & 3)]),
        5 if imm == 0x0bad_2310 => "poison".to_owned(),
        _ => imm.to_string(),
    }
}

fn word(bytes: &[u8], at: usize) -> Result<u32, String> {
    let word = bytes.get(at..at + 4).and_then(|word| word.try_into().ok());
    word.map(u32::from_ne_bytes)
        .ok_or_else(|| "a section ends inside a record".to_owned())
}

fn strings(btf: &[u8]) -> Result<&[u8], String> {
    let start = (word(btf, 4)? + word(btf, 16)?) as usize;
    btf.get(start..).ok_or_else(|| "no strings".to_owned())
}

fn relocations(ext: &[u8], strings: &[u8]) -> Result<Vec<Relocation>, String> {
    let mut relocations = Vec::new();
    if word(ext, 4)? < 32 || word(ext, 28)? == 0 {
        return Ok(relocations);
    }
    let start = word(ext, 4)? + word(ext, 24)?;
    let (mut at, end) = (start as usize, (start + word(ext, 28)?) as usize);
    let len = word(ext, at)? as usize;
    at += 4;
    while at < end {
        let (name, count) = (word(ext, at)?, word(ext, at + 4)?);
        at += 8;
        let text = strings.get(name as usize..).unwrap_or_default();
        let text = text.split(|byte| *byte == 0).next().unwrap_or_default();
        for _ in 0..count {
            relocations.push(Relocation {
                section: String::from_utf8_lossy(text).into_owned(),
                name,
                record: ext[at..at + len].to_vec(),
            });
            at += len;
        }
    }
    Ok(relocations)
}

fn text(error: impl ToString) -> String {
    error.to_string()
}
