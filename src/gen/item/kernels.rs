//! The module `kernels`: a type for each set of kernels that has something that not all have.

use std::rc::Rc;
use std::sync::LazyLock;

use quote::quote;

use super::super::attributes;
use super::super::shape::{Frame, Shape, string};
use crate::lower::SomeKernels;

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Some of the kernels that this file was generated from. What only these have must be asked for.
        #attributes
        pub mod kernels {
            CONTENT! {}
        }
    })
});

static SOME: LazyLock<Shape<3>> = LazyLock::new(|| {
    Shape::items(|[ident, text, has_last]| {
        let text = string(format!(" Linux {text}."));
        quote! {
            #[doc = #text]
            pub enum #ident {}
            impl super::btfgen::SomeKernels for #ident {
                const HAVE_LAST: bool = #has_last;
            }
        }
    })
});

pub(in crate::r#gen) fn push(out: &mut String, kernels: &[Rc<SomeKernels>]) {
    if kernels.is_empty() {
        return;
    }
    let end = MODULE.open(out, []);
    for some in kernels {
        let has_last = if some.has_last { "true" } else { "false" };
        SOME.push(out, [&some.ident.as_str(), &some.text.as_str(), &has_last]);
    }
    out.push_str(end);
}

/// The layout of an item on targets other than BPF.
pub(super) fn layout(on: &SomeKernels) -> &'static str {
    match on.has_last {
        true => "ThisFile",
        false => "Gone",
    }
}
