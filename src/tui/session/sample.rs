//! A sample shop that is shown in the place of the notebook.

use std::path::Path;

use super::super::msg::Msg;
use super::Session;
use super::turn::TurnLimit;
use crate::app::{self, App, Clock};
use crate::domain::shop::Shop;

impl<C: Fn() -> Clock> Session<C> {
    pub(super) fn show_sample(&mut self, file: Option<&Path>) -> Msg {
        let shown = self.open_sample(file);
        let words = &self.model.words;
        let said = match file.map(|file| file.display().to_string()) {
            None => words.message("sample-shown", &[]),
            Some(file) => words.message("demo-shown", &[("file", file.into())]),
        };
        let shown = shown.map(|shop| Msg::Another(Box::new(shop), said));
        shown.unwrap_or_else(|error| Msg::Failed(words.failed(&error), None))
    }

    fn open_sample(&mut self, file: Option<&Path>) -> app::Result<Shop> {
        let clock = (self.clock)();
        let (mut app, folder) = match file {
            Some(file) => (App::open(file, clock)?, None),
            None => {
                let (app, folder) = app::sample(clock, self.model.words.language())?;
                (app, Some(folder))
            }
        };
        app.changed_elsewhere()?;
        let (shop, beside) = (app.shop()?, app.reader()?);
        self.turn = TurnLimit::of(&mut app)?;
        self.discard_queries();
        (self.app, self.replaced_shop, self.sample) = (app, Some(beside), folder);
        Ok(shop)
    }
}
