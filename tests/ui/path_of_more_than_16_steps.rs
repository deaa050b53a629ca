//@ bpf: error[E0080] a by-value path has at most 16 steps: take `as_root()` on the way
//@ host: error[E0080] a by-value path has at most 16 steps: take `as_root()` on the way
#![no_std]

use vmlinux::btfgen::{Array, Element, Path, Place, Start};
use vmlinux::task_struct;

type A<T> = Array<T, 1>;
type A4<T> = A<A<A<A<T>>>>;
type E<P> = Element<P, 0>;
type E4<P> = E<E<E<E<P>>>>;

// No C type of these bindings nests this deep, but a place may be named that does.
pub unsafe fn deep<P: Path>(place: Place<u32, task_struct, E<E4<E4<E4<E4<Start<task_struct>>>>>>>) -> u32 {
    unsafe { place.load() }
}

pub fn use_it(place: Place<u32, task_struct, E<E4<E4<E4<E4<Start<task_struct>>>>>>>) -> u32 {
    unsafe { deep::<Start<task_struct>>(place) }
}
