//! `contact`: what was said and done with customers.

use super::args::contact::{Add, Contact as Verb};
use super::error::Result;
use super::{Cli, resolve};
use crate::domain::Command;
use crate::domain::contact::NewContact;

impl Cli<'_> {
    pub(super) fn contact(&mut self, verb: Verb) -> Result<()> {
        let Verb::Add(Add { who, channel, text, mood, promise, on }) = verb;
        let customer = resolve::customer(&self.app, &who)?.id;
        let on = self.past_day_or_today(on.as_ref())?;
        let promise = self.maybe_day(promise.as_ref())?;
        self.perform(&Command::AddContact(NewContact {
            customer,
            on,
            channel,
            text,
            mood,
            promise,
        }))
    }
}
