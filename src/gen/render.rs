//! Tokens → formatted text.

use crate::reloc::table::Table;

use super::{Context, items};

/// The intrinsics, real Rust kept as such.
const INTRINSICS: &str = include_str!("../../templates/intrinsics.rs");

/// Items a thread formats before it takes more.
const CHUNK: usize = 64;

/// All items as text. Formatting is most of btfgen's work on a whole kernel, so it is spread over the machine's cores.
pub(super) fn items(context: Context<'_, '_>) -> String {
    let chunks: Vec<_> = context.module.items.chunks(CHUNK).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(chunks.len());
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut texts: Vec<(usize, String)> = std::thread::scope(|scope| {
        let work = || {
            let mut texts = Vec::new();
            loop {
                let i = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(chunk) = chunks.get(i) else { return texts };
                texts.push((i, chunk_text(context, chunk)));
            }
        };
        let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut texts = work();
        for helper in helpers {
            texts.extend(helper.join().expect("formatting does not panic"));
        }
        texts
    });
    texts.sort_unstable_by_key(|(i, _)| *i);
    texts.into_iter().map(|(_, text)| text).collect()
}

fn chunk_text(context: Context<'_, '_>, chunk: &[crate::names::Item<'_>]) -> String {
    let tokens = chunk.iter().map(|item| items::expand_item(context, item)).collect();
    let file = syn::parse2(tokens).expect("what btfgen writes is Rust");
    prettyplease::unparse(&file)
}

/// Header, items, and the module of the intrinsics with the table at its end.
pub(super) fn file(header: &str, items: &str, table: &Table) -> String {
    format!(
        "{header}\n{items}\n\
         /// Places, and the operations on them.\n\
         #[allow(dead_code)]\n\
         pub mod btfgen {{\n{INTRINSICS}\n\
         // Kernel layout, a line a member: name, offset in bytes (and bits of a bitfield), type.\n\
         const TABLE: &str = \"\\\n{table}\";\n}}\n"
    )
}
