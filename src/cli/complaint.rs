//! `complaint`: what customers complain of or ask for, and what is done about it.

use super::args::complaint::{Add, Answer, Close, Complaint as Verb, List, Promised, Solve, Which};
use super::error::Result;
use super::{Cli, page, resolve};
use crate::domain::complaint::{
    ComplaintAnswer, ComplaintSolution, NewComplaint, complaint_kinds, find_complaint_kind,
};
use crate::domain::id::{ComplaintId, DeliveryId};
use crate::domain::views::ComplaintRow;
use crate::domain::{Command, Money, Refusal};
use crate::exchange::{Cell, Column};

/// The columns of `complaint list`.
const COLUMNS: [Column; 11] = [
    Column::right("id"),
    Column::left("day"),
    Column::left("code"),
    Column::left("name"),
    Column::left("kind"),
    Column::left("product"),
    Column::left("text"),
    Column::left("stage"),
    Column::left("late"),
    Column::left("solve_by"),
    Column::left("owner"),
];

/// The further columns of `complaint show`.
const FURTHER: [Column; 8] = [
    Column::right("delivery"),
    Column::left("answered"),
    Column::left("solved"),
    Column::left("closed"),
    Column::left("cause"),
    Column::left("remedy"),
    Column::right("discount"),
    Column::right("satisfaction"),
];

/// The columns of `complaint show` for people.
const SHOWN: [Column; 2] = [Column::left("part"), Column::left("value")];

impl Cli<'_> {
    pub(super) fn complaint(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Add(add) => self.add_complaint(add),
            Verb::Answer(Answer { which, owner, on, promised: Promised { by, .. } }) => {
                let (on, promised_by) =
                    (self.past_day_or_today(on.as_ref())?, self.maybe_day(by.as_ref())?);
                let complaint = ComplaintId::new(which.id);
                self.perform(&Command::AnswerComplaint(ComplaintAnswer {
                    complaint,
                    on,
                    promised_by,
                    owner,
                }))
            }
            Verb::Solve(Solve { which, remedy, cause, discount, on }) => {
                let on = self.past_day_or_today(on.as_ref())?;
                let discount = self.price(discount.as_ref())?;
                self.perform(&Command::SolveComplaint(ComplaintSolution {
                    complaint: ComplaintId::new(which.id),
                    on,
                    remedy,
                    cause,
                    discount: discount.unwrap_or(Money::ZERO),
                }))
            }
            Verb::Close(Close { which, satisfaction, on }) => {
                let on = self.past_day_or_today(on.as_ref())?;
                let complaint = ComplaintId::new(which.id);
                self.perform(&Command::CloseComplaint { complaint, on, satisfaction })
            }
            Verb::Reopen(Which { id }) => {
                self.perform(&Command::ReopenComplaint { complaint: ComplaintId::new(id) })
            }
            Verb::List(list) => self.list_complaints(&list),
            Verb::Show(Which { id }) => self.show_complaint(ComplaintId::new(id)),
        }
    }

    fn add_complaint(&mut self, add: Add) -> Result<()> {
        let Add { who, text, kind, product, delivery, owner, on, promised } = add;
        let customer = resolve::customer(&self.app, &who)?.id;
        let product = product.map(|text| resolve::product(&self.app, &text)).transpose()?;
        let new = NewComplaint {
            customer,
            kind,
            text,
            product: product.map(|product| product.id),
            delivery: delivery.map(DeliveryId::new),
            on: self.past_day_or_today(on.as_ref())?,
            promised_by: self.maybe_day(promised.by.as_ref())?,
            owner,
        };
        self.perform(&Command::AddComplaint(new))
    }

    fn list_complaints(&mut self, list: &List) -> Result<()> {
        let (whose, days) = (self.whose(&list.whose)?, self.past_between(&list.days)?);
        let product = list.product.as_ref().map(|text| resolve::product(&self.app, text));
        let product = product.transpose()?.map(|product| product.id);
        let kind = match &list.kind {
            None => None,
            Some(typed) => {
                let kinds = complaint_kinds(&self.shop);
                let text = typed.clone();
                let unknown = || Refusal::UnknownComplaintKind { text, kinds };
                let found = find_complaint_kind(&self.shop, typed);
                Some(found.ok_or_else(unknown).map_err(crate::app::Error::from)?)
            }
        };
        let mut rows = self.app.complaints(None)?;
        rows.retain(|row| {
            let one = &row.complaint;
            whose.has(row.who.id)
                && days.has(Some(one.on))
                && (!list.open || one.is_unsolved())
                && kind.as_ref().is_none_or(|kind| *kind == one.kind)
                && (product.is_none() || one.product == product)
        });
        if list.open {
            rows.sort_by_key(|row| {
                let one = &row.complaint;
                (one.promised_by.is_none(), one.promised_by, one.id)
            });
        }
        let cells: Vec<Vec<Cell<'_>>> = rows.iter().map(|row| self.complaint_cells(row)).collect();
        self.say.list(&COLUMNS, cells)
    }

    fn show_complaint(&mut self, id: ComplaintId) -> Result<()> {
        let row = self.app.complaint(id)?;
        let mut cells = self.complaint_cells(&row);
        let one = &row.complaint;
        cells.extend([
            Cell::or_empty(one.delivery, |delivery| Cell::Int(delivery.number())),
            Cell::or_empty(one.answered_on, Cell::Day),
            Cell::or_empty(one.solved_on, Cell::Day),
            Cell::or_empty(one.closed_on, Cell::Day),
            Cell::text(&one.cause),
            Cell::text(&one.remedy),
            Cell::Money(one.discount, self.currency()),
            Cell::or_empty(one.satisfaction, |mood| Cell::Int(mood.number().into())),
        ]);
        let columns: Vec<Column> = COLUMNS.into_iter().chain(FURTHER).collect();
        if !self.say.is_for_people() {
            return self.say.list(&columns, std::iter::once(cells));
        }
        let words = self.words();
        let known = columns.iter().zip(cells).filter(|(_, cell)| !is_blank(cell));
        let rows = known.map(|(column, cell)| vec![Cell::text(words.heading(column.name)), cell]);
        self.say.list(&SHOWN, rows.collect::<Vec<_>>())
    }

    fn complaint_cells<'r>(&self, row: &'r ComplaintRow) -> Vec<Cell<'r>> {
        let one = &row.complaint;
        vec![
            Cell::Int(one.id.number()),
            Cell::Day(one.on),
            Cell::text(&row.who.code),
            Cell::text(&row.who.name),
            page::complaint_kind(&one.kind, &self.say),
            Cell::or_empty(row.product.as_deref(), Cell::text),
            Cell::text(&one.text),
            page::kind(one.stage, &self.say),
            Cell::Flag(one.is_late(self.app.today())),
            Cell::or_empty(one.promised_by, Cell::Day),
            Cell::text(&one.owner),
        ]
    }
}

/// Returns whether a cell says nothing.
fn is_blank(cell: &Cell<'_>) -> bool {
    *cell == Cell::Empty || *cell == Cell::text("")
}
