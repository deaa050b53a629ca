//! Types and constants.

use crate::model::{self, Enum, Type, TypeId};
use crate::names::{Constant, Item, Opaque};
use crate::reloc::hash;
use crate::reloc::table::{Key, typedef_key};
use crate::room::{self, TooLong};
use crate::text::printable;

use super::context::Context;
use super::{doc, ty};

pub(super) fn push(
    out: &mut String,
    context: Context<'_, '_>,
    item: &Item<'_>,
) -> Result<(), TooLong> {
    let id = match item {
        Item::Opaque(opaque) => {
            push_opaque(out, context, opaque);
            opaque.id
        }
        Item::Alias { ident, id, .. } => {
            push_alias(out, context, ident, *id);
            *id
        }
        Item::Enum {
            ident,
            id,
            constants,
            ..
        } => {
            push_enum(out, context, ident.as_deref(), *id, constants);
            *id
        }
    };
    check(out, context, id)
}

/// The text of one type is short enough, or `names` has refused the type. The text of all types may still be too long.
pub(super) fn check(out: &str, context: Context<'_, '_>, id: TypeId) -> Result<(), TooLong> {
    room::check(out, || printable(&model::describe(context.types, id)))
}

fn push_opaque(out: &mut String, context: Context<'_, '_>, opaque: &Opaque<'_>) {
    let Opaque {
        ident, key, body, ..
    } = opaque;
    let has_fields = opaque.has_fields();
    doc::push(out, &opaque.declaration);
    if has_fields {
        // rustdoc takes what follows a `#` for a part of a page, and finds raw identifiers without it.
        let plain = ident.trim_start_matches("r#");
        *out += &format!("///\n/// Its fields: [`fields::{plain}`].\n");
    }
    let is_named = !matches!(key, Key::Anon { .. });
    if has_fields && is_named && context.index.definitions(opaque.id).is_some() {
        *out += "///\n/// The kernel has several definitions of this type, and they differ. The fields are those of all of them, the\n\
                 /// size is that of the one with most members.\n";
    }
    push_type_lints(out, ident);
    *out +=
        &format!("#[repr(C)]\npub struct {ident} {{\n    _opaque: btfgen::SizedByKernel,\n}}\n");
    *out += &match (body, has_fields) {
        (None, _) => format!("layout::opaque! {{ {ident} }}\n"),
        (Some(_), false) => format!("layout::root! {{ {ident}, \"{key}\" }}\n"),
        (Some(_), true) => format!("layout::root! {{ {ident}, \"{key}\", fields }}\n"),
    };
}

fn push_alias(out: &mut String, context: Context<'_, '_>, ident: &str, id: TypeId) {
    if let Type::Typedef(c_name, target) = context.types.get(id) {
        doc::push(
            out,
            &format!(
                "typedef {}",
                model::declaration(context.types, *target, c_name)
            ),
        );
        push_type_lints(out, ident);
        *out += &format!("pub type {ident} = {};\n", ty::value(context, "", *target));
    }
}

fn push_enum(
    out: &mut String,
    context: Context<'_, '_>,
    ident: Option<&str>,
    id: TypeId,
    constants: &[Constant<'_>],
) {
    let Type::Enum(enumeration) = context.types.get(id) else {
        return;
    };
    let integer = ty::enum_primitive(enumeration);
    if let Some(ident) = ident {
        doc::push(out, &format!("enum {}", enumeration.name));
        push_type_lints(out, ident);
        *out += &format!("pub type {ident} = {integer};\n");
    }
    for constant in constants {
        push_constant(out, enumeration, ident.unwrap_or(integer), constant);
    }
}

/// The constants with values of the running kernel, and the names of enums and typedefs.
pub(super) fn push_relocated(out: &mut String, context: Context<'_, '_>) -> Result<(), TooLong> {
    let (mut twins, mut names) = (String::new(), String::new());
    for item in &context.module.items {
        let (ident, id, key, constants) = match item {
            Item::Alias { ident, c_name, .. } => {
                push_name(&mut names, ident, &typedef_key(c_name));
                continue;
            }
            Item::Enum {
                ident,
                id,
                key: Some(key),
                constants,
            } => (ident, id, key, constants),
            Item::Enum { key: None, .. } | Item::Opaque(_) => continue,
        };
        let Type::Enum(enumeration) = context.types.get(*id) else {
            continue;
        };
        if let Some(ident) = ident {
            push_name(&mut names, ident, &key.to_string());
        }
        if constants.is_empty() {
            continue;
        }
        let of = match ident {
            Some(ident) => format!("super::{ident}"),
            None => ty::enum_primitive(enumeration).to_string(),
        };
        let key = hash(&key.to_string());
        twins += &format!("super::layout::enumerators! {{ {of}, {key:#018x},\n");
        for Constant { ident, c_name, .. } in constants {
            twins += &format!("    {ident} {:#018x}\n", hash(c_name));
        }
        twins += "}\n";
        check(&twins, context, *id)?;
    }
    if !names.is_empty() {
        twins += &format!("super::layout::type_names! {{\n{names}}}\n");
    }
    if twins.is_empty() {
        return Ok(());
    }
    *out += &format!(
        "/// Enumerators by the values that they have on the running kernel, and the names of enums and typedefs for `type_exists`.\n\
         #[allow(dead_code, unreachable_pub, non_upper_case_globals, non_camel_case_types)]\n\
         #[allow(clippy::pedantic, clippy::nursery)]\n\
         #[cfg_attr(any(), rustfmt::skip)]\n\
         pub mod relocated {{\n\
         {twins}\
         }}\n"
    );
    Ok(())
}

fn push_name(out: &mut String, ident: &str, key: &str) {
    *out += &format!("    {ident} {:#018x}\n", hash(key));
}

fn push_constant(out: &mut String, enumeration: &Enum<'_>, of: &str, constant: &Constant<'_>) {
    let Constant {
        ident,
        c_name,
        value,
    } = constant;
    let space = if enumeration.name.is_empty() { "" } else { " " };
    doc::push(
        out,
        &format!("enum{space}{} {{ {c_name} = {value} }}", enumeration.name),
    );
    let lower_case = match ident.contains(|c: char| c.is_ascii_lowercase()) {
        true => ", non_upper_case_globals",
        false => "",
    };
    push_attributes(out, lower_case);
    *out += &format!("pub const {ident}: {of} = {value};\n");
}

fn push_type_lints(out: &mut String, ident: &str) {
    let ident = ident.trim_start_matches("r#");
    push_attributes(
        out,
        match ident.starts_with(|c: char| c.is_ascii_uppercase()) && !ident.contains('_') {
            true => "",
            false => ", non_camel_case_types",
        },
    );
}

/// What the user's lints and settings of rustfmt have to pass over. The tool's name stands in a condition that is never true,
/// which rustfmt obeys all the same, because a C type may be called `rustfmt`.
fn push_attributes(out: &mut String, lints: &str) {
    *out += &format!(
        "#[allow(dead_code, unreachable_pub{lints})]\n\
         #[cfg_attr(any(), rustfmt::skip)]\n"
    );
}
