//! An enum: an integer type and constants.

use std::sync::LazyLock;

use quote::quote;

use super::super::attributes;
use super::super::shape::{Shape, string};
use super::alias::ALIAS;
use crate::lower::Enumeration;

static CONSTANT: LazyLock<Shape<4>> = LazyLock::new(|| {
    Shape::items(|[ident, declaration, of, value]| {
        let declaration = string(format!(" `{declaration}`"));
        let attributes = attributes::of_constant();
        quote! {
            #[doc = #declaration]
            #attributes
            pub const #ident: #of = #value;
        }
    })
});

pub(in crate::r#gen) fn push(out: &mut String, enumeration: &Enumeration<'_>) {
    let Enumeration {
        declaration,
        integer,
        ..
    } = enumeration;
    if let Some(ident) = enumeration.ident {
        ALIAS.push(out, [&ident, &declaration.as_str(), integer]);
    }
    let of = enumeration.ident.unwrap_or(integer);
    for constant in enumeration.constants.iter().filter(|it| it.is_constant()) {
        let declaration = constant.declaration.as_str();
        CONSTANT.push(out, [&constant.ident, &declaration, &of, &constant.value]);
    }
}
