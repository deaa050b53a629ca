//! A type with several definitions: each field is where the definition that has it has it.

use host::several_definitions::btfgen::type_size;
use host::several_definitions::item;

#[test]
fn fields_are_where_their_definition_has_them() {
    let item = item::at(core::ptr::null::<item>());
    assert_eq!(item.same().byte_offset(), 0);
    assert_eq!(item.moved().byte_offset(), 4);
    assert_eq!(item.end().byte_offset(), 28);
    assert_eq!(item.other().byte_offset(), 32);
    assert_eq!(item.others().index::<1>().deep().byte_offset(), 44);
    assert_eq!(type_size::<host::several_definitions::item>(), 32);
}
