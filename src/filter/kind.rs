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
    /// A tracepoint, for tp_btf and raw_tp.
    Tracepoint,
}

impl HookKind {
    pub(super) const ALL: [HookKind; 4] = [
        HookKind::Function,
        HookKind::KernelFunction,
        HookKind::Lsm,
        HookKind::Tracepoint,
    ];

    /// The word before the colon in a pattern.
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            HookKind::Function => "fn",
            HookKind::KernelFunction => "kfunc",
            HookKind::Lsm => "lsm",
            HookKind::Tracepoint => "tp",
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
            HookKind::Tracepoint => "tracepoint",
        }
    }
}
