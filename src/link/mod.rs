//! Object with records → CO-RE object that any loader knows.
//!
//! Reads the records and tables that [`crate::reloc`] describes, appends the smallest local types that
//! carry the paths used to `.BTF` and a CO-RE relocation for each record to `.BTF.ext`, puts the real
//! instructions in the placeholders' stead, and drops btfgen's own sections.

mod apply;
mod btf_section;
mod bytes;
mod collect;
mod declaration;
mod decoy;
mod enums;
mod error;
mod ext;
mod insn;
mod local;
mod object;
mod path;
mod plan;
mod request;
mod tables;

pub use error::Error;
use object::Object;

/// An object after the link step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The object; the input as it was if nothing in it is btfgen's.
    pub bytes: Vec<u8>,
    /// Number of CO-RE relocations that were added.
    pub relocations: usize,
}

/// Turns the records in `object` into CO-RE relocations.
pub fn link(object: &[u8]) -> Result<Linked, Error> {
    let parsed = Object::parse(object)?;
    let Some(plan) = plan::plan(&parsed)? else {
        return Ok(Linked {
            bytes: object.to_vec(),
            relocations: 0,
        });
    };
    let relocations = plan.insns.len();
    let bytes = apply::apply(parsed, plan)?;
    Ok(Linked { bytes, relocations })
}
