//! Drawing the model. It changes nothing: the same model at the same size gives the same picture.

pub mod footer;
pub mod header;
mod toast;

use ratatui::Frame;

use super::model::{Model, Screen};
use super::{layout, overlays, screens};

/// Draws the whole screen.
pub fn view(model: &Model, frame: &mut Frame) {
    let parts = layout::parts(model.size);
    header::draw(model, parts, frame.buffer_mut());
    match model.screen {
        Screen::Today => screens::today::draw(model, parts.body, frame.buffer_mut()),
        Screen::Customers => screens::customers::draw(model, parts.body, frame.buffer_mut()),
        Screen::Deliveries => screens::deliveries::draw(model, parts.body, frame.buffer_mut()),
        Screen::FollowUps => screens::follow_ups::draw(model, parts.body, frame.buffer_mut()),
    }
    footer::draw(model, parts.footer, frame);
    overlays::draw(model, frame, parts.body);
    toast::draw(model, parts.body, frame.buffer_mut());
}
