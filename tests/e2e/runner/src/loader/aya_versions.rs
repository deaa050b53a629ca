//! Versions of aya that people use. Their faces are alike, and their types are not the same.

macro_rules! version {
    ($module:ident, $aya:ident, $without_btf:expr, $(iterators: $iter:ident)?) => {
        pub(super) mod $module {
            use std::os::fd::{AsFd as _, OwnedFd};
            use std::path::{Path, PathBuf};

            use $aya::programs::{BtfTracePoint, FEntry, KProbe, Lsm, Program as AyaProgram, RawTracePoint, Xdp};
            use $aya::{Btf, Ebpf, EbpfLoader};

            use crate::Result;
            use crate::loader::{Hook, Program};

            struct WithAya {
                path: PathBuf,
                object: Ebpf,
                program: &'static str,
                hook: Hook,
            }

            pub(in crate::loader) fn load(
                path: &Path,
                program: &'static str,
                hook: Hook,
                kernel_btf: bool,
            ) -> Result<Box<dyn Program>> {
                let mut loader = EbpfLoader::new();
                if !kernel_btf {
                    let without_btf: fn(&mut EbpfLoader<'_>) -> Result = $without_btf;
                    without_btf(&mut loader)?;
                }
                let mut loaded = WithAya {
                    path: path.to_owned(),
                    object: loader.load_file(path)?,
                    program,
                    hook,
                };
                let program = loaded.program_mut()?;
                match hook {
                    Hook::RawTracepoint => cast::<RawTracePoint>(program)?.load()?,
                    Hook::BtfTracepoint(name) => {
                        cast::<BtfTracePoint>(program)?.load(name, &Btf::from_sys_fs()?)?
                    }
                    $(Hook::Iterator(name) => {
                        cast::<$aya::programs::$iter>(program)?.load(name, &Btf::from_sys_fs()?)?
                    })?
                    #[allow(unreachable_patterns, reason = "aya 0.13 has no iterators")]
                    Hook::Iterator(_) => return Err("no iterators in this version".into()),
                    Hook::Fentry(name) => {
                        cast::<FEntry>(program)?.load(name, &Btf::from_sys_fs()?)?
                    }
                    Hook::Lsm(name) => cast::<Lsm>(program)?.load(name, &Btf::from_sys_fs()?)?,
                    Hook::Kprobe(_) => cast::<KProbe>(program)?.load()?,
                    Hook::StructOps => return Err("no struct_ops in this version".into()),
                    Hook::Xdp => cast::<Xdp>(program)?.load()?,
                }
                Ok(Box::new(loaded))
            }

            impl WithAya {
                fn program_mut(&mut self) -> Result<&mut AyaProgram> {
                    let program = self.object.program_mut(self.program);
                    Ok(program.ok_or(format!("no program `{}` in the object", self.program))?)
                }
            }

            fn cast<'a, T>(program: &'a mut AyaProgram) -> Result<&'a mut T>
            where
                &'a mut T: TryFrom<&'a mut AyaProgram, Error = $aya::programs::ProgramError>,
            {
                Ok(program.try_into()?)
            }

            impl Program for WithAya {
                fn object(&self) -> &Path {
                    &self.path
                }

                fn map(&self, name: &str) -> Result<OwnedFd> {
                    let map = self.object.map(name);
                    let data = match map.ok_or(format!("no map `{name}` in the object"))? {
                        $aya::maps::Map::Array(data)
                        | $aya::maps::Map::HashMap(data)
                        | $aya::maps::Map::PerCpuArray(data)
                        | $aya::maps::Map::RingBuf(data) => data,
                        _ => {
                            let what = "is of a kind that no program here has";
                            return Err(format!("map `{name}` {what}").into());
                        }
                    };
                    Ok(data.fd().as_fd().try_clone_to_owned()?)
                }

                fn program(&self) -> Result<OwnedFd> {
                    let program = self.object.program(self.program);
                    let program = program.expect("checked when loaded");
                    Ok(program.fd()?.as_fd().try_clone_to_owned()?)
                }

                fn attach(&mut self) -> Result {
                    let hook = self.hook;
                    let program = self.program_mut()?;
                    match hook {
                        Hook::RawTracepoint => {
                            cast::<RawTracePoint>(program)?.attach("sys_enter").map(|_| ())?
                        }
                        Hook::BtfTracepoint(_) => {
                            cast::<BtfTracePoint>(program)?.attach().map(|_| ())?
                        }
                        $(Hook::Iterator(_) => {
                            cast::<$aya::programs::$iter>(program)?.attach().map(|_| ())?
                        })?
                        #[allow(unreachable_patterns, reason = "aya 0.13 has no iterators")]
                        Hook::Iterator(_) => return Err("no iterators in this version".into()),
                        Hook::Fentry(_) => cast::<FEntry>(program)?.attach().map(|_| ())?,
                        Hook::Lsm(_) => cast::<Lsm>(program)?.attach().map(|_| ())?,
                        Hook::Kprobe(name) => cast::<KProbe>(program)?.attach(name, 0).map(|_| ())?,
                        Hook::StructOps => return Err("no struct_ops in this version".into()),
                        Hook::Xdp => return Err("it runs without an interface".into()),
                    }
                    Ok(())
                }

                fn iterate(&mut self) -> Result<Vec<u8>> {
                    let _program = self.program_mut()?;
                    $(
                        let program = cast::<$aya::programs::$iter>(_program)?;
                        let link = program.attach()?;
                        let mut file: std::fs::File = program.take_link(link)?.into_file()?;
                        let mut bytes = Vec::new();
                        std::io::Read::read_to_end(&mut file, &mut bytes)?;
                        return Ok(bytes);
                    )?
                    #[allow(unreachable_code, reason = "aya 0.13 has no iterators")]
                    Err("no iterators in this version".into())
                }
            }
        }
    };
}

version! { v0_13, aya_0_13, |loader| { loader.btf(None); Ok(()) }, }
version! { v0_14, aya, |loader| { loader.btf(None); Ok(()) }, iterators: Iter }
version! { v0_16, aya_0_16, |_| Err("it can't be told to go on without BTF".into()), iterators: Iter }
