//! `resolver [--in-turn] [--module MODULE] TARGET.btf OBJECT…`: a line for each CO-RE relocation of each object, with the instruction's number before and after
//! libbpf resolved the relocation against the target:
//!
//! ```text
//! object ./1.o
//! 0 2464 1264              the instruction's index, the number in it, and the one that libbpf put there
//! 1 2464/4 1264/8          a load or store, with its width in bytes
//! 2 2464 poison            made invalid
//! 3 2464 refused -22       libbpf would not load the object
//! ```
//!
//! `resolver --matches LOCAL.btf TARGET.btf`: whether the kernel of the second BTF has a type that matches, for each named struct,
//! union and typedef of the first: the type's id there, and 1 or 0. Here the whole of a kernel's own BTF is the local one.
//!
//! Calls what `bpf_object__load` calls for a relocation, and judges each by itself: loading would stop at the first that is refused,
//! ask for privileges, and take no object of the other byte order. No candidate that one relocation rules out is ruled out for the
//! next one, unless `--in-turn` asks for that: then it is as in `bpf_object__load`.

use std::collections::HashMap;
use std::ffi::{CStr, CString, c_char, c_int};
use std::io::{self, Write};
use std::process::ExitCode;
use std::{env, ptr, slice};

use libbpf_sys as libbpf;
use object::{Object as _, ObjectSection as _};

// src/relo_core.h and src/libbpf_internal.h of libbpf.

#[repr(C)]
struct Candidate {
    btf: *const libbpf::btf,
    id: u32,
}

#[repr(C)]
struct Candidates {
    candidates: *mut Candidate,
    len: c_int,
}

#[derive(Default)]
#[repr(C)]
struct Resolved {
    orig_val: u64,
    new_val: u64,
    poison: bool,
    validate: bool,
    fail_memsz_adjust: bool,
    orig_sz: u32,
    orig_type_id: u32,
    new_sz: u32,
    new_type_id: u32,
}

/// Room for three `struct bpf_core_spec`, of 1304 bytes each.
type Scratch = [u64; 1024];

unsafe extern "C" {
    fn bpf_core_essential_name_len(name: *const c_char) -> usize;
    fn bpf_core_add_cands(
        local: *mut Candidate,
        local_essential_len: usize,
        target: *const libbpf::btf,
        target_name: *const c_char,
        start_id: c_int,
        candidates: *mut Candidates,
    ) -> c_int;
    fn bpf_core_calc_relo_insn(
        program: *const c_char,
        relo: *const libbpf::bpf_core_relo,
        relo_index: c_int,
        local: *const libbpf::btf,
        candidates: *mut Candidates,
        scratch: *mut Scratch,
        resolved: *mut Resolved,
    ) -> c_int;
    fn __bpf_core_types_match(
        local: *const libbpf::btf,
        local_id: u32,
        target: *const libbpf::btf,
        target_id: u32,
        behind_pointer: bool,
        level: c_int,
    ) -> c_int;
    fn bpf_core_patch_insn(
        program: *const c_char,
        insn: *mut libbpf::bpf_insn,
        insn_index: c_int,
        relo: *const libbpf::bpf_core_relo,
        relo_index: c_int,
        resolved: *const Resolved,
    ) -> c_int;
}

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match &args[..] {
        [option, local, target, ids @ ..] if option == "--matches" => {
            match_all(local, target, ids)
        }
        [in_turn, option, module, target, objects @ ..]
            if in_turn == "--in-turn" && option == "--module" =>
        {
            resolve_all(target, Some(module), objects, true)
        }
        [option, module, target, objects @ ..] if option == "--module" => {
            resolve_all(target, Some(module), objects, false)
        }
        [option, target, objects @ ..] if option == "--in-turn" => {
            resolve_all(target, None, objects, true)
        }
        [target, objects @ ..] => resolve_all(target, None, objects, false),
        [] => Err(
            "what is expected is [--module MODULE | --in-turn] TARGET.btf OBJECT…, or --matches LOCAL.btf TARGET.btf ID…".to_owned(),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("resolver: {error}");
            ExitCode::FAILURE
        }
    }
}

fn resolve_all(
    target: &str,
    module: Option<&str>,
    objects: &[String],
    in_turn: bool,
) -> Result<(), String> {
    let mut target = Target::parse(target, module)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for object in objects {
        writeln!(out, "object {object}").map_err(text)?;
        resolve(&mut target, object, in_turn, &mut out)?;
    }
    out.flush().map_err(text)
}

/// How deep libbpf goes.
const LEVELS: c_int = 32;

fn match_all(local: &str, target: &str, ids: &[String]) -> Result<(), String> {
    let (local, mut target) = (parse(local)?, Target::parse(target, None)?);
    let mut out = io::BufWriter::new(io::stdout().lock());
    for id in ids {
        let id = id.parse().map_err(|_| format!("`{id}` is no type id"))?;
        let candidates = target.candidates(local, id)?;
        let matches = |candidate: &Candidate| {
            let (btf, candidate) = (candidate.btf, candidate.id);
            // SAFETY: both BTFs live and have the ids.
            unsafe { __bpf_core_types_match(local, id, btf, candidate, false, LEVELS) }
        };
        let verdict = candidates
            .iter()
            .map(matches)
            .fold(0, |all, one| match one {
                ..0 => one,
                _ if all < 0 => all,
                _ => all.max(one),
            });
        writeln!(out, "{id} {verdict}").map_err(text)?;
    }
    out.flush().map_err(text)
}

fn parse(path: &str) -> Result<*mut libbpf::btf, String> {
    let c_path = c_string(path)?;
    // SAFETY: it takes any function, or none: each refusal would be a line on stderr. And a C string.
    let btf = unsafe {
        libbpf::libbpf_set_print(None);
        libbpf::btf__parse(c_path.as_ptr(), ptr::null_mut())
    };
    not_null(btf, path)
}

struct Target {
    btf: *mut libbpf::btf,
    /// Its ids count on from those of `btf`.
    module: Option<*mut libbpf::btf>,
    /// By the local type's kind and name, which is all that the search looks at: scanning all types takes long.
    candidates: HashMap<(u32, Vec<u8>), Vec<u32>>,
}

impl Target {
    fn parse(path: &str, module: Option<&str>) -> Result<Target, String> {
        let btf = parse(path)?;
        let module = match module {
            None => None,
            Some(module) => {
                let path = c_string(module)?;
                // SAFETY: a C string, and a BTF that lives to the end.
                let split = unsafe { libbpf::btf__parse_split(path.as_ptr(), btf) };
                Some(not_null(split, module)?)
            }
        };
        Ok(Target {
            btf,
            module,
            candidates: HashMap::new(),
        })
    }

    fn candidates(&mut self, local: *const libbpf::btf, id: u32) -> Result<Vec<Candidate>, String> {
        // SAFETY: `local` lives, and an id that it does not have gives null.
        let ty = unsafe { libbpf::btf__type_by_id(local, id).as_ref() };
        let ty = ty.ok_or_else(|| format!("no local type {id}"))?;
        // SAFETY: an offset that it does not have gives null.
        let name = unsafe { libbpf::btf__name_by_offset(local, ty.name_off) };
        if name.is_null() {
            return Err(format!("local type {id} has no name"));
        }
        // SAFETY: a C string of `local`.
        let bytes = unsafe { CStr::from_ptr(name) }.to_bytes().to_vec();
        let key = (ty.info >> 24 & 0x1f, bytes);
        if !self.candidates.contains_key(&key) {
            // SAFETY: the local type's name, as above.
            let len = unsafe { bpf_core_essential_name_len(name) };
            // SAFETY: all BTFs live, and the local type is there.
            let mut ids = unsafe { search(local, id, len, self.btf, 1)? };
            // As `bpf_core_find_cands`: modules only if the kernel has none.
            if let (true, Some(module)) = (ids.is_empty(), self.module) {
                // SAFETY: as above.
                ids = unsafe { search(local, id, len, module, libbpf::btf__type_cnt(self.btf))? };
            }
            self.candidates.insert(key.clone(), ids);
        }
        // The module's has the kernel's types too.
        let btf = self.module.unwrap_or(self.btf);
        let candidate = |&id: &u32| Candidate { btf, id };
        Ok(self.candidates[&key].iter().map(candidate).collect())
    }
}

/// # Safety
///
/// Both BTFs live, and `local` has `id`.
unsafe fn search(
    local: *const libbpf::btf,
    id: u32,
    essential_len: usize,
    target: *const libbpf::btf,
    first: u32,
) -> Result<Vec<u32>, String> {
    let mut local = Candidate { btf: local, id };
    let mut found = Candidates {
        candidates: ptr::null_mut(),
        len: 0,
    };
    // SAFETY: the list starts empty and libbpf allocates it. It is not freed: there is one a name, until the program ends.
    unsafe {
        let error = bpf_core_add_cands(
            &mut local,
            essential_len,
            target,
            c"target".as_ptr(),
            first as c_int,
            &mut found,
        );
        match (error, found.len) {
            (0, 0) => Ok(Vec::new()),
            (0, len) => Ok(slice::from_raw_parts(found.candidates, len as usize)
                .iter()
                .map(|candidate| candidate.id)
                .collect()),
            _ => Err(format!("no candidates: {error}")),
        }
    }
}

/// A section of instructions.
struct Section {
    name: String,
    insns: Vec<libbpf::bpf_insn>,
}

fn resolve(
    target: &mut Target,
    object: &str,
    in_turn: bool,
    out: &mut impl Write,
) -> Result<(), String> {
    let path = c_string(object)?;
    let mut ext = ptr::null_mut();
    // SAFETY: a C string, and room for a pointer.
    let local = unsafe { libbpf::btf__parse_elf(path.as_ptr(), &mut ext) };
    let local = not_null(local, object)?;
    let ext = not_null(ext, object)?;
    let mut sections = sections(object)?;
    // By local type, as in `bpf_object__relocate_core`.
    let mut left: HashMap<u32, Vec<Candidate>> = HashMap::new();
    for (section, relo) in relocations(local, ext)? {
        let code = sections.iter_mut().find(|code| code.name == section);
        let code = code.ok_or_else(|| format!("{object}: no section {section}"))?;
        let index = relo.insn_off as usize / 8;
        // The second one may be changed, too.
        let insns = code.insns.get_mut(index..);
        let insn = insns.filter(|insns| !insns.is_empty());
        let insn = insn.ok_or_else(|| format!("{object}: no instruction {index}"))?;
        let candidates = match left.remove(&relo.type_id).filter(|_| in_turn) {
            Some(candidates) => candidates,
            None => target.candidates(local, relo.type_id)?,
        };
        // SAFETY: the instructions are ours to change.
        let (old, new, rest) = unsafe { apply(insn.as_mut_ptr(), &relo, local, candidates) };
        left.insert(relo.type_id, rest);
        match in_turn {
            true => writeln!(out, "{index} {old} {new} {section}").map_err(text)?,
            false => writeln!(out, "{index} {old} {new}").map_err(text)?,
        }
    }
    // SAFETY: nothing of it is used any more.
    unsafe {
        libbpf::btf_ext__free(ext);
        libbpf::btf__free(local);
    }
    Ok(())
}

/// The numbers in the instruction, before and after, and the candidates that are left.
///
/// # Safety
///
/// `insn` is an instruction that may be written, `local` lives and has what the relocation names.
unsafe fn apply(
    insn: *mut libbpf::bpf_insn,
    relo: &libbpf::bpf_core_relo,
    local: *const libbpf::btf,
    mut candidates: Vec<Candidate>,
) -> (String, String, Vec<Candidate>) {
    let mut list = Candidates {
        candidates: candidates.as_mut_ptr(),
        len: candidates.len() as c_int,
    };
    let (mut scratch, mut resolved) = ([0; 1024], Resolved::default());
    let name = c"sweep".as_ptr();
    // SAFETY: as the caller says; libbpf only shortens the list.
    unsafe {
        let old = number(&*insn);
        let error =
            bpf_core_calc_relo_insn(name, relo, 0, local, &mut list, &mut scratch, &mut resolved);
        let error = match error {
            0 => bpf_core_patch_insn(name, insn, 0, relo, 0, &resolved),
            error => error,
        };
        let new = match error {
            0 => number(&*insn),
            _ => format!("refused {error}"),
        };
        candidates.truncate(list.len as usize);
        (old, new, candidates)
    }
}

fn number(insn: &libbpf::bpf_insn) -> String {
    let widths = [4, 2, 1, 8];
    match insn.code & 7 {
        libbpf_class::LDX | libbpf_class::ST | libbpf_class::STX => {
            format!("{}/{}", insn.off, widths[usize::from(insn.code >> 3 & 3)])
        }
        libbpf_class::JMP if insn.imm == 0x0bad_2310 => "poison".to_owned(),
        _ => insn.imm.to_string(),
    }
}

/// Classes of instructions.
mod libbpf_class {
    pub(crate) const LDX: u8 = 1;
    pub(crate) const ST: u8 = 2;
    pub(crate) const STX: u8 = 3;
    pub(crate) const JMP: u8 = 5;
}

/// The instructions of each section that has some, in this machine's byte order.
fn sections(path: &str) -> Result<Vec<Section>, String> {
    let file = std::fs::read(path).map_err(text)?;
    let elf = object::File::parse(&*file).map_err(|error| format!("{path}: {error}"))?;
    let swap = elf.is_little_endian() != cfg!(target_endian = "little");
    let mut sections = Vec::new();
    for section in elf
        .sections()
        .filter(|it| it.kind() == object::SectionKind::Text)
    {
        let name = section.name().map_err(|error| error.to_string())?;
        let data = section.data().map_err(|error| error.to_string())?;
        sections.push(Section {
            name: name.to_owned(),
            insns: data
                .chunks_exact(8)
                .map(|bytes| insn(bytes, swap))
                // libbpf reads what stands behind the first half of an instruction of sixteen bytes.
                .chain([insn(&[0; 8], false)])
                .collect(),
        });
    }
    Ok(sections)
}

fn insn(bytes: &[u8], swap: bool) -> libbpf::bpf_insn {
    let mut bytes: [u8; 8] = bytes.try_into().expect("a chunk of eight bytes");
    if swap {
        bytes[1] = bytes[1].rotate_left(4);
        bytes[2..4].reverse();
        bytes[4..].reverse();
    }
    // SAFETY: an instruction is eight bytes, and any bytes are one.
    unsafe { std::mem::transmute(bytes) }
}

/// The relocations in a `.BTF.ext`, each with its section's name.
fn relocations(
    local: *const libbpf::btf,
    ext: *mut libbpf::btf_ext,
) -> Result<Vec<(String, libbpf::bpf_core_relo)>, String> {
    let native = match cfg!(target_endian = "big") {
        true => libbpf::BTF_BIG_ENDIAN,
        false => libbpf::BTF_LITTLE_ENDIAN,
    };
    let mut len = 0;
    // SAFETY: `ext` lives, and so do its bytes; libbpf swaps them if need be.
    let bytes = unsafe {
        libbpf::btf_ext__set_endianness(ext, native);
        let data = libbpf::btf_ext__raw_data(ext, &mut len);
        slice::from_raw_parts(data.cast::<u8>(), len as usize)
    };
    let word = |at: usize| {
        let word = bytes.get(at..at + 4).and_then(|word| word.try_into().ok());
        word.map(u32::from_ne_bytes)
            .ok_or(".BTF.ext ends inside a record")
    };
    if word(28)? == 0 {
        return Ok(Vec::new());
    }
    let start = word(4)? + word(24)?;
    let (mut at, end) = (start as usize, (start + word(28)?) as usize);
    let record_len = word(at)? as usize;
    at += 4;
    let mut relocations = Vec::new();
    while at < end {
        let (name, count) = (word(at)?, word(at + 4)?);
        at += 8;
        // SAFETY: an offset that it does not have gives null.
        let name = unsafe { libbpf::btf__name_by_offset(local, name) };
        let name = not_null(name.cast_mut(), "a section's name")?;
        // SAFETY: a C string of `local`.
        let name = unsafe { CStr::from_ptr(name) }
            .to_string_lossy()
            .into_owned();
        for _ in 0..count {
            let relo = libbpf::bpf_core_relo {
                insn_off: word(at)?,
                type_id: word(at + 4)?,
                access_str_off: word(at + 8)?,
                kind: word(at + 12)?,
            };
            relocations.push((name.clone(), relo));
            at += record_len;
        }
    }
    Ok(relocations)
}

fn not_null<T>(pointer: *mut T, what: &str) -> Result<*mut T, String> {
    match pointer.is_null() {
        true => Err(format!("{what}: {}", io::Error::last_os_error())),
        false => Ok(pointer),
    }
}

fn c_string(text: &str) -> Result<CString, String> {
    CString::new(text).map_err(|error| error.to_string())
}

fn text(error: io::Error) -> String {
    error.to_string()
}
