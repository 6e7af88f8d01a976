//! Drawing of the model. It has no side effects: the same model at the same size gives the same
//! picture.

pub mod footer;
pub mod header;
mod toast;

use ratatui::Frame;

use super::model::{Model, Screen};
use super::theme::Tone;
use super::widgets::cells;
use super::{layout, lists, overlays, screens};

/// Draws the whole screen.
pub fn view(model: &Model, frame: &mut Frame) {
    if model.size.0 < layout::LEAST.0 || model.size.1 < layout::LEAST.1 {
        return too_small(model, frame);
    }
    let parts = layout::parts(model.size);
    header::draw(model, parts, frame.buffer_mut());
    match model.screen {
        Screen::Today if model.is_new() => {
            screens::welcome::draw(model, parts.body, frame.buffer_mut());
        }
        Screen::Today => screens::today::draw(model, parts.body, frame.buffer_mut()),
        Screen::Customers => lists::customer::draw(model, parts.body, frame.buffer_mut()),
        Screen::Deliveries => lists::delivery::draw(model, parts.body, frame.buffer_mut()),
        Screen::FollowUps => lists::follow_up::draw(model, parts.body, frame.buffer_mut()),
        Screen::Tabs => lists::tab::draw(model, parts.body, frame.buffer_mut()),
        Screen::Products => lists::product::draw(model, parts.body, frame.buffer_mut()),
        Screen::Insights => screens::insights::draw(model, parts.body, frame.buffer_mut()),
    }
    footer::draw(model, parts.footer, frame);
    overlays::draw(model, frame, parts.body);
    toast::draw(model, parts.body, frame.buffer_mut());
}

/// Shows the required screen size, as far as the sentence fits.
fn too_small(model: &Model, frame: &mut Frame) {
    let (width, height) = layout::LEAST;
    let said = [("width", width.into()), ("height", height.into())];
    let area = frame.area();
    let lines = cells::wrap(&model.words.format("too-small", &said), area.width);
    for (y, line) in (area.top()..area.bottom()).zip(&lines) {
        cells::write(
            frame.buffer_mut(),
            (area.x, y),
            area.width,
            line,
            model.look.style(Tone::Plain),
        );
    }
}
