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
    /// An option of the kernel's configuration. BTF does not have these.
    Config,
    /// A function of the kernel, for fentry, fexit and fmod_ret.
    Function,
    /// A function of the kernel that programs call.
    KernelFunction,
    /// A hook of the Linux security modules.
    Lsm,
    /// A table of callbacks that programs implement.
    StructOps,
    /// An address that the kernel has a name for. BTF does not have these.
    Symbol,
    /// A tracepoint, for tp_btf and raw_tp.
    Tracepoint,
    /// A variable of the kernel that each CPU has for itself.
    Variable,
}

impl HookKind {
    pub(super) const ALL: [HookKind; 8] = [
        HookKind::Config,
        HookKind::Function,
        HookKind::KernelFunction,
        HookKind::Lsm,
        HookKind::StructOps,
        HookKind::Symbol,
        HookKind::Tracepoint,
        HookKind::Variable,
    ];

    /// The word before the colon in a pattern.
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            HookKind::Config => "kconfig",
            HookKind::Function => "fn",
            HookKind::KernelFunction => "kfunc",
            HookKind::Lsm => "lsm",
            HookKind::StructOps => "struct_ops",
            HookKind::Symbol => "ksym",
            HookKind::Tracepoint => "tp",
            HookKind::Variable => "var",
        }
    }

    /// Whether BTF has the names of this kind. If not, no pattern can be compared with them.
    pub(super) fn is_in_btf(self) -> bool {
        !matches!(self, HookKind::Config | HookKind::Symbol)
    }

    pub(super) fn with_article(self) -> String {
        let article = match self {
            HookKind::Lsm | HookKind::Config => "an",
            _ => "a",
        };
        format!("{article} {}", self.noun())
    }

    /// What messages call it.
    pub(super) fn noun(self) -> &'static str {
        match self {
            HookKind::Config => "option of the kernel's configuration",
            HookKind::Function => "function",
            HookKind::KernelFunction => "kfunc",
            HookKind::Lsm => "LSM hook",
            HookKind::StructOps => "struct_ops type",
            HookKind::Symbol => "symbol of the kernel",
            HookKind::Tracepoint => "tracepoint",
            HookKind::Variable => "per-CPU variable",
        }
    }
}
