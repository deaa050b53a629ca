//! Bounds-checked integers in a section's bytes.

use super::Error;
use crate::reloc::Endian;

/// Bytes with their byte order and with the name that errors give them.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'a> {
    pub(super) section: &'a str,
    pub(super) endian: Endian,
    pub(super) data: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub(super) fn range(&self, offset: u64, len: u64) -> Result<&'a [u8], Error> {
        let end = offset
            .checked_add(len)
            .filter(|&end| end <= self.data.len() as u64);
        match end {
            Some(end) => Ok(&self.data[offset as usize..end as usize]),
            None => Err(self.error(
                offset,
                format!(
                    "{len} bytes are needed, there are {} in all",
                    self.data.len()
                ),
            )),
        }
    }

    fn array<const N: usize>(&self, offset: u64) -> Result<[u8; N], Error> {
        Ok(self
            .range(offset, N as u64)?
            .try_into()
            .expect("a range of N bytes"))
    }

    pub(super) fn u16(&self, offset: u64) -> Result<u16, Error> {
        Ok(self.endian.u16(self.array(offset)?))
    }

    pub(super) fn u32(&self, offset: u64) -> Result<u32, Error> {
        Ok(self.endian.u32(self.array(offset)?))
    }

    pub(super) fn u64(&self, offset: u64) -> Result<u64, Error> {
        Ok(self.endian.u64(self.array(offset)?))
    }

    /// The NUL-terminated string at `offset`.
    pub(super) fn c_str(&self, offset: u64) -> Result<&'a [u8], Error> {
        let rest = self
            .data
            .get(usize::try_from(offset).unwrap_or(usize::MAX)..);
        let rest = rest.ok_or_else(|| self.error(offset, "a string outside of the section"))?;
        let end = rest.iter().position(|&b| b == 0);
        Ok(&rest[..end.ok_or_else(|| self.error(offset, "a string without an end"))?])
    }

    pub(super) fn error(&self, offset: u64, reason: impl Into<String>) -> Error {
        Error::malformed(self.section, offset, reason)
    }
}
