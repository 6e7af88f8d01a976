//! Turns the events of a Windows console, which crossterm reads, into inputs.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::input::{Code, Input, KeyPress, Mouse, MouseDid};

/// Translates an event; `None` for what the screens have no use for.
pub fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => key_pressed(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(mouse) => mouse_used(mouse).map(Input::Mouse),
        Event::Resize(width, height) => Some(Input::Resize(width, height)),
        Event::FocusGained | Event::FocusLost => None,
    }
}

fn key_pressed(key: KeyEvent) -> Option<KeyPress> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let code = match key.code {
        KeyCode::Char(typed) => Code::Char(typed),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number @ 1..=12) => Code::F(number),
        _ => return None,
    };
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(KeyPress { code, ctrl: key.modifiers.contains(KeyModifiers::CONTROL) })
}

fn mouse_used(mouse: MouseEvent) -> Option<Mouse> {
    let did = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseDid::Click,
        MouseEventKind::ScrollUp => MouseDid::WheelUp,
        MouseEventKind::ScrollDown => MouseDid::WheelDown,
        _ => return None,
    };
    Some(Mouse { x: mouse.column, y: mouse.row, did })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_released_key_is_nothing_and_an_alt_key_types_nothing() {
        let press = KeyEvent::new(KeyCode::Char('d'), KeyModifiers::NONE);
        assert!(input(Event::Key(press)).is_some());
        let release = KeyEvent { kind: KeyEventKind::Release, ..press };
        assert_eq!(input(Event::Key(release)), None);
        let alt = KeyEvent { modifiers: KeyModifiers::ALT, ..press };
        assert_eq!(input(Event::Key(alt)), None);
    }
}
