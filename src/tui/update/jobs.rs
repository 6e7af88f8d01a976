//! Background jobs: their progress and their outcome; and the sample shop.

use super::{Effect, refresh, results};
use crate::app::{Finding, Performed, Progress};
use crate::domain::shop::Shop;
use crate::i18n::{Localizer, Sentence};
use crate::tui::job::{Job, JobOutcome};
use crate::tui::model::{FieldId, FormSheet, Model, Overlay, RunningJob, TextSheet, ToastKind};

/// Records the progress of the job.
pub(super) fn goes_on(model: &mut Model, progress: Progress) -> Vec<Effect> {
    if let Some(running) = &mut model.job {
        (running.progress, running.waits) = (Some(progress), false);
    }
    Vec::new()
}

/// Records that the job waits for another program.
pub(super) fn waits(model: &mut Model) -> Vec<Effect> {
    if let Some(running) = &mut model.job {
        running.waits = true;
    }
    Vec::new()
}

/// Begins a job that no form asks for; one is enough at a time.
pub(super) fn begin(model: &mut Model, job: Job) -> Vec<Effect> {
    if is_busy(model) {
        return Vec::new();
    }
    // What was said before would hide how far the job is.
    model.toast = None;
    model.job = Some(RunningJob::new(job.clone(), None));
    vec![Effect::Begin(job)]
}

/// Returns whether a job is running, and says so if there is one.
pub(super) fn is_busy(model: &mut Model) -> bool {
    let busy = model.job.as_ref().map(|running| running.busy(&model.words));
    let is_busy = busy.is_some();
    if let Some(said) = busy {
        results::show_toast(model, said, ToastKind::Plain);
    }
    is_busy
}

/// Begins the job of a change that takes more than a moment. Its form makes room, and comes back if the
/// change cannot be done.
pub(super) fn moved_aside(model: &mut Model, job: Job) -> Vec<Effect> {
    if let Some(running) = &model.job {
        let said = running.busy(&model.words);
        return results::failed(model, said, None);
    }
    let saved = |overlay: &Overlay| matches!(overlay, Overlay::Form(sheet) if sheet.saving);
    let at = model.overlays.iter().position(saved);
    let sheet = match at.map(|at| model.overlays.remove(at)) {
        Some(Overlay::Form(sheet)) => Some(FormSheet { saving: false, ..sheet }),
        Some(_) | None => None,
    };
    model.toast = None;
    model.job = Some(RunningJob::new(job.clone(), sheet));
    vec![Effect::Begin(job)]
}

/// Takes in what a job has taken back, and why it went no further.
pub(super) fn undone(
    model: &mut Model,
    done: Vec<Performed>,
    refused: Option<Sentence>,
) -> Vec<Effect> {
    model.job = None;
    results::undone_to(model, done, refused)
}

/// A job is over. One that could not be done gives its form back, with what is wrong.
pub(super) fn ended(model: &mut Model, ended: Result<JobOutcome, Sentence>) -> Vec<Effect> {
    let running = model.job.take();
    match ended {
        Ok(JobOutcome::Imported(done)) => return results::done(model, done),
        Ok(JobOutcome::Performed(done)) => {
            let sheet = running.and_then(|running| running.sheet);
            return results::done_by(model, sheet, done);
        }
        Ok(JobOutcome::Checked(findings)) => checked(model, &findings),
        Ok(JobOutcome::Tried(would)) => {
            let words = &model.words;
            let (text, hint) = (words.done(&would), Some(words.text("import-dry-run")));
            results::show_toast(model, Sentence { text, hint }, ToastKind::Plain);
            // The form comes back, to read in for good what was looked at.
            let sheet = running.and_then(|running| running.sheet);
            if let Some(sheet) = sheet.filter(|_| model.overlays.is_empty()) {
                model.overlays.push(Overlay::Form(sheet));
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
        Ok(JobOutcome::Stopped) => {
            results::remark(model, "store-stopped");
            let is_change = |running: &RunningJob| matches!(running.job, Job::Perform(_));
            // Of a change, what was typed is still there; it lies below what was opened meanwhile.
            if let Some(sheet) = running.filter(is_change).and_then(|running| running.sheet) {
                model.overlays.insert(0, Overlay::Form(sheet));
            }
        }
        Err(said) => match running {
            Some(RunningJob { sheet: Some(mut sheet), job, .. }) => {
                // A form that was opened meanwhile stays on top. A paper is begun from a page, which is still there.
                let is_of_page = sheet.purpose.is_paper() && model.form().is_none();
                let is_covered = !model.overlays.is_empty() && !is_of_page;
                match job.file() {
                    _ if is_covered => results::show_toast(model, said, ToastKind::Bad),
                    Some(_) => sheet.form.refuse(FieldId::File, said),
                    None => sheet.form.refuse_about(None, said),
                }
                let place = if is_covered { 0 } else { model.overlays.len() };
                model.overlays.insert(place, Overlay::Form(sheet));
            }
            Some(_) | None => results::show_toast(model, said, ToastKind::Bad),
        },
    }
    Vec::new()
}

/// The check is over: it says that everything adds up, or lists what does not.
fn checked(model: &mut Model, findings: &[Finding]) {
    let words = &model.words;
    if findings.is_empty() {
        return results::show_toast(model, words.message("check-well", &[]), ToastKind::Good);
    }
    let count = words.format("check-unsound", &[("count", findings.len().into())]);
    let lines = findings.iter().map(|finding| words.finding(finding)).collect();
    let (title, parts) = (words.text("check-title"), vec![(count, lines)]);
    model.toast = None;
    // The check took a while: a form opened meanwhile stays on top of its result.
    model.overlays.insert(0, Overlay::Why(TextSheet::new(title, parts)));
}

/// Replaces the shop that is shown by another: nothing of the old one is shown any more.
pub(super) fn another(model: &mut Model, shop: Shop, said: Sentence) -> Vec<Effect> {
    let words = Localizer::new(model.words.language(), shop.currency).veiled(model.words.veil());
    let (keys, reading) = (std::mem::take(&mut model.keys), model.generation);
    let (print, reminders) = (model.print.take(), std::mem::take(&mut model.reminders));
    *model = Model {
        keys,
        print,
        reminders,
        generation: reading,
        ..Model::new(words, shop, model.today, model.look, model.size)
    };
    results::show_toast(model, said, ToastKind::Plain);
    refresh(model)
}
