//! The kinds of types, hooks and symbols that patterns distinguish.

/// The kinds of type that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Struct,
    Union,
    Enum,
    Typedef,
}

impl Kind {
    pub(super) const ALL: [Kind; 4] = [Kind::Struct, Kind::Union, Kind::Enum, Kind::Typedef];

    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Kind::Struct => "struct",
            Kind::Union => "union",
            Kind::Enum => "enum",
            Kind::Typedef => "typedef",
        }
    }
}

/// The kinds of hook, and of what else of the kernel a program uses by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum HookKind {
    /// A function of the kernel, for fentry, fexit and fmod_ret.
    Function,
    /// A function of the kernel that programs call.
    KernelFunction,
    /// A hook of the Linux security modules.
    Lsm,
    /// A table of callbacks that programs implement.
    StructOps,
    /// A tracepoint, for tp_btf and raw_tp.
    Tracepoint,
    /// A variable of the kernel that each CPU has for itself.
    Variable,
}

impl HookKind {
    pub(super) const ALL: [HookKind; 6] = [
        HookKind::Function,
        HookKind::KernelFunction,
        HookKind::Lsm,
        HookKind::StructOps,
        HookKind::Tracepoint,
        HookKind::Variable,
    ];

    /// The word before the colon in a pattern.
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            HookKind::Function => "fn",
            HookKind::KernelFunction => "kfunc",
            HookKind::Lsm => "lsm",
            HookKind::StructOps => "struct_ops",
            HookKind::Tracepoint => "tp",
            HookKind::Variable => "var",
        }
    }

    pub(super) fn with_article(self) -> String {
        let article = if self == HookKind::Lsm { "an" } else { "a" };
        format!("{article} {}", self.noun())
    }

    /// What messages call it.
    pub(super) fn noun(self) -> &'static str {
        match self {
            HookKind::Function => "function",
            HookKind::KernelFunction => "kfunc",
            HookKind::Lsm => "LSM hook",
            HookKind::StructOps => "struct_ops type",
            HookKind::Tracepoint => "tracepoint",
            HookKind::Variable => "per-CPU variable",
        }
    }
}
