//! One function a field.

use crate::model;
use crate::names::{Body, NamedField};

use super::{Context, doc, ty};

pub(super) fn push(out: &mut String, context: Context<'_, '_>, of: &str, body: &Body<'_>) {
    if body.fields.is_empty() {
        return;
    }
    *out += &format!(
        "#[allow(dead_code, non_snake_case, clippy::should_implement_trait, clippy::wrong_self_convention)]\n\
         #[rustfmt::skip]\n\
         impl<R: btfgen::Opaque, P> btfgen::Place<{of}, R, P> {{\n"
    );
    for field in &body.fields {
        push_accessor(out, context, field);
    }
    *out += "}\n";
}

fn push_accessor(out: &mut String, context: Context<'_, '_>, named: &NamedField<'_>) {
    let NamedField { ident, field, .. } = named;
    let mut declaration = model::declaration(context.types, field.ty, field.name);
    if let Some(width) = field.width {
        declaration += &format!(":{}", width.0);
    }
    *out += "    ";
    doc::push(out, &declaration);
    *out += &format!(
        "    #[inline(always)]\n    \
         pub fn {ident}(self) -> btfgen::Field<{ty}, R, P, {{ btfgen::name(\"{name}\") }}> {{ btfgen::then(self) }}\n",
        ty = ty::of_field(context, named),
        name = field.name,
    );
}
