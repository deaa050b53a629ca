//! What only the command line has.

pub(crate) mod compare;
pub(crate) mod examples;
pub(crate) mod init;
pub(crate) mod pages;
