//! The additional items for `--intrinsics core`: the types that queries name, and the list of possible queries.

use std::sync::LazyLock;

use quote::quote;

use super::super::shape::{Fill, Frame, Shape, string};
use crate::lower::{Carrier, CarrierType, Carriers, Enclosing, Members, Query};
use crate::room::{self, TooLong};

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    Frame::module(quote! {
        /// What rustc's relocations are about: types with the names of C and fields of the same kinds. No layout depends on them.
        #[cfg(target_arch = "bpf")]
        #[allow(non_camel_case_types, non_snake_case)]
        mod carriers {
            CONTENT! {}
        }
    })
});

static INNER_MODULE: LazyLock<Frame<1>> = LazyLock::new(|| {
    Frame::items(|[ident]| {
        quote! {
            pub mod #ident {
                CONTENT! {}
            }
        }
    })
});

static STRUCT: LazyLock<Frame<1>> = LazyLock::new(|| {
    Frame::items(|[ident]| {
        quote! {
            #[btf_relocatable]
            #[repr(C)]
            #[derive(Clone, Copy)]
            pub struct #ident {
                CONTENT: (),
            }
        }
    })
});

static UNION: LazyLock<Frame<1>> = LazyLock::new(|| {
    Frame::items(|[ident]| {
        quote! {
            #[btf_relocatable]
            #[repr(C)]
            #[derive(Clone, Copy)]
            pub union #ident {
                CONTENT: (),
            }
        }
    })
});

static FIELD: LazyLock<Shape<2>> = LazyLock::new(|| {
    Shape::inside(
        |field| quote!(struct Carrier { #field }),
        |[ident, ty]| quote!(pub #ident: #ty,),
    )
});

static ENUM: LazyLock<Shape<2>> = LazyLock::new(|| {
    Shape::items(|[ident, integer]| {
        quote! {
            #[repr(#integer)]
            #[derive(Clone, Copy)]
            pub enum #ident {
                _0,
            }
        }
    })
});

static MEMBERS: LazyLock<Frame<3>> = LazyLock::new(|| {
    Frame::items(|[at, module, ident]| quote!(members! { #at, #module #ident; CONTENT }))
});

static UNCOVERED: LazyLock<Frame<2>> = LazyLock::new(|| {
    Frame::items(|[at, why]| {
        let why = string(why);
        quote!(uncovered! { #at, #why; CONTENT })
    })
});

static COVERED_QUERY: LazyLock<Shape<3>> =
    LazyLock::new(|| Shape::tokens(|[name, path, to]| quote!(#name #path #to;)));

static UNCOVERED_QUERY: LazyLock<Shape<2>> =
    LazyLock::new(|| Shape::tokens(|[name, to]| quote!(#name #to;)));

pub(in crate::r#gen) fn push(out: &mut String, carriers: &Carriers<'_>) -> Result<(), TooLong> {
    let end = MODULE.open(out, []);
    for (module, carriers) in [
        ("structs", &carriers.structs),
        ("unions", &carriers.unions),
        ("anonymous", &carriers.anonymous),
    ] {
        let end = INNER_MODULE.open(out, [&module]);
        for carrier in carriers {
            push_carrier(out, carrier);
            room::check(out, || carrier.ident.clone())?;
        }
        out.push_str(end);
    }
    let end_of_enums = INNER_MODULE.open(out, [&"enums"]);
    for (ident, integer) in &carriers.enums {
        ENUM.push(out, [&ident.as_str(), &integer.as_str()]);
    }
    out.push_str(end_of_enums);
    out.push_str(end);
    for members in &carriers.members {
        push_members(out, members);
        room::check(out, || members.at.root.to_string())?;
    }
    Ok(())
}

fn push_carrier(out: &mut String, carrier: &Carrier) {
    let frame = if carrier.is_union { &UNION } else { &STRUCT };
    let end = frame.open(out, [&carrier.ident.as_str()]);
    for (ident, ty) in &carrier.fields {
        FIELD.push(out, [&ident.as_str(), ty]);
    }
    // Rust has no union without a field.
    if carrier.is_union && carrier.fields.is_empty() {
        FIELD.push(out, [&"_nothing", &"[::core::primitive::u8; 0]"]);
    }
    out.push_str(end);
}

fn push_members(out: &mut String, members: &Members<'_>) {
    if let Some((module, ident)) = &members.carrier
        && !members.covered.is_empty()
    {
        let end = MEMBERS.open(out, [&members.at, module, &ident.as_str()]);
        for query in &members.covered {
            let path = query.path.join(".");
            COVERED_QUERY.push(out, [&query.name, &path.as_str(), query]);
        }
        out.push_str(end);
    }
    if !members.uncovered.is_empty() {
        let end = UNCOVERED.open(out, [&members.at, &members.why.as_str()]);
        for query in &members.uncovered {
            UNCOVERED_QUERY.push(out, [&query.name, query]);
        }
        out.push_str(end);
    }
}

/// The type to which a step leads, if it has a name.
impl Fill for Query<'_> {
    fn push_to(&self, out: &mut String) {
        if let Some(to) = self.to {
            *out += &format!("-> super::{to}");
        }
    }
}

impl Fill for Enclosing<'_> {
    fn push_to(&self, out: &mut String) {
        let within = "Within<".repeat(self.steps.len());
        *out += &format!("{within}super::{}", self.root);
        for step in &self.steps {
            *out += &format!(", {step:#018x}>");
        }
    }
}

impl Fill for CarrierType {
    fn push_to(&self, out: &mut String) {
        match self {
            CarrierType::Primitive(name) => *out += &format!("::core::primitive::{name}"),
            CarrierType::Pointer => out.push_str("*const ::core::ffi::c_void"),
            CarrierType::Enum(ident) => *out += &format!("super::enums::{ident}"),
            CarrierType::Carrier { module, ident } => {
                *out += &format!("super::{module}::{ident}");
            }
            CarrierType::Array { element, length } => {
                out.push('[');
                element.push_to(out);
                *out += &format!("; {length}]");
            }
        }
    }
}
