//! The text of finished items. One file for each kind of item: its shape, and the content of its holes.

pub(super) mod alias;
pub(super) mod carriers;
pub(super) mod context;
pub(super) mod enumeration;
pub(super) mod fields;
pub(super) mod function;
pub(super) mod kernels;
pub(super) mod opaque;
pub(super) mod plain;
pub(super) mod relocated;
pub(super) mod struct_ops;
pub(super) mod symbol;
pub(super) mod variable;
