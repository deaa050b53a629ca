//! The module `relocated`: constants with values of the running kernel, and the names of enums and typedefs.

use std::sync::LazyLock;

use quote::quote;

use super::super::attributes;
use super::super::shape::{Fill, Frame, Shape};
use super::kernels::layout;
use crate::lower::{Enumeration, Item};
use crate::room::{self, TooLong};

static MODULE: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// Enumerators by the values that they have on the running kernel, and the names of enums and typedefs for `type_exists`.
        #attributes
        pub mod relocated {
            CONTENT! {}
        }
    })
});

static ENUMERATORS: LazyLock<Frame<2>> = LazyLock::new(|| {
    Frame::items(|[of, key]| quote!(super::layout::enumerators! { #of, #key, CONTENT }))
});

static ENUMERATORS_ON_SOME: LazyLock<Frame<2>> = LazyLock::new(|| {
    Frame::items(|[of, key]| quote!(super::layout::enumerators_on_some! { #of, #key, CONTENT }))
});

static ROW_ON_SOME: LazyLock<Shape<4>> = LazyLock::new(|| {
    Shape::tokens(|[ident, name, kernels, layout]| quote!(#ident #name #kernels #layout))
});

static TYPE_NAMES: LazyLock<Frame<0>> =
    LazyLock::new(|| Frame::items(|[]| quote!(super::layout::type_names! { CONTENT })));

static ROW: LazyLock<Shape<2>> =
    LazyLock::new(|| Shape::tokens(|[ident, name]| quote!(#ident #name)));

pub(in crate::r#gen) fn push(out: &mut String, items: &[Item<'_>]) -> Result<(), TooLong> {
    let enumerations = items.iter().filter_map(|item| match item {
        Item::Enumeration(it) if !it.constants.is_empty() => it.key.map(|key| (it, key)),
        _ => None,
    });
    let names = items.iter().filter_map(|item| match item {
        Item::Alias(alias) => Some((alias.ident, alias.key)),
        Item::Enumeration(enumeration) => enumeration.ident.zip(enumeration.key),
        Item::Opaque(_) => None,
    });
    let (enumerations, names): (Vec<_>, Vec<_>) = (enumerations.collect(), names.collect());
    if enumerations.is_empty() && names.is_empty() {
        return Ok(());
    }
    let end = MODULE.open(out, []);
    for (enumeration, key) in enumerations {
        push_enumerators(out, enumeration, key);
        room::check(out, || enumeration.declaration.to_string())?;
    }
    if !names.is_empty() {
        let end = TYPE_NAMES.open(out, []);
        for (ident, key) in names {
            ROW.push(out, [&ident, &key]);
        }
        out.push_str(end);
    }
    out.push_str(end);
    Ok(())
}

fn push_enumerators(out: &mut String, enumeration: &Enumeration<'_>, key: u64) {
    let of = match enumeration.ident {
        Some(ident) => format!("super::{ident}"),
        None => enumeration.integer.to_string(),
    };
    let (some, all): (Vec<_>, Vec<_>) =
        (enumeration.constants.iter()).partition(|it| it.on.is_some());
    if !all.is_empty() {
        let end = ENUMERATORS.open(out, [&of.as_str(), &key]);
        for constant in all {
            ROW.push(out, [&constant.ident, &constant.name]);
        }
        out.push_str(end);
    }
    if !some.is_empty() {
        let end = ENUMERATORS_ON_SOME.open(out, [&of.as_str(), &key]);
        for constant in some {
            let Some(on) = &constant.on else { continue };
            let kernels = on.ident.as_str();
            let row: [&dyn Fill; 4] = [&constant.ident, &constant.name, &kernels, &layout(on)];
            ROW_ON_SOME.push(out, row);
        }
        out.push_str(end);
    }
}
