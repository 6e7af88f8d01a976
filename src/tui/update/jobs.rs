//! Background jobs: their progress and their outcome; and the sample shop.

use super::{Effect, refresh, results};
use crate::app::Progress;
use crate::domain::shop::Shop;
use crate::i18n::{Localizer, Sentence};
use crate::tui::job::JobOutcome;
use crate::tui::model::{FieldId, Model, Overlay, ToastKind};

/// Records the progress of the job.
pub(super) fn goes_on(model: &mut Model, progress: Progress) -> Vec<Effect> {
    if let Some(running) = &mut model.job {
        running.progress = Some(progress);
    }
    Vec::new()
}

/// A job is over. One that could not be done gives its form back, with what is wrong.
pub(super) fn ended(model: &mut Model, ended: Result<JobOutcome, Sentence>) -> Vec<Effect> {
    let running = model.job.take();
    match ended {
        Ok(JobOutcome::Imported(done)) => return results::done(model, done),
        Ok(JobOutcome::Tried(would)) => {
            let words = &model.words;
            let (text, hint) = (words.done(&would), Some(words.text("import-dry-run")));
            results::show_toast(model, Sentence { text, hint }, ToastKind::Plain);
            // The form comes back, to read in for good what was looked at.
            if let Some(running) = running.filter(|_| model.overlays.is_empty()) {
                model.overlays.push(Overlay::Form(running.sheet));
            }
        }
        // A person who is filling in a form meanwhile is not led away from it.
        Ok(JobOutcome::Sampled(file)) if model.overlays.is_empty() => {
            return vec![Effect::Sample(Some(file))];
        }
        Ok(JobOutcome::Written(file) | JobOutcome::Sampled(file)) => {
            let file = file.display().to_string();
            let text = model.words.format("file-written", &[("file", file.into())]);
            results::show_toast(model, Sentence { text, hint: None }, ToastKind::Good);
        }
        Ok(JobOutcome::Printed(name)) => {
            let text = model.words.format("paper-printed", &[("what", name.into())]);
            results::show_toast(model, Sentence { text, hint: None }, ToastKind::Good);
        }
        Ok(JobOutcome::Restored(kept, shop)) => {
            let kept = [("file", kept.display().to_string().into())];
            let said = model.words.message("restore-done", &kept);
            return another(model, *shop, said);
        }
        Ok(JobOutcome::Stopped) => results::remark(model, "store-stopped"),
        Err(said) => match running {
            // A paper is begun from a page, which is still there.
            Some(mut running)
                if model.overlays.is_empty()
                    || running.sheet.purpose.is_paper() && model.form().is_none() =>
            {
                running.sheet.form.refuse(FieldId::File, said);
                model.overlays.push(Overlay::Form(running.sheet));
            }
            Some(_) | None => results::show_toast(model, said, ToastKind::Bad),
        },
    }
    Vec::new()
}

/// Replaces the shop that is shown by another: nothing of the old one is shown any more.
pub(super) fn another(model: &mut Model, shop: Shop, said: Sentence) -> Vec<Effect> {
    let words = Localizer::new(model.words.language(), shop.currency).veiled(model.words.veil());
    let (keys, reading) = (std::mem::take(&mut model.keys), model.generation);
    let print = model.print.take();
    *model = Model {
        keys,
        print,
        generation: reading,
        ..Model::new(words, shop, model.today, model.look, model.size)
    };
    results::show_toast(model, said, ToastKind::Plain);
    refresh(model)
}
