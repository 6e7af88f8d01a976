//! What is wrong with a cell, a row or a table of a damaged notebook.

use super::{Localizer, Sentence};
use crate::app::{self, Damage, Finding, Loss, Problem, RowFate, StoreError};
use crate::domain::StableName;
use std::path::Path;

impl Localizer {
    /// The sentence for damage that a check or a rescue found.
    pub fn damage(&self, damage: &Damage) -> String {
        match damage {
            Damage::Cell { table, row, column, problem } => {
                let args = [
                    ("table", (*table).into()),
                    ("row", row.to_string().into()),
                    ("column", (*column).into()),
                    ("problem", self.problem(problem).into()),
                ];
                self.format("damage-cell", &args)
            }
            Damage::Rows { table, first, last } if first == last => {
                let args = [("table", (*table).into()), ("row", first.to_string().into())];
                self.format("damage-row", &args)
            }
            Damage::Rows { table, first, last } => {
                let args = [
                    ("table", (*table).into()),
                    ("first", first.to_string().into()),
                    ("last", last.to_string().into()),
                ];
                self.format("damage-rows", &args)
            }
            Damage::UnknownTable { table } => {
                self.format("damage-unknown-table", &[("table", table.into())])
            }
            Damage::UnknownColumn { table, column } => {
                let args = [("table", (*table).into()), ("column", column.into())];
                self.format("damage-unknown-column", &args)
            }
            Damage::Table { table } => self.format("damage-table", &[("table", (*table).into())]),
        }
    }

    fn problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::Missing => self.text("problem-missing"),
            Problem::Invalid { value, expected } => {
                let expected = self.text(&format!("expected-{}", expected.key()));
                let args = [("value", value.into()), ("expected", expected.into())];
                self.format("problem-invalid", &args)
            }
            Problem::Outdated => self.text("problem-outdated"),
            Problem::Contradiction => self.text("problem-contradiction"),
            Problem::Orphan { parent, number } => {
                let args = [("parent", (*parent).into()), ("number", number.to_string().into())];
                self.format("problem-orphan", &args)
            }
            Problem::Conflict => self.text("problem-conflict"),
            Problem::Unreadable => self.text("problem-unreadable"),
        }
    }

    /// The sentence for something that a rescue could not copy as it was.
    pub fn loss(&self, loss: &Loss) -> String {
        let damage = self.damage(&loss.damage);
        match &loss.fate {
            RowFate::Kept => self.format("loss-kept", &[("damage", damage.into())]),
            RowFate::Lost(content) if content.is_empty() => damage,
            RowFate::Lost(content) => {
                let args = [("damage", damage.into()), ("content", content.into())];
                self.format("loss-lost", &args)
            }
        }
    }

    /// That a notebook is damaged and was not copied, with a line for each finding.
    pub(super) fn unsound(&self, findings: &[Finding]) -> Sentence {
        let Sentence { text, hint } = self.message("store-unsound", &[]);
        Sentence { text: format!("{text}\n{}", self.findings(findings)), hint }
    }

    /// That a notebook which was copied does not add up, with a line for each finding.
    pub fn backup_unsound(&self, findings: &[Finding]) -> Sentence {
        let Sentence { text, hint } = self.message("backup-of-unsound", &[]);
        Sentence { text: format!("{text}\n{}", self.findings(findings)), hint }
    }

    fn findings(&self, findings: &[Finding]) -> String {
        let lines: Vec<String> = findings.iter().map(|finding| self.finding(finding)).collect();
        lines.join("\n")
    }

    /// Why a file is not restored. The file that is wrong is the backup, not the notebook.
    pub fn bad_backup(&self, file: &Path, error: &app::Error) -> Sentence {
        let name = || file.display().to_string().into();
        let mut key = "backup-unsound";
        let findings = match error {
            app::Error::Store(StoreError::Locked) => return self.message("restore-in-use", &[]),
            app::Error::Store(StoreError::Missing(missing)) if missing == file => {
                return self.message("input-missing", &[("path", name())]);
            }
            app::Error::Store(StoreError::Empty(empty)) if empty == file => {
                return self.message("backup-empty", &[("file", name())]);
            }
            app::Error::Store(StoreError::Damaged(said)) => {
                self.finding(&Finding::Damaged(said.clone()))
            }
            app::Error::Store(StoreError::Unsound(findings)) => {
                if findings.iter().all(Finding::is_of_derived_values) {
                    key = "backup-inconsistent";
                }
                self.findings(findings)
            }
            app::Error::Store(_) | app::Error::Refused(_) => return self.failed(error),
        };
        let Sentence { text, hint } = self.message(key, &[("file", name())]);
        Sentence { text: format!("{text}\n{findings}"), hint }
    }
}
