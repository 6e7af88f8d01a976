//! The mouse, wherever it points: lists, panels, sheets, the palette, forms.

use ricejar::tui::input::MouseDid::{Click, DoubleClick, WheelDown, WheelUp};
use ricejar::tui::keymap::KeyContext;
use ricejar::tui::model::{Screen, TodayPanel};

use super::stage::Stage;

fn usual() -> Stage {
    Stage::usual(80, 24)
}

fn place(stage: &Stage) -> KeyContext {
    stage.session.model().place()
}

#[test]
fn a_click_selects_and_only_a_double_click_opens() {
    let mut stage = usual();
    stage.mouse(Click, "Customers");
    assert_eq!(stage.session.model().screen, Screen::Customers);
    let name = stage.session.model().customers.window.rows[2].customer.name.clone();
    for _ in 0..3 {
        stage.mouse(Click, &name);
        assert_eq!(stage.session.model().customers.window.scroll.at, 2);
        assert_eq!(place(&stage), KeyContext::Customers);
    }
    stage.mouse(DoubleClick, &name);
    assert_eq!(place(&stage), KeyContext::Page);
    // The second click of a double click opens nothing that the first one did not select.
    stage.press("esc 2 g").mouse(DoubleClick, &name);
    assert_eq!(
        (place(&stage), stage.session.model().customers.window.scroll.at),
        (KeyContext::Customers, 2)
    );
}

#[test]
fn the_wheel_moves_the_panel_under_it_and_leaves_the_focus_where_it_is() {
    let mut stage = usual();
    let panel = stage.session.model().morning.panel;
    assert_eq!(panel, TodayPanel::Deliver);
    stage.mouse(WheelDown, "Follow up");
    let model = stage.session.model();
    assert!(model.morning.look_after.scroll.at > 0);
    assert_eq!((model.morning.panel, model.morning.deliver.scroll.at), (panel, 0));
    stage.mouse(WheelUp, "Follow up");
    assert_eq!(stage.session.model().morning.look_after.scroll.at, 0);
    stage.mouse(WheelDown, " stops");
    assert!(stage.session.model().morning.deliver.scroll.at > 0);
    assert_eq!(stage.session.model().morning.panel, panel);
}

#[test]
fn a_line_of_the_journal_is_selected_and_opened() {
    let mut stage = usual();
    stage.press("J").mouse(Click, "Contact with C017");
    assert_eq!(place(&stage), KeyContext::Journal);
    stage.mouse(DoubleClick, "Contact with C017");
    assert_eq!(place(&stage), KeyContext::Sheet);
    assert!(stage.text().contains("月底一定付"), "{}", stage.text());
}

#[test]
fn the_palette_does_what_is_double_clicked() {
    let mut stage = usual();
    stage.press(":").paste("show").mouse(Click, "Show Customers");
    assert_eq!(place(&stage), KeyContext::Palette);
    stage.mouse(DoubleClick, "Show Customers");
    assert_eq!(
        (place(&stage), stage.session.model().screen),
        (KeyContext::Customers, Screen::Customers)
    );
    // The help is only read.
    stage.press("?").mouse(Click, "Plan a").mouse(DoubleClick, "Plan a");
    assert_eq!(place(&stage), KeyContext::Help);
}

#[test]
fn a_click_in_a_form_goes_to_a_field_takes_a_choice_and_picks_what_was_found() {
    // The form covers the whole width.
    let mut stage = Stage::usual(60, 24);
    let at = |stage: &Stage| match stage.session.model().overlays.last() {
        Some(ricejar::tui::model::Overlay::Form(sheet)) => {
            (sheet.form.at, sheet.form.focused().unwrap().text().to_owned())
        }
        other => panic!("{other:?}"),
    };
    stage.press("2 a").mouse(Click, "Payday");
    let (payday, text) = at(&stage);
    assert!(payday > 0 && text.is_empty());
    // A choice that has the focus takes its next text.
    stage.mouse(Click, "Kind");
    let (kind, first) = at(&stage);
    stage.mouse(Click, "Kind");
    assert_ne!(at(&stage), (kind, first));
    // What was found is picked.
    stage.mouse(Click, "Referred by").paste("陈");
    assert_eq!(place(&stage), KeyContext::Picker);
    stage.mouse(Click, "C017");
    let (sent, _) = at(&stage);
    assert_eq!(place(&stage), KeyContext::Day);
    stage.press("up");
    assert_eq!(at(&stage), (sent - 1, "C017 陈师傅".to_owned()));
}

#[test]
fn a_day_of_the_month_is_picked() {
    let mut stage = usual();
    stage.press("4 s").mouse(Click, " 30 ");
    assert!(stage.text().contains("2026-03-30"), "{}", stage.text());
    let seen = stage.press("enter").text();
    assert!(seen.contains("postponed to Mon 30 Mar 2026"), "{seen}");
}
