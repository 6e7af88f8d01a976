//! The list of the skips that are in force.

use super::dispatch::perform;
use super::{Effect, results};
use crate::domain::Command;
use crate::domain::views::SkipRow;
use crate::tui::model::{Model, Overlay, SkipList};

/// Opens the list with its rows, or replaces those of the open one.
pub(super) fn put(model: &mut Model, rows: Vec<SkipRow>) {
    let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Skips(skips) => Some(skips),
        Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_) | Overlay::Review(_) => None,
        Overlay::Journal(_) | Overlay::Jars(_) | Overlay::Accuracy(_) => None,
        Overlay::Help(_) | Overlay::Form(_) => None,
    });
    match open {
        Some(skips) => skips.put(rows),
        None => model.overlays.push(Overlay::Skips(SkipList { rows, ..SkipList::default() })),
    }
}

/// Ends the selected skip.
pub(super) fn end(model: &mut Model) -> Vec<Effect> {
    let selected = match model.overlays.last() {
        Some(Overlay::Skips(skips)) => skips.selected(),
        Some(Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_)) => None,
        Some(Overlay::Review(_) | Overlay::Journal(_) | Overlay::Jars(_)) => None,
        Some(Overlay::Accuracy(_) | Overlay::Help(_) | Overlay::Form(_)) | None => None,
    };
    match selected.map(|row| row.skip.id) {
        Some(skip) => perform(Command::RemoveSkip { skip }),
        None => {
            results::remark(model, "nobody-selected");
            Vec::new()
        }
    }
}
