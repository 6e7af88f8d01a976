//! The form that closes a day: the money that was counted, next to what the entries of the day give.

use super::{FormKind, read};
use crate::domain::day_close::{NewDayClose, parse_denominations, total};
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::domain::{Command, Day, Money};
use crate::reports::DayReport;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// A day being closed.
#[derive(Clone, PartialEq, Debug)]
pub struct DayCloseForm {
    day: Day,
    /// The money that should be in the till.
    expected: Money,
}

impl DayCloseForm {
    /// Returns the form for a day.
    pub fn open(model: &Model, report: &DayReport) -> FormSheet {
        let words = &model.words;
        let expected = words.money(report.expected);
        let fields = vec![
            FormField::new(
                words.text("day-close-counted"),
                String::new(),
                words.format("day-close-expected", &[("amount", expected.into())]),
            )
            .id(FieldId::Amount)
            .about(Topic::Amount),
            FormField::new(
                words.text("day-close-denominations"),
                String::new(),
                words.text("day-close-denominations-aside"),
            )
            .id(FieldId::Denominations),
            FormField::new(
                words.text("day-close-reason"),
                String::new(),
                words.text("day-close-reason-aside"),
            )
            .id(FieldId::Reason)
            .of(rules::REASON),
        ];
        let charged = words.money(report.charged.0);
        let collected = words.money(report.collected.0);
        let args = [
            ("day", words.day(report.day).into()),
            ("charged", charged.into()),
            ("collected", collected.into()),
        ];
        let about = words.format("day-close-about", &args);
        let form = Form { title: words.text("day-close-title"), about, fields, at: 0 };
        let purpose = FormKind::DayClose(Self { day: report.day, expected: report.expected });
        FormSheet { purpose, form, also: Vec::new(), saving: false }
    }

    /// Returns the remarks beside the counted money, the difference from what is expected, and beside the notes and
    /// coins, their sum.
    pub(super) fn remarks(&self, model: &Model, form: &Form) -> Vec<(FieldId, String)> {
        let words = &model.words;
        let currency = model.shop.currency;
        let typed = form.text(FieldId::Amount);
        let sum = parse_denominations(form.text(FieldId::Denominations), currency)
            .ok()
            .filter(|counted| !counted.is_empty())
            .and_then(|counted| total(&counted));
        let sum_remark = match sum {
            None => words.text("day-close-denominations-aside"),
            Some(sum) => format!("= {}", words.money(sum)),
        };
        let counted = match typed {
            "" => sum,
            typed => currency.parse_at_least_zero(typed).ok(),
        };
        let expected = words.money(self.expected);
        let remark = match counted.map(|counted| counted - self.expected) {
            None => words.format("day-close-expected", &[("amount", expected.into())]),
            Some(difference) if difference.is_zero() => words.text("day-close-even"),
            Some(difference) => {
                let args =
                    [("amount", expected.into()), ("difference", words.money(difference).into())];
                words.format("day-close-difference", &args)
            }
        };
        vec![(FieldId::Amount, remark), (FieldId::Denominations, sum_remark)]
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let currency = model.shop.currency;
        let denominations = read::value(model, form, FieldId::Denominations, |text| {
            parse_denominations(text, currency)
        })?;
        let counted = match denominations.is_empty() {
            false => read::if_typed(model, form, FieldId::Amount, |text| {
                currency.parse_at_least_zero(text)
            })?,
            true => Some(read::value(model, form, FieldId::Amount, |text| {
                currency.parse_at_least_zero(text)
            })?),
        };
        let reason = form.text(FieldId::Reason).to_owned();
        Some(Command::CloseDay(NewDayClose { day: self.day, counted, denominations, reason }))
    }
}
