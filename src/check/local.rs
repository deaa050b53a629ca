//! The objects to check.

use std::path::{Path, PathBuf};

use super::error::CheckError;
use super::subject::Subject;
use crate::btf;
use crate::link::{self, Code, CoreObject};
use crate::model::{TypeId, Types};
use crate::resolve::Relocation;

/// An object to check.
#[derive(Clone, Debug)]
pub struct ObjectFile {
    /// The file or other source, for messages.
    pub path: PathBuf,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

/// A parsed object.
pub(super) struct Parsed {
    path: PathBuf,
    object: CoreObject,
}

/// An object with its types and the subjects of its relocations.
pub(super) struct Local<'a> {
    pub(super) path: &'a Path,
    pub(super) object: &'a CoreObject,
    pub(super) types: Types<'a>,
    /// In the order in which loaders resolve them.
    pub(super) relocations: Vec<Item<'a>>,
}

/// A relocation and where it is.
pub(super) struct Item<'a> {
    /// The index of the section in [`CoreObject::code`].
    pub(super) code: usize,
    pub(super) insn: usize,
    pub(super) relocation: Relocation<'a>,
    pub(super) subject: Subject<'a>,
}

impl Parsed {
    pub(super) fn new(file: &ObjectFile) -> Result<Parsed, CheckError> {
        let fault = |error| CheckError::Object(file.path.clone(), error);
        let object = link::read(&file.bytes).map_err(fault)?;
        match object.btf.is_empty() {
            true => Err(CheckError::NoBtf(file.path.clone())),
            false => Ok(Parsed {
                path: file.path.clone(),
                object,
            }),
        }
    }

    pub(super) fn decode(&self) -> Result<Local<'_>, CheckError> {
        let fault = |malformed| CheckError::Btf(self.path.clone(), malformed);
        let types = btf::decode_program(&self.object.btf).map_err(fault)?;
        let mut relocations = Vec::new();
        for it in &self.object.relocations {
            let insns = &self.object.code[it.code].insns;
            let relocation = Relocation {
                kind: it.kind,
                root: TypeId(it.root),
                access: &it.access,
                insn: insns[it.insn],
                next: insns.get(it.insn + 1).copied(),
            };
            relocations.push(Item {
                code: it.code,
                insn: it.insn,
                subject: Subject::new(&types, &relocation),
                relocation,
            });
        }
        Ok(Local {
            path: &self.path,
            object: &self.object,
            types,
            relocations,
        })
    }
}

impl Local<'_> {
    /// The section that a relocation is in.
    pub(super) fn code(&self, item: &Item<'_>) -> &Code {
        &self.object.code[item.code]
    }
}
