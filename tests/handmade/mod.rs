//! BTF for tests, made by hand: also such as no compiler makes.

#![allow(dead_code, unreachable_pub, reason = "each test uses some of it")]

/// BTF, made by hand.
#[derive(Default)]
pub struct Btf {
    pub types: Vec<u8>,
    pub strings: Vec<u8>,
}

impl Btf {
    pub fn ty(
        mut self,
        name: &[u8],
        kind: u32,
        count: u32,
        size_or_type: u32,
        rest: &[u32],
    ) -> Btf {
        if self.strings.is_empty() {
            self.strings.push(0);
        }
        let offset = if name.is_empty() {
            0
        } else {
            self.strings.len() as u32
        };
        if offset != 0 {
            self.strings.extend(name);
            self.strings.push(0);
        }
        for word in [offset, kind << 24 | count, size_or_type]
            .iter()
            .chain(rest)
        {
            self.types.extend(word.to_le_bytes());
        }
        self
    }

    pub fn int(self) -> Btf {
        self.ty(b"int", 1, 0, 4, &[0x0100_0020])
    }

    /// A struct with one member, called like itself.
    pub fn strct(self, name: &[u8], member: u32) -> Btf {
        let offset = self.strings.len() as u32;
        self.ty(name, 4, 1, 4, &[offset, member, 0])
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = 0x0001_eb9f_u32.to_le_bytes().to_vec();
        let (types, strings) = (self.types.len() as u32, self.strings.len() as u32);
        for word in [24, 0, types, types, strings] {
            bytes.extend(u32::to_le_bytes(word));
        }
        [bytes, self.types.clone(), self.strings.clone()].concat()
    }
}
