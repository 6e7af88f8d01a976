//! Lists that a person reads at a terminal, which obeys some characters.

use super::Shop;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::Read;

/// Everything that a command prints at a terminal of its own.
fn printed(shop: &Shop, words: &str) -> String {
    let pty = native_pty_system().openpty(PtySize::default()).unwrap();
    let plain = shop.command(words);
    let mut command = CommandBuilder::new(plain.get_program());
    command.env_clear();
    command.args(plain.get_args());
    command.cwd(plain.get_current_dir().unwrap());
    plain.get_envs().for_each(|(name, value)| command.env(name, value.unwrap()));
    let mut child = pty.slave.spawn_command(command).unwrap();
    // The other end stays open only in the child, so that reading ends when it ends.
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let (mut text, mut bytes) = (Vec::new(), [0; 4096]);
    while let Ok(count @ 1..) = reader.read(&mut bytes) {
        text.extend_from_slice(&bytes[..count]);
    }
    assert!(child.wait().unwrap().success());
    String::from_utf8(text).unwrap().replace("\r\n", "\n")
}

// A11
#[test]
fn a_terminal_is_shown_stand_ins_and_a_pipe_or_a_file_gets_what_was_typed() {
    let shop = Shop::new();
    let name = "a\u{1b}[31mb\u{202e}c";
    shop.says("customer add Wu");
    // As an older version, or another program, may have left it.
    let file = rusqlite::Connection::open(shop.file("shop.ricejar")).unwrap();
    file.execute("UPDATE customer SET name = ?1", [name]).unwrap();
    for format in ["csv", "json", "jsonl", "table"] {
        for words in ["customer list", "export customers", "journal show 1"] {
            let seen = printed(&shop, &format!("{words} --format {format}"));
            assert!(seen.contains("a␛[31mb\u{fffd}c"), "{words} {format}: {seen}");
            assert!(!seen.contains(['\u{1b}', '\u{202e}']), "{words} {format}: {seen:?}");
        }
    }
    assert!(shop.says("export customers").contains(name));
    shop.says("export customers -o out.csv");
    assert!(std::fs::read_to_string(shop.file("out.csv")).unwrap().contains(name));
}
