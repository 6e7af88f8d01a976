//! The last message, or the progress of a job, over the lowest rows of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::Sentence;
use crate::tui::job::Job;
use crate::tui::model::{Model, RunningJob, ToastKind};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::clear;

/// Maximum number of rows of the toast.
const MOST: usize = 4;

/// Draws the toast, if there is one.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let goes_on = || model.job.as_ref().map(|running| (goes_on(model, running), ToastKind::Plain));
    let toast = || model.toast.as_ref().map(|toast| (toast.said.clone(), toast.mood));
    let waits = model.is_lock_wait_shown().then(|| model.words.message("lock-wait", &[]));
    let waits = waits.map(|said| (said, ToastKind::Plain));
    let Some((said, mood)) = waits.or_else(toast).or_else(goes_on) else { return };
    let body = body.intersection(buffer.area);
    if body.width < 6 || body.is_empty() {
        return;
    }
    let tone = tone(mood);
    let bar = model.look.style(tone);
    let room = body.width - 3;
    let mut lines: Vec<(String, Tone)> =
        cells::wrap(&said.text, room).into_iter().map(|line| (line, tone)).collect();
    let hint = said.hint.as_deref().unwrap_or_default();
    lines.extend(cells::wrap(hint, room).into_iter().map(|line| (line, Tone::Plain)));
    lines.truncate(MOST.min(usize::from(body.height)));
    let height = u16::try_from(lines.len()).unwrap_or(0);
    let area = Rect { y: body.bottom() - height, height, ..body };
    clear(area, buffer);
    for (y, (line, tone)) in (area.y..).zip(&lines) {
        cells::write(buffer, (area.x, y), 1, model.look.glyphs.bar, bar);
        cells::write(buffer, (area.x + 2, y), room, line, model.look.style(*tone));
    }
}

/// Returns the progress of a job, and the way to stop it.
fn goes_on(model: &Model, running: &RunningJob) -> Sentence {
    let words = &model.words;
    let doing = match running.job {
        Job::Import(..) => "job-import",
        Job::Export(..) => "job-export",
        Job::Backup(_) => "job-backup",
        Job::Restore(_) => "job-restore",
        Job::Demo(..) => "job-demo",
        Job::Paper(_) => "job-paper",
    };
    let file = running.job.file().display().to_string();
    let far = running.progress.map(|progress| words.progress(progress)).unwrap_or_default();
    words.message(doing, &[("file", file.into()), ("far", far.into())])
}

fn tone(mood: ToastKind) -> Tone {
    match mood {
        ToastKind::Good => Tone::Good,
        ToastKind::Plain => Tone::Title,
        ToastKind::Bad => Tone::Wrong,
    }
}
