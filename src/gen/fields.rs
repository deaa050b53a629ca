//! The module `fields`: for each struct and union a type of the same name, with a method for each field.

use crate::model::{self, Origin};
use crate::names::{Item, NamedField, Opaque};
use crate::reloc::hash;
use crate::room::TooLong;

use super::context::Context;
use super::{doc, items, ty};

/// The maximum number of fields in a file in which steps are names. rustc evaluates each name. For a whole kernel, this takes
/// several seconds.
const MAX_NAMED_STEPS: usize = 10_000;

/// How the step of an accessor is written.
#[derive(Clone, Copy)]
enum Steps {
    Names,
    Hashes,
}

pub(super) fn push(out: &mut String, context: Context<'_, '_>) -> Result<(), TooLong> {
    let items = context.module.items.iter();
    let types = items.filter_map(|item| match item {
        Item::Opaque(opaque) if opaque.has_fields() => Some(opaque),
        _ => None,
    });
    let mut types = types.peekable();
    if types.peek().is_none() {
        return Ok(());
    }
    *out += "/// For each struct and union a type whose methods are its fields: a place derefs to it.\n\
             #[allow(dead_code, unreachable_pub, non_camel_case_types, non_snake_case)]\n\
             #[allow(clippy::pedantic, clippy::nursery, clippy::new_ret_no_self, clippy::should_implement_trait, clippy::wrong_self_convention)]\n\
             #[cfg_attr(any(), rustfmt::skip)]\n\
             pub mod fields {\n\
             use super::btfgen;\n\n";
    let types: Vec<_> = types.collect();
    let fields = types.iter().filter_map(|opaque| opaque.body.as_ref());
    let steps = match fields.map(|body| body.fields.len()).sum::<usize>() {
        ..=MAX_NAMED_STEPS => Steps::Names,
        _ => Steps::Hashes,
    };
    for opaque in types {
        push_type(out, context, opaque, steps)?;
    }
    *out += "}\n";
    Ok(())
}

fn push_type(
    out: &mut String,
    context: Context<'_, '_>,
    opaque: &Opaque<'_>,
    steps: Steps,
) -> Result<(), TooLong> {
    let Opaque {
        ident, declaration, ..
    } = opaque;
    *out += "super::layout::fields! {\n    ";
    doc::push_of(out, "The fields of ", declaration);
    *out += &format!("    {ident}\n}}\nimpl<R: btfgen::Opaque, P> {ident}<R, P> {{\n");
    for field in opaque.body.iter().flat_map(|body| &body.fields) {
        push_accessor(out, context, field, steps);
        items::check(out, context, opaque.id)?;
    }
    *out += "}\n";
    Ok(())
}

fn push_accessor(out: &mut String, context: Context<'_, '_>, named: &NamedField<'_>, steps: Steps) {
    let NamedField { ident, field, .. } = named;
    let mut declaration = model::declaration(context.types, field.ty, field.name);
    if let Some(width) = field.width {
        declaration += &format!(":{}", width.0);
    }
    *out += "    ";
    doc::push(out, &declaration);
    *out += match field.origin {
        Origin::Only => "",
        Origin::Moved => {
            "    ///\n    /// The definitions of the type have it at several offsets, so loaders may refuse a program that uses it.\n"
        }
        Origin::Other => {
            "    ///\n    /// Not in the definition with most members, but in another one.\n"
        }
    };
    *out += &format!(
        "    #[inline(always)]\n    \
         pub fn {ident}(&self) -> btfgen::Field<{ty}, R, P, {step}> {{ btfgen::then(&self.0) }}\n",
        ty = ty::of_field(context, named),
        step = match steps {
            Steps::Names => format!("{{ btfgen::name(\"{}\") }}", field.name),
            Steps::Hashes => format!("{:#018x}", hash(field.name)),
        },
    );
}
