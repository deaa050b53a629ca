//! Split BTF: a module's types and strings are numbered on from those of its base.

use super::header::Sections;
use super::strings::{MAX_NAME, NoName, Strings};
use crate::model::TypeId;

/// What a BTF continues.
#[derive(Default)]
pub(super) struct Before<'a> {
    /// The base's.
    strings: Strings<'a>,
    pub(super) layouts: &'a [u8],
    /// What the base's ids are among all types; empty: what they are in the base.
    stands_for: Vec<TypeId>,
    /// The first own id in the BTF, and what it is among all types.
    own: (u32, u32),
    is_split: bool,
    /// Whether it is the BTF of a BPF program. Rust's `()` is an integer of no bytes in it.
    pub(super) is_of_program: bool,
}

impl<'a> Before<'a> {
    /// `count` ids of a base, `0` among them, and `first` types so far.
    pub(super) fn new(
        base: &Sections<'a>,
        count: u32,
        stands_for: Vec<TypeId>,
        first: u32,
    ) -> Before<'a> {
        Before {
            strings: base.strings,
            layouts: base.layouts,
            stands_for,
            own: (count, first),
            is_split: true,
            is_of_program: false,
        }
    }

    /// What the BTF of a BPF program continues: nothing.
    pub(super) fn of_program() -> Before<'a> {
        Before {
            is_of_program: true,
            ..Before::default()
        }
    }

    /// A type id as it stands in the BTF → among all types. It may not be there.
    pub(super) fn id(&self, id: u32) -> TypeId {
        let (own, first) = self.own;
        match id.checked_sub(own) {
            Some(index) => TypeId(index.saturating_add(first)),
            None => (self.stands_for.get(id as usize).copied()).unwrap_or(TypeId(id)),
        }
    }

    pub(super) fn name(&self, own: &Strings<'a>, offset: u32) -> Result<&'a str, String> {
        let (strings, at) = self.place(own, offset)?;
        strings.name(at).map_err(|why| no_name(why, offset))
    }

    /// The string section if its names need no check, else an empty one.
    pub(super) fn plain(&self, own: &Strings<'a>) -> &'a str {
        match self.is_split {
            false => own.plain(),
            true => "",
        }
    }

    /// The string section that an offset is in, and the offset there. pahole and libbpf write split BTF, and their names share no
    /// bytes. So an offset into the middle of a name shows that the BTF was written for another base.
    fn place<'s>(
        &'s self,
        own: &'s Strings<'a>,
        offset: u32,
    ) -> Result<(&'s Strings<'a>, usize), String> {
        let offset = offset as usize;
        let (strings, at) = match offset.checked_sub(self.strings.len()) {
            Some(at) => (own, at),
            None => (&self.strings, offset),
        };
        match self.is_split && !strings.is_start(at) {
            false => Ok((strings, at)),
            true => Err(format!(
                "its name is at {offset} of the string sections, inside of another name"
            )),
        }
    }
}

#[cold]
fn no_name(why: NoName, offset: u32) -> String {
    match why {
        NoName::Beyond => format!("its name is at {offset}, beyond the string section"),
        NoName::Endless => format!(
            "its name at {offset} of the string section does not end within {MAX_NAME} bytes"
        ),
        NoName::NotUtf8 => format!("its name at {offset} of the string section is not UTF-8"),
    }
}
