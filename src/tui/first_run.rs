//! The first start: there is no notebook yet, and the person is asked before one is created. The question is
//! put on the plain terminal, so that a mistyped name stays readable in the shell.

use crate::domain::search_key;
use crate::i18n::Localizer;
use std::io::{self, BufRead, Write};
use std::path::Path;

/// Asks whether a notebook is to be created at `file`, until the answer is yes or no. The end of the input is
/// a no.
///
/// # Errors
/// If the terminal cannot be read or written.
pub fn ask_to_create(words: &Localizer, file: &Path) -> io::Result<bool> {
    ask(words, file, &mut io::stdin().lock(), &mut io::stdout())
}

fn ask(
    words: &Localizer,
    file: &Path,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<bool> {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let file = file.display().to_string();
    writeln!(output, "{}", words.format("first-run-missing", &[("file", file.into())]))?;
    let answer = loop {
        write!(output, "{} ", words.text("first-run-question"))?;
        output.flush()?;
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            writeln!(output)?;
            break false;
        }
        match search_key::fold(&String::from_utf8_lossy(&line)).trim() {
            "y" | "yes" | "是" | "好" | "要" => break true,
            "n" | "no" | "否" | "不" | "不要" => break false,
            _ => {}
        }
    };
    if !answer {
        writeln!(output, "{}", words.text("first-run-declined"))?;
    }
    Ok(answer)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::Currency;
    use crate::domain::shop::Language;

    fn answers(typed: &str) -> (bool, String) {
        let words = Localizer::new(Language::English, Currency::from_code("CNY").unwrap());
        let mut output = Vec::new();
        let file = Path::new("/shops/rice.db");
        let answer = ask(&words, file, &mut typed.as_bytes(), &mut output).unwrap();
        (answer, String::from_utf8(output).unwrap())
    }

    // A2: a mistyped name made an empty notebook.
    #[test]
    fn only_a_yes_creates_a_notebook() {
        for yes in ["y\n", "Y\r\n", " yes\n", "ｙ\n", "是\n", "what?\n\ny\n"] {
            assert!(answers(yes).0, "{yes:?}");
        }
        for no in ["n\n", "NO\n", "不\n", "", "maybe\n"] {
            assert!(!answers(no).0, "{no:?}");
        }
        let (_, said) = answers("n\n");
        assert_eq!(said.lines().count(), 2, "{said}");
        assert!(said.starts_with("There is no notebook yet: /shops/rice.db\nCreate it? [y/n] "));
    }
}
