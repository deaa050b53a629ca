//! The arguments of hooks: one module for each kind of hook.

use std::sync::LazyLock;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::super::attributes;
use super::super::shape::{Fill, Frame, Hole, Shape, formatted, string};
use super::super::ty::{From, Written};
use crate::lower::{Argument, ArgumentType, Context, HookKind, Register, Registers};
use crate::room::{self, TooLong};

static FUNCTIONS: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// The arguments of functions, for programs of the types fentry, fexit and fmod_ret, and by registers for kprobe and kretprobe.
        #attributes
        pub mod function {
            use super::btfgen;
            CONTENT! {}
        }
    })
});

static LSM: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// The arguments of LSM hooks.
        #attributes
        pub mod lsm {
            use super::btfgen;
            CONTENT! {}
        }
    })
});

static TRACEPOINTS: LazyLock<Frame<0>> = LazyLock::new(|| {
    let attributes = attributes::of_items();
    Frame::module(quote! {
        /// The arguments of tracepoints, for programs of the types tp_btf and raw_tp.
        #attributes
        pub mod tp {
            use super::btfgen;
            CONTENT! {}
        }
    })
});

static CONTEXT: LazyLock<Frame<3>> = LazyLock::new(|| {
    Frame::items(|[ident, declaration, note]| {
        let documentation = string(format!(" `{declaration}`{note}"));
        quote! {
            #[doc = #documentation]
            #[derive(Clone, Copy)]
            pub struct #ident(btfgen::Arguments);
            super::layout::context!(#ident);
            impl #ident {
                CONTENT! {}
            }
        }
    })
});

/// The same for a function. `S` is where its arguments are: in the context of a program of the type fentry, fexit or fmod_ret, or in
/// registers.
static FUNCTION: LazyLock<Frame<3>> = LazyLock::new(|| {
    Frame::items(|[ident, declaration, note]| {
        let documentation = string(format!(" `{declaration}`{note}"));
        quote! {
            #[doc = #documentation]
            #[derive(Clone, Copy)]
            pub struct #ident<S = btfgen::Context>(btfgen::Arguments<S>);
            super::layout::context!(#ident);
            impl<S: btfgen::Slots> #ident<S> {
                CONTENT! {}
            }
        }
    })
});

static FROM_REGISTERS: LazyLock<Shape<1>> =
    LazyLock::new(|| Shape::items(|[ident]| quote!(super::layout::from_registers!(#ident);)));

/// The name, the C declaration and the type of an argument, and its register.
type Holes = [Hole; 4];

static SCALAR: LazyLock<Shape<4>> = LazyLock::new(|| {
    method(|[ident, declaration, ty, slot]| {
        argument(
            ident,
            declaration,
            quote!(#ty),
            quote!(self.0.scalar::<_, #slot>()),
        )
    })
});

static PLACE: LazyLock<Shape<4>> = LazyLock::new(|| {
    method(|[ident, declaration, ty, slot]| {
        argument(
            ident,
            declaration,
            quote!(btfgen::Place<#ty>),
            quote!(self.0.place::<_, #slot>()),
        )
    })
});

static REGISTERS: LazyLock<Shape<4>> = LazyLock::new(|| {
    method(|[ident, declaration, number, slot]| {
        argument(
            ident,
            declaration,
            quote!([u64; #number]),
            quote!(self.0.registers::<_, #slot>()),
        )
    })
});

/// The return value of the function: its C declaration, its type, and its register.
static RETURNED: LazyLock<Shape<4>> = LazyLock::new(|| {
    method(|[_, declaration, ty, slot]| {
        returned(
            declaration,
            quote!(#ty),
            quote!(self.0.returned::<_, #slot>()),
        )
    })
});

static RETURNED_PLACE: LazyLock<Shape<4>> = LazyLock::new(|| {
    method(|[_, declaration, ty, slot]| {
        returned(
            declaration,
            quote!(btfgen::Place<#ty>),
            quote!(self.0.returned_place::<_, #slot>()),
        )
    })
});

static EXISTS: LazyLock<Shape<1>> = LazyLock::new(|| {
    inside(|[typedef]| {
        quote! {
            /// Whether the running kernel has this tracepoint, with the same number of arguments and arguments of the same kinds. This
            /// is constant once the program is loaded.
            #[inline(always)]
            pub fn exists() -> bool {
                btfgen::type_exists::<super::relocated::#typedef>()
            }
        }
    })
});

/// A context that not all kernels have: its name, its C declaration, the kernels in words, and for tracepoints the hash of the key
/// of its typedef, and the layout.
static ON_SOME: LazyLock<Frame<5>> = LazyLock::new(|| {
    Frame::items(|[ident, declaration, note, key, layout]| {
        let documentation = string(format!(" `{declaration}`{note}"));
        quote! {
            #[doc = #documentation]
            #[derive(Clone, Copy)]
            pub struct #ident(btfgen::Arguments);
            super::layout::context_on_some!(#ident, #key, #layout);
            impl #ident {
                CONTENT! {}
            }
        }
    })
});

fn inside<const N: usize>(quoted: impl FnOnce([Hole; N]) -> TokenStream) -> Shape<N> {
    Shape::inside(|method| quote!(impl Context { #method }), quoted)
}

fn method(quoted: impl FnOnce(Holes) -> TokenStream) -> Shape<4> {
    inside(quoted)
}

fn argument(ident: Hole, declaration: Hole, ty: TokenStream, value: TokenStream) -> TokenStream {
    let declaration = string(format!(" `{declaration}`"));
    quote! {
        #[doc = #declaration]
        #[inline(always)]
        pub fn #ident(&self) -> #ty {
            #value
        }
    }
}

fn returned(declaration: Hole, ty: TokenStream, value: TokenStream) -> TokenStream {
    let declaration = string(format!(
        " What the function returned, for programs that run after it: `{declaration}`"
    ));
    quote! {
        #[doc = #declaration]
        #[inline(always)]
        pub fn ret(&self) -> #ty {
            #value
        }
    }
}

pub(in crate::r#gen) fn push(
    out: &mut String,
    contexts: &[Context<'_>],
    registers: Option<&Registers<'_>>,
) -> Result<(), TooLong> {
    for contexts in contexts.chunk_by(|a, b| a.kind == b.kind) {
        let module = match contexts[0].kind {
            HookKind::Function => &FUNCTIONS,
            HookKind::Config
            | HookKind::KernelFunction
            | HookKind::StructOps
            | HookKind::Symbol
            | HookKind::Variable => {
                unreachable!("they have no context here")
            }
            HookKind::Lsm => &LSM,
            HookKind::Tracepoint => &TRACEPOINTS,
        };
        let end = module.open(out, []);
        for context in contexts {
            push_context(out, context, registers.is_some());
            room::check(out, || context.declaration.to_string())?;
        }
        if let (HookKind::Function, Some(registers)) = (contexts[0].kind, registers) {
            *out += &formatted(of_registers(registers));
        }
        out.push_str(end);
    }
    Ok(())
}

/// Where the arguments of a function are when a kprobe starts.
fn of_registers(registers: &Registers<'_>) -> TokenStream {
    let ty = Ident::new(registers.ty, Span::call_site());
    let load = |register: &Register<'_>| {
        let field = Ident::new(register.ident, Span::call_site());
        match register.element {
            Some(element) => quote!(self.0.#field().index::<#element>().load()),
            None => quote!(self.0.#field().load()),
        }
    };
    let number = registers.arguments.len();
    let arms = registers.arguments.iter().enumerate();
    let arms = arms.map(|(slot, register)| {
        let load = load(register);
        quote!(#slot => #load,)
    });
    let result = load(&registers.result);
    let documentation = string(format!(
        " The registers of a kprobe or kretprobe. Up to {number} registers have the arguments of a function."
    ));
    quote! {
        #[doc = #documentation]
        #[derive(Clone, Copy)]
        pub struct Registers(btfgen::Place<super::#ty>);
        impl btfgen::Slots for Registers {
            #[inline(always)]
            fn argument<const SLOT: usize>(&self) -> u64 {
                const {
                    assert!(SLOT < #number, "this argument is not in a register");
                }
                // SAFETY: loads from the context of the program.
                unsafe {
                    match SLOT {
                        #(#arms)*
                        _ => 0,
                    }
                }
            }
            #[inline(always)]
            fn result<const SLOT: usize>(&self) -> u64 {
                // SAFETY: as above.
                unsafe { #result }
            }
        }
    }
}

fn push_context(out: &mut String, context: &Context<'_>, has_registers: bool) {
    let (ident, declaration) = (context.ident, context.declaration.as_str());
    let is_in_registers = has_registers && context.is_in_registers;
    let note = match &context.on {
        None => String::new(),
        Some(on) => format!(" ({})", on.text),
    };
    let note = note.as_str();
    let end = match (&context.on, context.typedef) {
        (Some(on), Some(_)) => {
            let layout = super::kernels::layout(on);
            ON_SOME.open(out, [&ident, &declaration, &note, &context.key, &layout])
        }
        // Nothing tells whether the running kernel has a function or LSM hook, except that the program loads.
        _ if is_in_registers => FUNCTION.open(out, [&ident, &declaration, &note]),
        _ => CONTEXT.open(out, [&ident, &declaration, &note]),
    };
    if let (None, Some(typedef)) = (&context.on, context.typedef) {
        EXISTS.push(out, [&typedef]);
    }
    for argument in &context.arguments {
        push_argument(out, argument, &SCALAR, &PLACE);
    }
    if let Some(returned) = &context.returned {
        push_argument(out, returned, &RETURNED, &RETURNED_PLACE);
    }
    out.push_str(end);
    if is_in_registers {
        FROM_REGISTERS.push(out, [&context.ident]);
    }
}

fn push_argument(out: &mut String, argument: &Argument<'_>, scalar: &Shape<4>, place: &Shape<4>) {
    let Argument {
        ident,
        declaration,
        slot,
        ty,
        ..
    } = argument;
    let declaration = declaration.as_str();
    let mut push =
        |shape: &Shape<4>, ty: &dyn Fill| shape.push(out, [ident, &declaration, ty, slot]);
    match ty {
        ArgumentType::Scalar(ty) => push(scalar, &Written(ty, From::Module)),
        ArgumentType::Place(ty) => push(place, &Written(ty, From::Module)),
        ArgumentType::Registers(number) => push(&REGISTERS, number),
    }
}
