//! Object with records → CO-RE object that any loader knows.
//!
//! Reads the records and tables that [`crate::reloc`] describes, appends the smallest local types that
//! carry the paths used to `.BTF` and a CO-RE relocation for each record to `.BTF.ext`, puts the real
//! instructions in the placeholders' stead, and drops btfgen's own sections. What LLVM is known to leave in `.BTF` that
//! loaders refuse is repaired, and what is written is checked as they check it.

mod apply;
mod btf_section;
mod bytes;
mod collect;
mod decision;
mod declaration;
mod decoy;
mod enums;
mod error;
mod ext;
mod externs;
mod insn;
mod local;
mod object;
mod path;
mod plan;
mod read;
mod repair;
mod request;
mod tables;
mod validate;

pub use error::Error;
use object::Object;
pub(crate) use read::{Code, CoreObject, DECOY_SIZE, DECOY_VALUES, read};

/// An object after the link step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The object; the input as it was if nothing in it is btfgen's.
    pub bytes: Vec<u8>,
    /// Number of CO-RE relocations that were added.
    pub relocations: usize,
    /// What was repaired, and what to do about it: what stands behind the first line of each is a hint.
    pub warnings: Vec<String>,
}

/// Turns the records in `object` into CO-RE relocations.
pub fn link(object: &[u8]) -> Result<Linked, Error> {
    let parsed = Object::parse(object)?;
    let Some(plan) = plan::plan(&parsed)? else {
        return Ok(Linked {
            bytes: object.to_vec(),
            relocations: 0,
            warnings: Vec::new(),
        });
    };
    let (relocations, warnings) = (plan.insns.len(), plan.warnings.clone());
    let bytes = apply::apply(parsed, plan)?;
    validate::check(&Object::parse(&bytes)?)?;
    Ok(Linked {
        bytes,
        relocations,
        warnings,
    })
}
