//! The forms: the fields of each, and the command built from them.
//!
//! A form is state of the model ([`Form`]); its kind ([`FormKind`]) opens it, reads its fields and
//! builds the command. `draw` draws every form alike.

mod below;
mod bring;
mod complaint;
mod confirm;
mod contact;
mod container;
pub(super) mod customer;
mod day_close;
mod delivery;
mod door;
pub(super) mod draw;
mod entry;
mod entry_move;
mod evening;
mod files;
mod filter;
mod follow_up;
mod give_back;
mod household;
mod jar;
mod meaning;
mod miss;
mod outcome;
mod pin;
mod preview;
mod price;
mod product;
mod read;
mod reminder;
mod remove;
mod rules;
mod skip;
mod snooze;
mod statement;
mod stock;
mod ticket;
mod ticket_refund;

pub use below::Below;
pub use bring::Bring;
pub use complaint::ComplaintForm;
pub use confirm::Confirm;
pub use contact::ContactForm;
pub use container::ContainerForm;
pub use customer::CustomerForm;
pub use day_close::DayCloseForm;
pub use delivery::DeliveryForm;
pub use door::DoorForm;
pub use entry::EntryForm;
pub use entry_move::EntryMoveForm;
pub use evening::Evening;
pub use files::Files;
pub use filter::FilterForm;
pub use follow_up::NewFollowUp;
pub use give_back::GiveBack;
pub use household::HouseholdForm;
pub use jar::JarForm;
pub use miss::Miss;
pub use outcome::OutcomeForm;
pub use pin::Pin;
pub use preview::{fit_limit, show as preview, take_part};
pub use price::PriceForm;
pub use product::ProductForm;
pub use reminder::ReminderForm;
pub use remove::Remove;
pub use rules::Rules;
pub use skip::SkipForm;
pub use snooze::Snooze;
pub use statement::PaperForm;
pub use stock::Stock;
pub use ticket::TicketForm;
pub use ticket_refund::TicketRefundForm;

use super::model::{FieldId, Form, FormSheet, Mark, Model, Target};
use super::msg::Effect;
use crate::domain::Command;
use crate::i18n::Sentence;

/// The purpose of a form, which determines the command built from it.
#[derive(Clone, PartialEq, Debug)]
pub enum FormKind {
    /// A completed delivery.
    Door(DoorForm),
    /// A planned or completed delivery being edited.
    Delivery(DeliveryForm),
    /// A payment or another tab entry.
    Entry(EntryForm),
    /// An entry being corrected.
    EntryMove(EntryMoveForm),
    /// A day being closed.
    DayClose(DayCloseForm),
    /// A delivery or follow-up put off to another day.
    Snooze(Snooze),
    /// A completed follow-up.
    Outcome(OutcomeForm),
    /// A missed delivery.
    Miss(Miss),
    /// A cancelled delivery or a dropped follow-up.
    Remove(Remove),
    /// Goods that are not wanted for a while.
    Skip(SkipForm),
    /// A book of prepaid tickets being sold.
    Ticket(TicketForm),
    /// Prepaid tickets being refunded.
    TicketRefund(TicketRefundForm),
    /// Containers that are lent, returned, lost or counted.
    Container(ContainerForm),
    /// Goods that a customer gives back.
    GiveBack(GiveBack),
    /// A complaint being added, solved or closed.
    Complaint(ComplaintForm),
    /// A contact with a customer.
    Contact(ContactForm),
    /// A reminder of what is due.
    Reminder(ReminderForm),
    /// A customer being added or edited.
    Customer(CustomerForm),
    /// A change of a household: a time away, other people, or leaving.
    People(HouseholdForm),
    /// The agreement about a jar.
    Jar(JarForm),
    /// A fixed rate of use for a jar.
    Pin(Pin),
    /// A delivery planned by hand, or the level seen in a jar.
    Bring(Bring),
    /// A new follow-up.
    FollowUp(NewFollowUp),
    /// A product being added or edited.
    Product(ProductForm),
    /// A price being set.
    Price(PriceForm),
    /// The settings of the shop.
    Rules(Rules),
    /// Stock received, ordered or counted.
    Stock(Stock),
    /// A file to be read or written.
    Files(Files),
    /// A statement or a receipt.
    Paper(PaperForm),
    /// A filter of the journal or of the jars.
    Which(FilterForm),
    /// Confirmation of an action that undo cannot reverse, or that may surprise.
    Confirm(Confirm),
}

impl FormKind {
    /// Returns whether the form is the one at the door, as a step of the evening.
    pub fn is_evening_stop(&self) -> bool {
        matches!(self, Self::Door(door) if door.evening.is_some())
    }

    /// Returns whether the form is the one for a paper.
    pub const fn is_paper(&self) -> bool {
        matches!(self, Self::Paper(_))
    }

    /// Returns whether the form is the one for a product.
    pub const fn is_product(&self) -> bool {
        matches!(self, Self::Product(_))
    }

    /// Returns the evening that the form is a step of.
    pub fn evening(&self) -> Option<&Evening> {
        match self {
            Self::Door(door) => door.evening.as_ref(),
            Self::Miss(miss) => miss.evening.as_ref(),
            Self::Delivery(_) => None,
            Self::Product(_) | Self::Rules(_) | Self::Remove(_) | Self::Pin(_) => None,
            Self::Confirm(_) | Self::Which(_) | Self::Skip(_) => None,
            Self::Entry(_) | Self::DayClose(_) | Self::Snooze(_) | Self::Outcome(_) => None,
            Self::Contact(_) | Self::Customer(_) | Self::People(_) | Self::Jar(_) => None,
            Self::Bring(_) | Self::FollowUp(_) | Self::Stock(_) | Self::Files(_) => None,
            Self::Paper(_) | Self::Reminder(_) | Self::Ticket(_) => None,
            Self::Container(_) | Self::GiveBack(_) => None,
            Self::EntryMove(_) | Self::TicketRefund(_) | Self::Price(_) => None,
            Self::Complaint(_) => None,
        }
    }

    /// Returns the form's purpose for another marked row; `None` if it does not apply to that row,
    /// or not to several rows.
    pub fn for_another(&self, mark: &Mark) -> Option<Self> {
        match self {
            Self::Contact(_) => Some(Self::Contact(ContactForm::with(mark.customer()))),
            Self::FollowUp(_) => Some(Self::FollowUp(NewFollowUp::of(mark.customer()))),
            Self::Snooze(_) => Snooze::of(mark).map(Self::Snooze),
            Self::Outcome(_) => OutcomeForm::of(mark).map(Self::Outcome),
            Self::Remove(_) => Remove::of(mark).map(Self::Remove),
            Self::Skip(_) => SkipForm::of(mark).map(Self::Skip),
            Self::Door(_) | Self::Entry(_) | Self::Miss(_) | Self::Customer(_) => None,
            Self::People(_) | Self::Jar(_) | Self::Bring(_) | Self::Product(_) => None,
            Self::Rules(_) | Self::Stock(_) | Self::Files(_) | Self::Pin(_) => None,
            Self::Which(_) | Self::Confirm(_) | Self::Delivery(_) | Self::Paper(_) => None,
            Self::DayClose(_) | Self::Reminder(_) | Self::Ticket(_) => None,
            Self::Container(_) | Self::GiveBack(_) => None,
            Self::EntryMove(_) | Self::TicketRefund(_) | Self::Price(_) => None,
            Self::Complaint(_) => None,
        }
    }

    /// Returns the command of the form; `None` if a field is invalid, which then shows its error,
    /// or if the form leads to something other than a command.
    fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        match self {
            Self::Door(door) => door.command(model, form),
            Self::Delivery(delivery) => delivery.command(model, form),
            Self::Entry(entry) => entry.command(model, form),
            Self::EntryMove(wrong) => wrong.command(model, form),
            Self::DayClose(close) => close.command(model, form),
            Self::Snooze(snooze) => snooze.command(model, form),
            Self::Product(product) => product.command(model, form),
            Self::Price(price) => price.command(model, form),
            Self::Rules(rules) => rules.command(model, form),
            Self::Stock(stock) => stock.command(model, form),
            Self::Outcome(outcome) => outcome.command(model, form),
            Self::Miss(miss) => miss.command(model, form),
            Self::Remove(remove) => remove.command(model, form),
            Self::Skip(skip) => skip.command(model, form),
            Self::Ticket(ticket) => ticket.command(model, form),
            Self::TicketRefund(refund) => refund.command(model, form),
            Self::Container(containers) => containers.command(model, form),
            Self::GiveBack(goods) => goods.command(model, form),
            Self::Complaint(complaint) => complaint.command(model, form),
            Self::Contact(contact) => contact.command(model, form),
            Self::Reminder(reminder) => reminder.command(model, form),
            Self::Customer(customer) => customer.command(model, form),
            Self::People(people) => people.command(model, form),
            Self::Jar(jar) => jar.command(model, form),
            Self::Pin(pin) => pin.command(model, form),
            Self::Bring(bring) => bring.command(model, form),
            Self::FollowUp(follow_up) => follow_up.command(model, form),
            Self::Files(_) | Self::Paper(_) | Self::Confirm(_) | Self::Which(_) => None,
        }
    }
}

/// Returns the effect of submitting a form; `None` if a field is invalid, which then shows its
/// error.
pub fn asks(model: &Model, sheet: &mut FormSheet) -> Option<Effect> {
    let over_limit = preview::over_limit(model, sheet);
    let FormSheet { purpose, also, form, .. } = sheet;
    // Whoever saves once more has read it.
    let is_told = |(field, said): &(FieldId, Sentence)| {
        form.field(*field).is_some_and(|field| field.wrong.as_ref() == Some(said))
    };
    let over_limit = over_limit.filter(|warning| !is_told(warning));
    form.forgive();
    if let FormKind::Files(files) = purpose {
        return files.job(model, form).map(Effect::Begin);
    }
    if let FormKind::Paper(paper) = purpose {
        return paper.job(model, form).map(Effect::Begin);
    }
    if let FormKind::Which(which) = purpose {
        return which.question(model, form).map(Effect::Ask);
    }
    let first = purpose.command(model, form)?;
    if let Some((field, warning)) = over_limit {
        form.refuse(field, warning);
        if let FormKind::Door(_) = purpose {
            DoorForm::ask_for_reason(model, form);
        }
        return None;
    }
    let command = match also.as_slice() {
        [] => first,
        also => {
            let others = also.iter().map(|one| one.command(model, form));
            let all = std::iter::once(Some(first)).chain(others).collect::<Option<_>>()?;
            Command::Batch(all)
        }
    };
    Some(Effect::Perform(Box::new(command)))
}

/// Returns the form that `d` opens: the visit if there are goods to bring, otherwise the solution or the close of a
/// complaint, or the outcome of a follow-up; `None` if there is none of them.
pub fn done(model: &Model, subject: &Target) -> Option<FormSheet> {
    DoorForm::open(model, subject)
        .or_else(|| ComplaintForm::done(model, subject))
        .or_else(|| OutcomeForm::open(model, subject))
}

/// Returns the form that `x` opens: for a promised delivery its removal, for a proposed one a skip;
/// `None` if there is neither.
pub fn removed(model: &Model, subject: &Target) -> Option<FormSheet> {
    Remove::open(model, subject).or_else(|| SkipForm::open(model, subject))
}

/// A part of a form that can be clicked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormHit {
    /// A field.
    Field(usize),
    /// A part of the month or of the matches below the fields.
    Below(Below),
}
