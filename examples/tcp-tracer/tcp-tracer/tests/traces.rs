//! Runs the tracer on this kernel, as root, and connections of which all is known.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt as _;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, process, thread};

const SENT: usize = 12_345;
const ANSWERED: usize = 54_321;
/// How long a connection waits for `accept`.
const WAIT: Duration = Duration::from_millis(20);

fn main() {
    if fs::metadata("/proc/self").map(|it| it.uid()).ok() != Some(0) {
        println!("skipped: only root may load BPF programs");
        return;
    }
    let tracer =
        env::var_os("TCP_TRACER").unwrap_or_else(|| env!("CARGO_BIN_EXE_tcp-tracer").into());
    let (tracer, notes, mut said) = start(Command::new(tracer));
    let first = connection("127.0.0.1:0").expect("IPv4 is there");
    // Not every system has IPv6.
    let second = connection("[::1]:0");
    let refused = refused();
    // What the sockets still do.
    thread::sleep(Duration::from_millis(200));
    let printed = end(tracer, &mut said);
    // Not every kernel has kprobes.
    let knows_acceptor = !notes.contains("can't attach `on_accept`");

    for (client, server) in [Some(first), second].into_iter().flatten() {
        let find = |kind: &str, pid: u32, local: SocketAddr, remote: SocketAddr| {
            let (start, ends) = (
                format!("{kind:7} {pid:>7} "),
                format!(" {local} - {remote}"),
            );
            let mut lines = printed.lines();
            let line = lines.find(|line| line.starts_with(&start) && line.contains(&ends));
            line.unwrap_or_else(|| panic!("no {start}…{ends} in:\n{printed}"))
        };
        let own = process::id();
        find("connect", own, client, server);
        find(
            "accept",
            if knows_acceptor { own } else { 0 },
            server,
            client,
        );
        let ends = [
            (client, server, SENT, ANSWERED),
            (server, client, ANSWERED, SENT),
        ];
        for (local, remote, sent, received) in ends {
            let line = find("close", own, local, remote);
            // The kernel counts the end of data as a byte.
            let bytes = format!(", sent {sent} received {}", received + 1);
            assert!(line.contains(&bytes), "{line}");
        }
    }
    let failed = printed
        .lines()
        .find(|line| line.starts_with("failed ") && line.contains(&format!(" - {refused} after ")));
    assert!(failed.is_some(), "no failure for {refused} in:\n{printed}");
    histograms(&printed, knows_acceptor);
    println!("ok: connections, their bytes, a refusal, and histograms");
}

/// Makes a connection and closes it. Returns its addresses: that of the client, and that of the server.
fn connection(address: &str) -> Option<(SocketAddr, SocketAddr)> {
    let listener = TcpListener::bind(address).ok()?;
    let mut client = TcpStream::connect(listener.local_addr().ok()?).ok()?;
    thread::sleep(WAIT);
    let (mut server, from) = listener.accept().ok()?;
    exchange(&mut client, &mut server, SENT);
    exchange(&mut server, &mut client, ANSWERED);
    Some((from, listener.local_addr().ok()?))
}

/// Fewer bytes than a socket takes at once.
fn exchange(from: &mut TcpStream, to: &mut TcpStream, bytes: usize) {
    from.write_all(&vec![1; bytes]).expect("it is connected");
    let mut received = vec![0; bytes];
    to.read_exact(&mut received).expect("it is connected");
}

/// An address at which nobody listens.
fn refused() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("IPv4 is there");
    let address = listener.local_addr().expect("it is bound");
    drop(listener);
    assert!(TcpStream::connect(address).is_err());
    address
}

/// The first has the two connections, or one; the second has them in the slots of `WAIT` and longer times.
fn histograms(printed: &str, knows_acceptor: bool) {
    let (_, drawn) = printed.split_once("\nconnect: ").expect("a histogram");
    let (connects, accepts) = drawn.split_once("\naccept: ").expect("two histograms");
    let slots = |text: &str| {
        let lines = text.lines().skip(1).map(|line| {
            let words: Vec<_> = line.split_whitespace().collect();
            let number = |at: usize| words[at].parse().expect("a number");
            (number(0), number(4))
        });
        lines.collect::<Vec<(u64, u64)>>()
    };
    let sum = |slots: &[(u64, u64)]| slots.iter().map(|(_, count)| count).sum::<u64>();
    assert!(sum(&slots(connects)) >= 1, "{printed}");
    if !knows_acceptor {
        return assert_eq!(accepts.lines().nth(1), Some("  none"));
    }
    let mut waited = slots(accepts);
    waited.retain(|(from, _)| u128::from(2 * from) > WAIT.as_micros());
    assert!(sum(&waited) >= 1, "{printed}");
}

/// Returns when the programs are attached, with what it has said on stderr.
fn start(mut tracer: Command) -> (Child, String, impl std::io::BufRead) {
    tracer.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut tracer = tracer.spawn().expect("the tracer runs");
    let mut said = BufReader::new(tracer.stderr.take().expect("a pipe"));
    let mut text = String::new();
    while !text.ends_with("tracing; Ctrl-C ends\n") {
        let read = said.read_line(&mut text).expect("UTF-8");
        assert_ne!(read, 0, "the tracer ended: {text}");
    }
    (tracer, text, said)
}

/// Ends the tracer as Ctrl-C does. Returns what it printed, which fits into a pipe.
fn end(mut tracer: Child, said: &mut impl std::io::BufRead) -> String {
    let signal = ["-INT", &tracer.id().to_string()];
    let kill = Command::new("kill").args(signal).status();
    assert!(kill.expect("`kill` runs").success());
    let mut printed = String::new();
    let stdout = tracer.stdout.take().expect("a pipe");
    BufReader::new(stdout)
        .read_to_string(&mut printed)
        .expect("UTF-8");
    let ended = tracer.wait().expect("nobody else waits");
    let mut errors = String::new();
    said.read_to_string(&mut errors).expect("UTF-8");
    assert!(ended.success(), "the tracer ended with {ended}: {errors}");
    printed
}
