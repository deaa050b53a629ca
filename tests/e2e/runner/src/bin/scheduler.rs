//! `scheduler SECONDS OBJECT`: loads tests/scheduler, lets it schedule a mixed load for so long, and compares what it counted with what
//! this program knows of its own threads and children.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::os::fd::{AsFd as _, AsRawFd as _};
use std::os::unix::net::UnixStream;
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use std::{env, mem};

use answers::Scheduled;
use libbpf_rs::{MapCore as _, MapType, ObjectBuilder};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

const STATE: &str = "/sys/kernel/sched_ext/state";
const NAME: &str = "/sys/kernel/sched_ext/root/ops";
/// The kernel's number for the end that the loader asked for (`enum scx_exit_kind`).
const UNREGISTERED: u64 = 64;
/// Argument of the children, which end at once.
const END: &str = "--end";
/// What a thread of the load is nice. The kernel's weights: 100 of 0, and 11 of 10.
const NICE: i32 = 10;
/// More than what a weight of 100 gets of what one of 11 gets is 9.1 times; a short load does not reach it. A queue without weights
/// gives both the same.
const LEAST_RATIO: f64 = 3.0;

/// The scheduler counts a little longer than the load runs. A task that yields gives its whole slice away, and counts as if it ran.
const SLACK: Duration = Duration::from_secs(5);

static IS_OVER: AtomicBool = AtomicBool::new(false);
static WAKEUPS: AtomicU64 = AtomicU64::new(0);

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match &args[..] {
        [end] if end == END => return ExitCode::SUCCESS,
        [seconds, object] => check(seconds, object),
        _ => Err("usage: scheduler SECONDS OBJECT".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scheduler: {error}");
            ExitCode::FAILURE
        }
    }
}

fn check(seconds: &str, object: &str) -> Result {
    let time = Duration::from_secs(seconds.parse().map_err(|_| "SECONDS is not a number")?);
    let mut object = ObjectBuilder::default().open_file(object)?.load()?;
    let counts = object.maps().find(|map| map.name() == "COUNTS");
    let counts = counts
        .ok_or("no map COUNTS")?
        .as_fd()
        .try_clone_to_owned()?;
    let mut tables = object.maps_mut();
    let table = tables.find(|map| map.map_type() == MapType::StructOps);
    let link = table.ok_or("no table of callbacks")?.attach_struct_ops()?;
    expect("state", &text(STATE)?, "enabled")?;
    expect("scheduler", &text(NAME)?, "rust_scheduler")?;

    let before = switches()?;
    let load = Load::start()?;
    thread::sleep(time);
    // A scheduler that the kernel has ejected is not enabled any more.
    expect("state after the load", &text(STATE)?, "enabled")?;
    let times = load.end()?;
    let counted = sum(&counts)?;
    let switches = switches()? - before;
    expect("state before the end", &text(STATE)?, "enabled")?;
    drop(link);
    expect("state at the end", &text(STATE)?, "disabled")?;
    let ended = sum(&counts)?;

    println!("{counted:?}");
    println!(
        "threads that compute: {times:?}; {switches} switches, {} wakeups",
        WAKEUPS.load(Relaxed)
    );
    let cpus = thread::available_parallelism()?.get() as u64;
    let computed: u64 = times
        .iter()
        .flatten()
        .map(|time| time.as_nanos() as u64)
        .sum();
    let [important, nice] = times
        .each_ref()
        .map(|it| it.iter().sum::<Duration>().as_secs_f64());
    let rules = [
        (
            "each callback was called",
            [
                counted.selected,
                counted.direct,
                counted.enqueued,
                counted.dispatched,
                counted.running,
                counted.stopping,
                counted.enabled,
            ]
            .iter()
            .all(|count| *count > 0),
        ),
        // The threads and children of this program are not the only tasks.
        (
            "a task began to run for each switch that getrusage counted",
            counted.running >= switches,
        ),
        (
            "a task was enqueued, or went to a CPU at once, for each wakeup",
            counted.enqueued + counted.direct >= WAKEUPS.load(Relaxed),
        ),
        (
            "no task was lost in the queue",
            counted.enqueued >= counted.dispatched,
        ),
        (
            "tasks ran for at least as long as threads of this program",
            counted.ran >= computed,
        ),
        (
            "tasks did not run for longer than there was time",
            counted.ran <= cpus * (time + SLACK).as_nanos() as u64,
        ),
        (
            "nice threads got less time",
            important > LEAST_RATIO * nice && nice > 0.0,
        ),
        (
            "the newer function to insert a task is there, and said each time that it did",
            counted.confirmed == counted.direct,
        ),
        (
            "the callback for the end was called once",
            ended.exited == 1,
        ),
        (
            "the loader asked for the end",
            ended.exit_kind == UNREGISTERED,
        ),
    ];
    let mut wrong = Vec::new();
    for (rule, holds) in rules {
        println!("{} {rule}", if holds { "ok    " } else { "WRONG " });
        if !holds {
            wrong.push(rule);
        }
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join(", ").into()),
    }
}

fn text(path: &str) -> Result<String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    Ok(text.trim().to_owned())
}

fn expect(what: &str, found: &str, expected: &str) -> Result {
    match found == expected {
        true => Ok(()),
        false => Err(format!("{what}: `{found}`, not `{expected}`").into()),
    }
}

/// How often threads and children of this program gave a CPU away.
fn switches() -> Result<u64> {
    let mut sum = 0;
    for who in [libc::RUSAGE_SELF, libc::RUSAGE_CHILDREN] {
        // SAFETY: zeros are a value, and the kernel writes one.
        let usage = unsafe {
            let mut usage: libc::rusage = mem::zeroed();
            check_status(libc::getrusage(who, &mut usage))?;
            usage
        };
        sum += (usage.ru_nvcsw + usage.ru_nivcsw) as u64;
    }
    Ok(sum)
}

/// The sum over all CPUs.
fn sum(map: impl std::os::fd::AsFd) -> Result<Scheduled> {
    // SAFETY: asks for a number.
    let cpus = unsafe { libbpf_sys::libbpf_num_possible_cpus() }.max(1) as usize;
    const FIELDS: usize = size_of::<Scheduled>() / size_of::<u64>();
    let (mut values, key) = (vec![[0_u64; FIELDS]; cpus], 0_u32);
    // SAFETY: room for a value of each CPU.
    check_status(unsafe {
        let (key, to) = ((&raw const key).cast(), values.as_mut_ptr().cast());
        libbpf_sys::bpf_map_lookup_elem(map.as_fd().as_raw_fd(), key, to)
    })?;
    let mut sums = [0; FIELDS];
    for value in values {
        for (sum, number) in sums.iter_mut().zip(value) {
            *sum += number;
        }
    }
    // SAFETY: a struct of as many numbers.
    Ok(unsafe { mem::transmute::<[u64; FIELDS], Scheduled>(sums) })
}

/// Threads that compute, threads that sleep, threads that wait for each other, and children.
struct Load {
    /// Two that are not nice, and two that are.
    computing: [Vec<JoinHandle<Result<Duration>>>; 2],
    others: Vec<JoinHandle<Result>>,
}

impl Load {
    fn start() -> Result<Load> {
        let computing = [0, NICE].map(|nice| {
            let threads = (0..2).map(|_| thread::spawn(move || compute(nice)));
            threads.collect::<Vec<_>>()
        });
        let (one, other) = UnixStream::pair()?;
        let others = vec![
            thread::spawn(sleep),
            thread::spawn(sleep),
            thread::spawn(move || play(one, true)),
            thread::spawn(move || play(other, false)),
            thread::spawn(start_children),
        ];
        Ok(Load { computing, others })
    }

    /// How long each thread that computes ran.
    fn end(self) -> Result<[Vec<Duration>; 2]> {
        IS_OVER.store(true, Relaxed);
        let mut times = [Vec::new(), Vec::new()];
        for (threads, times) in self.computing.into_iter().zip(&mut times) {
            for thread in threads {
                times.push(thread.join().expect("no panic in the thread")?);
            }
        }
        for thread in self.others {
            thread.join().expect("no panic in the thread")?;
        }
        Ok(times)
    }
}

fn compute(nice: i32) -> Result<Duration> {
    // SAFETY: of this thread.
    check_status(unsafe { libc::setpriority(libc::PRIO_PROCESS, 0, nice) })?;
    while !IS_OVER.load(Relaxed) {
        for number in 0..10_000_u64 {
            std::hint::black_box(number);
        }
    }
    // SAFETY: the kernel writes the time.
    let time = unsafe {
        let mut time: libc::timespec = mem::zeroed();
        check_status(libc::clock_gettime(
            libc::CLOCK_THREAD_CPUTIME_ID,
            &mut time,
        ))?;
        time
    };
    Ok(Duration::new(time.tv_sec as u64, time.tv_nsec as u32))
}

fn sleep() -> Result {
    while !IS_OVER.load(Relaxed) {
        thread::sleep(Duration::from_millis(2));
        WAKEUPS.fetch_add(1, Relaxed);
    }
    Ok(())
}

/// Two threads that wake each other.
fn play(mut ball: UnixStream, serves: bool) -> Result {
    ball.set_read_timeout(Some(Duration::from_secs(30)))?;
    if serves {
        ball.write_all(&[1])?;
    }
    while !IS_OVER.load(Relaxed) {
        let mut byte = [0];
        if ball.read(&mut byte)? == 0 {
            break;
        }
        match ball.write_all(&byte) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => break,
            written => written?,
        }
    }
    Ok(())
}

fn start_children() -> Result {
    while !IS_OVER.load(Relaxed) {
        let start = Instant::now();
        if !Command::new(env::current_exe()?)
            .arg(END)
            .status()?
            .success()
        {
            return Err("a child failed".into());
        }
        thread::sleep(start.elapsed().min(Duration::from_millis(20)));
    }
    Ok(())
}

fn check_status(status: i32) -> Result {
    match status {
        0.. => Ok(()),
        _ => Err(io::Error::last_os_error().into()),
    }
}
