//! What a BTF has: for people who look before they allow. Knows no Rust.

mod list;
mod show;

pub(crate) use list::list;
pub use list::{ListedEnumerator, ListedField, ListedType, Listing};
pub(crate) use show::show;

use crate::filter::{Hook, HookKind};
use crate::model::{self, Bits, Type, TypeId, Types};

/// A hook as C declares it, with the arguments that a program gets, or a variable.
fn prototype(types: &Types<'_>, hook: &Hook<'_>) -> String {
    if hook.kind == HookKind::Variable {
        return model::declaration(types, hook.prototype, hook.name);
    }
    if hook.kind == HookKind::StructOps {
        return model::describe(types, hook.id);
    }
    let returns = hook.returns(types).unwrap_or(TypeId(0));
    model::prototype(types, returns, hook.name, hook.parameters(types))
}

/// Size in bytes of what C can measure.
fn size_of(types: &Types<'_>, id: TypeId) -> Option<u64> {
    let (element, lengths) = types.elements(id);
    let element = match types.get(element) {
        Type::Int(int) => u64::from(int.size.0),
        Type::Float(float) => u64::from(float.size.0),
        Type::Ptr(_) => u64::from(types.pointer.0),
        Type::Composite(composite) => u64::from(composite.size.0),
        Type::Enum(enumeration) => u64::from(enumeration.size.0),
        Type::Typedef(_, inner) => size_of(types, *inner)?,
        _ => return None,
    };
    let product = |size: u64, length: &u32| size.saturating_mul(u64::from(*length));
    Some(lengths.iter().fold(element, product))
}

/// Where a field is.
#[derive(Clone, Copy)]
struct Place {
    /// From the start of the outermost type; of a bitfield, that of the aligned unit of its type's size which it begins
    /// in.
    byte: u64,
    /// Of a bitfield, counted from there.
    bit: Option<u64>,
}

fn place(types: &Types<'_>, ty: TypeId, offset: u64, width: Option<Bits>) -> Place {
    match width {
        None => Place {
            byte: offset / 8,
            bit: None,
        },
        Some(_) => {
            let unit = 8 * size_of(types, ty).unwrap_or(1).max(1);
            Place {
                byte: offset / unit * (unit / 8),
                bit: Some(offset % unit),
            }
        }
    }
}
