//! Formats complaints: their kind, and what is said of them.

use super::{Arg, Localizer};
use crate::domain::Day;
use crate::domain::complaint::complaint_kind_name;
use crate::domain::views::ComplaintRow;

impl Localizer {
    /// Returns the name of a kind of complaint.
    pub fn complaint_kind<'a>(&self, kind: &'a str) -> &'a str {
        complaint_kind_name(kind, self.language())
    }

    /// Returns a complaint in words: `quality, rice: weevils in the sack (solved: exchanged)`.
    pub fn complaint(&self, row: &ComplaintRow) -> String {
        let one = &row.complaint;
        let kind = self.complaint_kind(&one.kind).to_owned();
        let about: Vec<String> = std::iter::once(kind).chain(row.product.clone()).collect();
        let stage = self.label(one.stage);
        let state = match one.remedy.as_str() {
            _ if one.is_unsolved() => stage,
            remedy => self.format(
                "complaint-remedied",
                &[("stage", stage.into()), ("remedy", remedy.into())],
            ),
        };
        self.format(
            "complaint-in-words",
            &[
                ("about", self.list(&about).into()),
                ("text", one.text.as_str().into()),
                ("state", state.into()),
            ],
        )
    }

    /// Returns the words of the refusal of a kind that the shop does not have.
    pub(super) fn unknown_complaint_kind<'a>(
        &self,
        text: &'a str,
        kinds: &[String],
    ) -> Vec<(&'static str, Arg<'a>)> {
        let names: Vec<String> =
            kinds.iter().map(|kind| self.complaint_kind(kind).to_owned()).collect();
        vec![
            ("text", text.into()),
            ("kinds", self.list(&names).into()),
            ("list", names.join(", ").into()),
        ]
    }

    /// Returns the words of a refusal that is about a complaint.
    pub(super) fn about_complaint<'a>(
        &self,
        name: &'a str,
        complaint: i64,
        on: Option<Day>,
    ) -> Vec<(&'static str, Arg<'a>)> {
        vec![
            ("name", name.into()),
            ("id", complaint.to_string().into()),
            ("day", on.map(|day| self.day(day)).unwrap_or_default().into()),
        ]
    }
}
