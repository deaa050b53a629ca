//! In the place of `unpack` and `archive`, in a build without the feature `containers`.

pub(super) mod unpack {
    use super::super::Problem;
    use super::super::kind::Packing;

    pub(in super::super) fn unpack(
        packing: Packing,
        _: &[u8],
        _: &mut u64,
    ) -> Result<Vec<u8>, Problem> {
        Err(Problem::NoContainers(packing.name()))
    }
}

pub(super) mod archive {
    use super::super::Problem;
    use std::path::{Path, PathBuf};

    pub(in super::super) fn members(_: &[u8]) -> Result<Vec<(PathBuf, &[u8])>, Problem> {
        Err(Problem::NoContainers("tar"))
    }

    pub(in super::super) fn member<'a>(_: &'a [u8], _: Option<&Path>) -> Result<&'a [u8], Problem> {
        Err(Problem::NoContainers("tar"))
    }
}
