//! The programs of twins.c in Rust: same name, same job.

#![no_std]
#![no_main]
#![feature(asm_experimental_arch, extern_types, sized_hierarchy)]

use core::ffi::{c_long, c_void};
use core::mem::transmute;

use vmlinux::btfgen::{self, Place};
use vmlinux::{
    BPF_MAP_TYPE_HASH, bpf_map, bpf_reg_state, css_set, inode, list_head, pglist_data, relocated,
    rlimit, sock, task_struct,
};

mod vmlinux {
    include!(env!("BTFGEN_VMLINUX"));
}

mod old {
    include!(env!("BTFGEN_OLD"));
}

macro_rules! programs {
    ($($name:ident($context:ident) $body:block)*) => { $(
        #[unsafe(no_mangle)]
        #[unsafe(link_section = "raw_tp/sys_enter")]
        extern "C" fn $name($context: *const *const c_void) -> i32 {
            let _ = $context;
            #[allow(unused_unsafe, reason = "some only ask for numbers")]
            // SAFETY: the verifier trusts the current task and what it leads to; the rest are probe reads.
            let answer: Result<i32, i32> = (|| unsafe { Ok($body) })();
            answer.unwrap_or_else(|error| error)
        }
    )* };
}

#[inline(always)]
fn task() -> Place<task_struct> {
    // SAFETY: helper 158 is bpf_get_current_task_btf.
    let task = unsafe { transmute::<usize, unsafe extern "C" fn() -> *mut task_struct>(158)() };
    task_struct::at(task)
}

/// The first argument of the tracepoint, whatever it is.
#[inline(always)]
unsafe fn argument(context: *const *const c_void) -> *const c_void {
    unsafe { *context }
}

const NOWHERE: *const c_void = core::ptr::null();

programs! {
    load_u8(_context) {
        task().rcu_tasks_holdout().load().into()
    }

    load_u16(_context) {
        let inode = task().mm().follow_trusted().exe_file().follow_trusted().f_inode().follow_trusted();
        inode.i_mode().load().into()
    }

    load_u32(_context) {
        task().flags().load() as i32
    }

    load_i32(_context) {
        (task().prio().load() < 0).into()
    }

    load_i32_extended(_context) {
        ((i64::from(task().static_prio().load()) * 3) >> 1) as i32
    }

    load_u64(_context) {
        (task().start_time().load() >> 32) as i32
    }

    load_bool(_context) {
        task().cgroups().follow_trusted().dead().load().into()
    }

    load_two(_context) {
        let task = task();
        task.pid().load().wrapping_add(task.tgid().load())
    }

    load_compare(_context) {
        let task = task();
        (task.pid().load() == task.tgid().load()).into()
    }

    load_pointer(_context) {
        task().mm().load().is_null().into()
    }

    load_nested(_context) {
        task().se().load().weight().load() as i32
    }

    load_deeper(_context) {
        task().se().avg().last_update_time().load() as i32
    }

    load_anonymous(_context) {
        task().rcu_users().refs().counter().load()
    }

    read_union(context) {
        sock::at(argument(context)).__sk_common().skc_num().read()?.into()
    }

    load_element(_context) {
        task().comm().index::<3>().load().into()
    }

    load_element_of_structs(_context) {
        task().signal().follow_trusted().rlim().index::<7>().rlim_cur().load() as i32
    }

    load_flexible(_context) {
        task().thread_pid().follow_trusted().numbers().index::<0>().nr().load()
    }

    load_chain(_context) {
        task().group_leader().follow_trusted().real_parent().follow_trusted().tgid().load()
    }

    load_once(_context) {
        let state = task().__state();
        (state.load_once() ^ state.load_once()) as i32
    }

    read_u16(context) {
        inode::at(argument(context)).i_mode().read()?.into()
    }

    read_u32(context) {
        inode::at(argument(context)).i_generation().read()? as i32
    }

    read_i32(context) {
        (task_struct::at(argument(context)).prio().read()? < 0).into()
    }

    read_u64(context) {
        inode::at(argument(context)).i_ino().read()? as i32
    }

    read_bool(context) {
        css_set::at(argument(context)).dead().read()?.into()
    }

    read_two(context) {
        let task = task_struct::at(argument(context));
        let pid = task.pid().read()?;
        pid.wrapping_add(task.tgid().read()?)
    }

    read_chain(context) {
        task_struct::at(argument(context)).real_parent().follow()?.tgid().read()?
    }

    or_zero_i32(context) {
        (task_struct::at(argument(context)).prio().read_or_zero() < 0).into()
    }

    or_zero_chain(context) {
        task_struct::at(argument(context)).real_parent().follow_or_null().tgid().read_or_zero()
    }

    or_zero_long_chain(context) {
        let mm = task_struct::at(argument(context)).real_parent().follow_or_null().mm().follow_or_null();
        mm.exe_file().follow_or_null().f_inode().follow_or_null().i_ino().read_or_zero() as i32
    }

    read_long_chain(context) {
        let mm = task_struct::at(argument(context)).real_parent().follow()?.mm().follow()?;
        mm.exe_file().follow()?.f_inode().follow()?.i_ino().read()? as i32
    }

    read_enum(context) {
        (bpf_map::at(argument(context)).map_type().read()? == BPF_MAP_TYPE_HASH).into()
    }

    guard_there(_context) {
        let state = task().__state();
        if state.exists() { state.load() as i32 } else { -1 }
    }

    guard_missing(_context) {
        let group = old::task_struct::at(task().as_ptr()).thread_group();
        if group.exists() { group.next().load().is_null().into() } else { -1 }
    }

    guard_only(_context) {
        task_struct::at(NOWHERE).se().vruntime().exists().into()
    }

    offset(_context) {
        task_struct::at(NOWHERE).tgid().byte_offset() as i32
    }

    offset_nested(_context) {
        task_struct::at(NOWHERE).se().vruntime().byte_offset() as i32
    }

    size(_context) {
        task_struct::at(NOWHERE).comm().byte_size() as i32
    }

    container(context) {
        let list: *const list_head = argument(context) as *const list_head;
        let offset = task_struct::at(NOWHERE).tasks().byte_offset();
        let task = (list as *const u8).wrapping_sub(offset);
        task_struct::at(task).pid().read()?
    }

    store(context) {
        let mut image = core::mem::MaybeUninit::<[u64; 2]>::uninit();
        let limit = rlimit::at_mut(&raw mut image);
        limit.rlim_max().store(argument(context) as u64);
        limit.rlim_max().load() as i32
    }

    string(_context) {
        type ReadStr = unsafe extern "C" fn(*mut c_void, u32, *const c_void) -> c_long;
        let mut name = core::mem::MaybeUninit::<[i8; 16]>::uninit();
        // Helper 115 is bpf_probe_read_kernel_str.
        let length = transmute::<usize, ReadStr>(115)(
            name.as_mut_ptr() as *mut c_void, 16, task().comm().as_ptr() as *const c_void);
        if length < 0 {
            return Err(length as i32);
        }
        i32::from(*(name.as_ptr() as *const i8))
    }

    bitfield_load(_context) {
        task().sched_reset_on_fork().load() as i32
    }

    bitfield_read(context) {
        task_struct::at(argument(context)).sched_reset_on_fork().read()? as i32
    }

    bitfield_signed(context) {
        bpf_reg_state::at(argument(context)).iter().depth().read()?
    }

    far_read(context) {
        pglist_data::at(argument(context)).node_id().read()?
    }

    type_there(_context) {
        btfgen::type_exists::<task_struct>().into()
    }

    type_missing(_context) {
        old::btfgen::type_exists::<old::task_rss_stat>().into()
    }

    type_bytes(_context) {
        btfgen::type_size::<task_struct>() as i32
    }

    type_guards(_context) {
        if old::btfgen::type_exists::<old::task_rss_stat>() {
            old::btfgen::type_size::<old::task_rss_stat>() as i32
        } else {
            -1
        }
    }

    enum_value(_context) {
        relocated::PIDTYPE_TGID.value() as i32
    }

    enum_signed(_context) {
        relocated::CPUHP_INVALID.value() as i32
    }

    enum_moved(_context) {
        relocated::CPUHP_ONLINE.value() as i32
    }

    enum_64(_context) {
        (relocated::PERF_CONTEXT_KERNEL.value() as u64 >> 32) as i32
    }

    enum_exists(_context) {
        relocated::PIDTYPE_TGID.exists().into()
    }

    enum_guards(_context) {
        let token = relocated::BPF_TOKEN_CREATE;
        if token.exists() { token.value() as i32 } else { -1 }
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";
