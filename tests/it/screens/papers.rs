//! Papers at the screens: a statement or a receipt of the selected customer, saved or printed.

use std::fs;

use ricejar::domain::shop::Language;
use ricejar::tui::keymap::KeyContext;

use super::shop::TestShop;
use super::stage::Stage;

fn place(stage: &Stage) -> KeyContext {
    stage.session.model().place()
}

/// The list of tabs of the usual shop, whose papers go to a command.
fn tabs(print: Option<&str>) -> Stage {
    let mut stage = Stage::usual(100, 30);
    stage.session = stage.session.with_printer(print.map(str::to_owned));
    stage.press("5");
    stage
}

#[test]
fn the_form_for_a_paper_proposes_a_name() {
    insta::assert_snapshot!(tabs(None).press("i").detail());
}

#[test]
fn a_statement_is_saved_from_the_tabs_the_page_and_the_tab_itself() {
    for keys in ["i", "enter i", "t i"] {
        let mut stage = tabs(None);
        let file = stage.shop.file().with_file_name("paper.html");
        stage.press(keys).press("shift-tab").press("ctrl-u").paste(&file.display().to_string());
        let seen = stage.press("enter").text();
        assert!(seen.contains("Written:"), "{seen}");
        let page = fs::read_to_string(&file).unwrap();
        assert!(page.contains("<article>") && page.ends_with("</html>\n"), "{page}");
        // A file that is there is not replaced.
        stage.press("i").press("shift-tab").press("ctrl-u").paste(&file.display().to_string());
        let seen = stage.press("enter").text();
        assert!(seen.contains("already exists"), "{seen}");
        assert_eq!(place(&stage), KeyContext::File);
    }
}

#[test]
fn a_paper_is_printed_only_by_the_command_of_the_configuration() {
    let mut stage = tabs(None);
    let seen = stage.press("i").press("tab tab tab tab space enter").text();
    assert!(seen.contains("No print command is set."), "{seen}");
}

#[cfg(unix)]
#[test]
fn the_print_command_gets_the_paper_and_its_failure_is_told() {
    let mut stage = tabs(None);
    let printed = stage.shop.file().with_file_name("printed");
    let print = format!("cp {{}} {}", printed.display());
    stage.session = stage.session.with_printer(Some(print));
    let seen = stage.press("i").press("tab tab tab tab space enter").text();
    assert!(seen.contains("Sent to the printer: statement-"), "{seen}");
    assert!(fs::read_to_string(&printed).unwrap().contains("<article>"));

    let mut stage = tabs(Some("sh -c 'echo no paper left >&2; exit 3'"));
    let seen = stage.press("i").press("tab tab tab tab space enter").text();
    assert!(seen.contains("no paper left"), "{seen}");
    let mut stage = tabs(Some("/nowhere/lp"));
    let seen = stage.press("i").press("tab tab tab tab space enter").text();
    assert!(seen.contains("/nowhere/lp"), "{seen}");
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused_in_its_field() {
    let mut stage = Stage::new(TestShop::usual(), Language::Chinese, (100, 30));
    stage.press("5 i").press("tab").paste("2026-03-20");
    stage.press("tab").paste("2026-03-01");
    let seen = stage.press("enter").text();
    assert!(seen.contains("结束早于开始"), "{seen}");
}
