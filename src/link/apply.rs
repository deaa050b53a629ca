//! Carries a plan out. Sections that btfgen does not own keep their bytes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Error;
use super::btf_section;
use super::ext::{self, Moves};
use super::externs;
use super::insn::INSN_LEN;
use super::object::{Object, SHF_ALLOC, SHT_REL};
use super::plan::Plan;

/// `R_BPF_NONE`
const NONE: u32 = 0;

pub(super) fn apply(mut object: Object<'_>, plan: Plan) -> Result<Vec<u8>, Error> {
    let Plan {
        insns,
        btf,
        ext,
        removed,
        ..
    } = plan;
    for patch in &insns {
        let code = object.sections[patch.section].data.to_mut();
        let slots = code[patch.offset as usize..].chunks_exact_mut(INSN_LEN as usize);
        for (slot, insn) in slots.zip(&patch.insns) {
            slot.copy_from_slice(&insn.encode(object.endian));
        }
    }
    detach_relocations(&mut object, &removed)?;
    for prefix in externs::PREFIXES {
        object.take_prefix_off(prefix)?;
    }
    if let Some(btf) = btf {
        set_section(&mut object, btf_section::NAME, btf.encode())?;
    }
    if let Some((bytes, moves)) = ext {
        move_relocations(&mut object, &moves)?;
        set_section(&mut object, ext::NAME, bytes)?;
    }
    object.remove_sections(&removed)?;
    Ok(object.encode())
}

fn set_section(object: &mut Object<'_>, name: &str, bytes: Vec<u8>) -> Result<(), Error> {
    match object.find(name)? {
        Some(index) => object.sections[index].data = Cow::Owned(bytes),
        None => object.add_section(name, bytes),
    }
    Ok(())
}

/// Debug info speaks of the tables; once they are gone, its relocations must not.
///
/// They keep their symbols, which will be absolute ones: aya refuses an object that has a relocation without
/// a symbol, wherever it is.
fn detach_relocations(object: &mut Object<'_>, removed: &BTreeSet<usize>) -> Result<(), Error> {
    for i in object.indexes() {
        if object.sections[i].kind != SHT_REL || removed.contains(&i) {
            continue;
        }
        let mut relocations = object.relocations(i)?;
        let mut detached = false;
        for relocation in &mut relocations {
            let symbol = object.symbol(relocation.symbol)?;
            if symbol.section == 0 || !removed.contains(&usize::from(symbol.section)) {
                continue;
            }
            let target = object.sections.get(object.sections[i].info as usize);
            if let Some(target) = target.filter(|target| target.flags & SHF_ALLOC != 0) {
                return Err(Error::malformed(
                    &target.name,
                    relocation.offset,
                    "the program itself refers to the table of types",
                ));
            }
            relocation.kind = NONE;
            detached = true;
        }
        if detached {
            object.sections[i].data = Cow::Owned(object.encode_relocations(&relocations));
        }
    }
    Ok(())
}

fn move_relocations(object: &mut Object<'_>, moves: &Moves) -> Result<(), Error> {
    let relocations_of_ext = match object.find(ext::NAME)? {
        Some(ext) => object.relocations_of(ext),
        None => None,
    };
    let Some(index) = relocations_of_ext else {
        return Ok(());
    };
    let mut relocations = object.relocations(index)?;
    for relocation in &mut relocations {
        relocation.offset = moves.new_offset(relocation.offset);
    }
    object.sections[index].data = Cow::Owned(object.encode_relocations(&relocations));
    Ok(())
}
