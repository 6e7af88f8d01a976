//! What the jars teach: learned beside the screens, a few customers at a time.

use super::Effect;
use crate::tui::msg::Question;

/// A page was learned: the next one follows when whatever else was asked has been answered. What it
/// changed is seen as any other change in the file is.
pub(super) fn go_on(more: bool) -> Vec<Effect> {
    more.then_some(Effect::AskLater(Question::Learn)).into_iter().collect()
}
