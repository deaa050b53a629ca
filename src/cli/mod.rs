//! What only the command line has.

pub(crate) mod init;
pub(crate) mod pages;
