//! Formats complaints: their kind, and what is said of them.

use super::Localizer;
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
}
