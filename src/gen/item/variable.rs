//! Variables of the kernel that each CPU has for itself.

use std::sync::LazyLock;

use quote::quote;

use super::super::attributes;
use super::super::shape::{Frame, Shape, string};
use super::super::ty::{From, Written};
use crate::lower::Variable;
use crate::room::{self, TooLong};

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Variables of the kernel that each CPU has for itself.
        #attributes
        pub mod var {
            use super::btfgen;
            CONTENT! {}
        }
    })
});

static VARIABLE: LazyLock<Shape<4>> = LazyLock::new(|| {
    Shape::items(|[ident, declaration, symbol, ty]| {
        let documentation = string(format!(" `{declaration}`"));
        let symbol = string(symbol);
        quote! {
            #[doc = #documentation]
            pub struct #ident;
            super::layout::per_cpu!(#ident, #symbol, #ty);
        }
    })
});

pub(in crate::r#gen) fn push(out: &mut String, variables: &[Variable<'_>]) -> Result<(), TooLong> {
    if variables.is_empty() {
        return Ok(());
    }
    let end = MODULE.open(out, []);
    for variable in variables {
        let Variable {
            ident,
            symbol,
            declaration,
            ty,
        } = variable;
        let ty = Written(ty, From::Module);
        VARIABLE.push(out, [ident, &declaration.as_str(), symbol, &ty]);
        room::check(out, || declaration.to_string())?;
    }
    out.push_str(end);
    Ok(())
}
