//! A typedef.

use std::sync::LazyLock;

use quote::quote;

use super::super::attributes;
use super::super::shape::{Shape, string};
use super::super::ty::{From, Written};
use crate::lower::Alias;

pub(super) static ALIAS: LazyLock<Shape<3>> = LazyLock::new(|| {
    Shape::items(|[ident, declaration, target]| {
        let declaration = string(format!(" `{declaration}`"));
        let attributes = attributes::of_type();
        quote! {
            #[doc = #declaration]
            #attributes
            pub type #ident = #target;
        }
    })
});

pub(in crate::r#gen) fn push(out: &mut String, alias: &Alias<'_>) {
    let target = Written(&alias.target, From::Root);
    ALIAS.push(out, [&alias.ident, &alias.declaration.as_str(), &target]);
}
