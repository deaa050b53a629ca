//! What is written for one record, or that nothing can be.

use super::Error;
use super::collect::Site;
use super::ext::CoreRelo;
use super::insn::Insn;
use super::object::Object;

/// An instruction in a placeholder's stead.
pub(super) struct Patch {
    pub(super) section: usize,
    pub(super) offset: u64,
    pub(super) insns: Vec<Insn>,
}

/// What is written for one record.
pub(super) struct Decision {
    pub(super) patch: Patch,
    pub(super) relo: CoreRelo,
    /// The source line that the verifier's log quotes.
    pub(super) line: String,
}

/// The text that the verifier's log quotes at the instruction.
pub(super) fn line(subject: &str, decoy: Option<u64>) -> String {
    match decoy {
        Some(number) => format!("{subject} (not relocated if the number here is {number})"),
        None => subject.to_owned(),
    }
}

pub(super) fn unusable(object: &Object<'_>, site: &Site, subject: String, reason: String) -> Error {
    let section = object.sections[site.section].name.clone();
    Error::Unusable {
        section,
        offset: site.offset,
        subject,
        reason,
    }
}
