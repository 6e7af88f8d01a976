//! What goes on beside the screens: how far a job is, what came of it; and the sample shop.

use super::{Effect, refresh, telling};
use crate::app::Progress;
use crate::domain::shop::Shop;
use crate::tui::job::Outcome;
use crate::tui::model::{Model, Mood, Overlay};
use crate::words::{Sentence, Words};

/// A job tells how far it is.
pub(super) fn goes_on(model: &mut Model, progress: Progress) -> Vec<Effect> {
    if let Some(running) = &mut model.job {
        running.progress = Some(progress);
    }
    Vec::new()
}

/// A job is over. One that could not be done gives its form back, with what is wrong.
pub(super) fn ended(model: &mut Model, ended: Result<Outcome, Sentence>) -> Vec<Effect> {
    let running = model.job.take();
    match ended {
        Ok(Outcome::Imported(done)) => return telling::done(model, done),
        Ok(Outcome::Tried(would)) => {
            let words = &model.words;
            let (text, hint) = (words.done(&would), Some(words.say("import-dry-run")));
            telling::say(model, Sentence { text, hint }, Mood::Plain);
            // The form comes back, to read in for good what was looked at.
            if let Some(running) = running.filter(|_| model.overlays.is_empty()) {
                model.overlays.push(Overlay::Form(running.sheet));
            }
        }
        // Whoever fills a form in meanwhile is not led away from it.
        Ok(Outcome::Sampled(file)) if model.overlays.is_empty() => {
            return vec![Effect::Sample(Some(file))];
        }
        Ok(Outcome::Written(file) | Outcome::Sampled(file)) => {
            let file = file.display().to_string();
            let text = model.words.tell("file-written", &[("file", file.into())]);
            telling::say(model, Sentence { text, hint: None }, Mood::Good);
        }
        Ok(Outcome::Restored(kept, shop)) => {
            let kept = [("file", kept.display().to_string().into())];
            let said = model.words.sentence("restore-done", &kept);
            return another(model, *shop, said);
        }
        Ok(Outcome::Stopped) => telling::remark(model, "store-stopped"),
        Err(said) => match running {
            Some(mut running) if model.overlays.is_empty() => {
                running.sheet.form.refuse(0, said);
                model.overlays.push(Overlay::Form(running.sheet));
            }
            Some(_) | None => telling::say(model, said, Mood::Bad),
        },
    }
    Vec::new()
}

/// Another shop stands in the place of the notebook: nothing of the old one is shown any more.
pub(super) fn another(model: &mut Model, shop: Shop, said: Sentence) -> Vec<Effect> {
    let words = Words::new(model.words.language(), shop.currency).veiled(model.words.veil());
    let (keys, reading) = (std::mem::take(&mut model.keys), model.reading);
    *model =
        Model { keys, reading, ..Model::new(words, shop, model.today, model.look, model.size) };
    telling::say(model, said, Mood::Plain);
    refresh(model)
}
