//! Any keys, any mouse, any text, at any size: never a panic, and the selection can always be seen.

use proptest::prelude::*;
use ricejar::domain::shop::Language;
use ricejar::tui::input::{Code, Input, KeyPress, Mouse, MouseDid};
use ricejar::tui::job::{JobEvent, JobOutcome};

use super::shop::TestShop;
use super::stage::Stage;

fn any_key() -> impl Strategy<Value = KeyPress> {
    let named = prop::sample::select(vec![
        Code::Enter,
        Code::Esc,
        Code::Tab,
        Code::BackTab,
        Code::Backspace,
        Code::Delete,
        Code::Left,
        Code::Right,
        Code::Up,
        Code::Down,
        Code::Home,
        Code::End,
        Code::PageUp,
        Code::PageDown,
        Code::F(5),
    ]);
    let letter = prop::sample::select(
        "dpswumcafebryYtUJAHLPx*+- /?:1234567jkhlgG<>T0+x 林iIEBovO".chars().collect::<Vec<_>>(),
    );
    let code = prop_oneof![named, letter.prop_map(Code::Char)];
    (code, prop::bool::weighted(0.1)).prop_map(|(code, ctrl)| KeyPress { code, ctrl })
}

fn any_input() -> impl Strategy<Value = Input> {
    let did = prop::sample::select(vec![
        MouseDid::Click,
        MouseDid::DoubleClick,
        MouseDid::WheelUp,
        MouseDid::WheelDown,
    ]);
    let mouse = (0..130_u16, 0..50_u16, did).prop_map(|(x, y, did)| Mouse { x, y, did });
    prop_oneof![
        20 => any_key().prop_map(Input::Key),
        3 => mouse.prop_map(Input::Mouse),
        1 => any::<String>().prop_map(Input::Paste),
        1 => prop::sample::select(vec!["\u{1b}[2J\n", "👨‍👩‍👧", "e\u{301}", "林阿嬷\r\n"])
            .prop_map(|text| Input::Paste(text.to_owned())),
    ]
}

fn any_size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![(0..20_u16, 0..12_u16), (0..130_u16, 0..50_u16), Just((80, 24))]
}

/// A sitting of half a thousand inputs, at a window whose size changes now and then.
fn any_sitting() -> impl Strategy<Value = Vec<(Input, Option<(u16, u16)>)>> {
    prop::collection::vec((any_input(), prop::option::weighted(0.1, any_size())), 400..600)
}

fn sit(language: Language, inputs: Vec<(Input, Option<(u16, u16)>)>) {
    let mut stage = Stage::new(TestShop::usual(), language, (80, 24));
    for (input, size) in inputs {
        if let Some((width, height)) = size {
            // A picture may be drawn before the news of another size comes in.
            stage.resize_unnoticed(width, height);
            stage.draw();
            stage.session.on_input(Input::Resize(width, height));
        }
        // Whether a key leaves is not what this is about: the next one is taken all the same.
        stage.session.on_input(input);
        // Whatever name was made up, no file is read or written here.
        if stage.session.take_pending_job().is_some() {
            stage.session.on_job(JobEvent::Ended(Ok(JobOutcome::Stopped)));
        }
        stage.draw();
    }
}

// Both languages at once: together they take more than twenty thousand inputs.
proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(22) })]

    #[test]
    fn no_input_at_any_size_is_too_much(inputs in any_sitting()) {
        sit(Language::English, inputs);
    }

    #[test]
    fn no_input_at_any_size_is_too_much_in_chinese(inputs in any_sitting()) {
        sit(Language::Chinese, inputs);
    }
}
