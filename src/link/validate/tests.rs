#[test]
fn scratch() {
    let Ok(dirs) = std::env::var("ZERO_DIRS") else {
        return;
    };
    for dir in dirs.split(':') {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            if !bytes.starts_with(b"\x7fELF") {
                continue;
            }
            let start = std::time::Instant::now();
            let object = match super::Object::parse(&bytes) {
                Ok(o) => o,
                Err(e) => {
                    println!("{}: parse {e}", path.display());
                    continue;
                }
            };
            let result = super::check(&object).map_err(|error| error.to_string());
            println!(
                "{}: {:?} {:?}",
                path.display(),
                start.elapsed(),
                result.map_err(|e| e.lines().next().unwrap().to_owned())
            );
        }
    }
}
