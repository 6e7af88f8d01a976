//! Learning from the jars: in the background, a few customers at a time; reviewed where a jar is
//! used at another rate than before; and judged by the accuracy of the forecasts.

use super::dispatch::perform;
use super::{Effect, forms, results};
use crate::domain::Command;
use crate::domain::jar::JarPatch;
use crate::reports::{self, ReviewItem};
use crate::tui::forms::Pin;
use crate::tui::model::{AccuracyState, Model, Overlay, Review};
use crate::tui::msg::Question;

/// Continues learning, if there is `more`, once the other questions have been answered. The changes
/// that it makes are noticed like any other change in the file.
pub(super) fn go_on(more: bool) -> Vec<Effect> {
    more.then_some(Effect::AskInBackground(Question::Learn)).into_iter().collect()
}

/// Opens the review with its items, or replaces those of the open one.
pub(super) fn review(model: &mut Model, rows: Vec<ReviewItem>) {
    let open = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Review(review) => Some(review),
        Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_) => None,
        Overlay::Journal(_) | Overlay::Jars(_) | Overlay::Accuracy(_) => None,
        Overlay::Skips(_) => None,
        Overlay::Help(_) | Overlay::Form(_) => None,
    });
    match open {
        Some(review) => review.put(rows),
        None => model.overlays.push(Overlay::Review(Review { rows, ..Review::default() })),
    }
}

/// Takes the new rate of the selected jar as the one to learn from; agrees a jar for goods without one.
pub(super) fn accept(model: &mut Model) -> Vec<Effect> {
    let accepted = selected(model).and_then(|item| {
        let patch = match item {
            ReviewItem::Changed(row) => {
                let learn_from = Some(Some(row.to_review()?.since));
                JarPatch { learn_from, ..JarPatch::default() }
            }
            ReviewItem::BoughtAgain(_) => JarPatch::default(),
        };
        Some(Command::SetJar { customer: item.who().id, product: item.product(), patch })
    });
    match accepted {
        Some(command) => perform(command),
        None => {
            results::remark(model, "nobody-selected");
            Vec::new()
        }
    }
}

/// Opens the form for the rate at which the selected jar is used from now on.
pub(super) fn pin(model: &mut Model) -> Vec<Effect> {
    match selected(model) {
        Some(ReviewItem::Changed(row)) => {
            let sheet = Pin::open(model, row);
            forms::open(model, sheet)
        }
        Some(ReviewItem::BoughtAgain(_)) => {
            results::remark(model, "review-no-jar-yet");
            Vec::new()
        }
        None => {
            results::remark(model, "nobody-selected");
            Vec::new()
        }
    }
}

fn selected(model: &Model) -> Option<&ReviewItem> {
    match model.overlays.last()? {
        Overlay::Review(review) => review.selected(),
        Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_) | Overlay::Journal(_) => None,
        Overlay::Jars(_) | Overlay::Accuracy(_) | Overlay::Help(_) | Overlay::Form(_) => None,
        Overlay::Skips(_) => None,
    }
}

/// Opens the sheet that says how good the forecasts were; until that is worked out, it says so.
pub(super) fn accuracy(model: &mut Model) -> Vec<Effect> {
    model.toast = None;
    model.overlays.push(Overlay::Accuracy(0));
    match &model.insights.accuracy {
        AccuracyState::Working => return Vec::new(),
        AccuracyState::Known(_, reading) if *reading == model.generation => return Vec::new(),
        AccuracyState::Known(..) | AccuracyState::Unknown => {}
    }
    model.insights.accuracy = AccuracyState::Working;
    vec![Effect::AskInBackground(Question::Accuracy)]
}

/// It is worked out. Whoever has closed the sheet meanwhile finds it there the next time.
pub(super) fn judged(model: &mut Model, report: Box<reports::Accuracy>) {
    model.insights.accuracy = AccuracyState::Known(report, model.generation);
}

/// Something could not be read, perhaps what was being worked out: nobody is left waiting for it.
pub(super) fn perhaps_failed(model: &mut Model) {
    if model.insights.accuracy == AccuracyState::Working {
        model.insights.accuracy = AccuracyState::Unknown;
    }
}
