//! The forms: what each asks for, and the command that its fields become.
//!
//! A form is state of the model ([`Form`]); its kind ([`FormKind`]) opens it, reads its fields and builds
//! the command. `draw` draws every form alike.

mod below;
mod bring;
mod confirm;
mod contact;
pub(super) mod customer;
mod door;
pub(super) mod draw;
mod entry;
mod evening;
mod files;
mod filter;
mod follow_up;
mod household;
mod jar;
mod miss;
mod outcome;
mod pin;
mod product;
mod read;
mod remove;
mod rules;
mod snooze;
mod stock;

pub use below::Below;
pub use bring::Bring;
pub use confirm::Confirm;
pub use contact::ContactForm;
pub use customer::CustomerForm;
pub use door::DoorForm;
pub use entry::EntryForm;
pub use evening::Evening;
pub use files::Files;
pub use filter::FilterForm;
pub use follow_up::NewFollowUp;
pub use household::HouseholdForm;
pub use jar::JarForm;
pub use miss::Miss;
pub use outcome::OutcomeForm;
pub use pin::Pin;
pub use product::ProductForm;
pub use remove::Remove;
pub use rules::Rules;
pub use snooze::Snooze;
pub use stock::Stock;

use super::model::{Form, FormSheet, Mark, Model, Target};
use super::msg::Effect;
use crate::domain::Command;

/// What a form is for, and so what it becomes.
#[derive(Clone, PartialEq, Debug)]
pub enum FormKind {
    /// Goods were brought.
    Door(DoorForm),
    /// Money came in, or an entry of another kind.
    Entry(EntryForm),
    /// It is put off to another day.
    Snooze(Snooze),
    /// A follow-up was done.
    Outcome(OutcomeForm),
    /// Nobody was there.
    Miss(Miss),
    /// It is not wanted any more.
    Remove(Remove),
    /// Something was said.
    Contact(ContactForm),
    /// A customer is written down or changed.
    Customer(CustomerForm),
    /// People are away, or others, or leave.
    People(HouseholdForm),
    /// A jar is agreed.
    Jar(JarForm),
    /// A jar is used at a rate from now on.
    Pin(Pin),
    /// A delivery is planned by hand, or a jar looked into.
    Bring(Bring),
    /// Something is to be followed up.
    FollowUp(NewFollowUp),
    /// A product is written down or changed.
    Product(ProductForm),
    /// Rules of the shop are set.
    Rules(Rules),
    /// The store room was filled or counted.
    Stock(Stock),
    /// A file is read or written.
    Files(Files),
    /// Lines of the journal are chosen.
    Which(FilterForm),
    /// Something is to be done for good.
    Confirm(Confirm),
}

impl FormKind {
    /// The evening that the form is a step of.
    pub fn evening(&self) -> Option<&Evening> {
        match self {
            Self::Door(door) => door.evening.as_ref(),
            Self::Product(_) | Self::Rules(_) | Self::Remove(_) | Self::Pin(_) => None,
            Self::Confirm(_) | Self::Which(_) => None,
            Self::Entry(_) | Self::Snooze(_) | Self::Outcome(_) | Self::Miss(_) => None,
            Self::Contact(_) | Self::Customer(_) | Self::People(_) | Self::Jar(_) => None,
            Self::Bring(_) | Self::FollowUp(_) | Self::Stock(_) | Self::Files(_) => None,
        }
    }

    /// The same for what another row is about; `None` if it cannot be done with that, or not with several.
    pub fn for_another(&self, mark: &Mark) -> Option<Self> {
        match self {
            Self::Contact(_) => Some(Self::Contact(ContactForm::with(mark.customer()))),
            Self::FollowUp(_) => Some(Self::FollowUp(NewFollowUp::of(mark.customer()))),
            Self::Snooze(_) => Snooze::of(mark).map(Self::Snooze),
            Self::Outcome(_) => OutcomeForm::of(mark).map(Self::Outcome),
            Self::Remove(_) => Remove::of(mark).map(Self::Remove),
            Self::Door(_) | Self::Entry(_) | Self::Miss(_) | Self::Customer(_) => None,
            Self::People(_) | Self::Jar(_) | Self::Bring(_) | Self::Product(_) => None,
            Self::Rules(_) | Self::Stock(_) | Self::Files(_) | Self::Pin(_) => None,
            Self::Which(_) | Self::Confirm(_) => None,
        }
    }

    /// The command that the form asks for; `None` if a field is wrong, which then says so, or if it
    /// asks for something else.
    fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        match self {
            Self::Door(door) => door.command(model, form),
            Self::Entry(entry) => entry.command(model, form),
            Self::Snooze(snooze) => snooze.command(model, form),
            Self::Product(product) => product.command(model, form),
            Self::Rules(rules) => rules.command(model, form),
            Self::Stock(stock) => stock.command(model, form),
            Self::Outcome(outcome) => outcome.command(model, form),
            Self::Miss(miss) => miss.command(model, form),
            Self::Remove(remove) => Some(remove.command(model, form)),
            Self::Contact(contact) => contact.command(model, form),
            Self::Customer(customer) => customer.command(model, form),
            Self::People(people) => people.command(model, form),
            Self::Jar(jar) => jar.command(model, form),
            Self::Pin(pin) => pin.command(model, form),
            Self::Bring(bring) => bring.command(model, form),
            Self::FollowUp(follow_up) => follow_up.command(model, form),
            Self::Files(_) | Self::Confirm(_) | Self::Which(_) => None,
        }
    }
}

/// What a form asks for; `None` if a field is wrong, which then says so.
pub fn asks(model: &Model, sheet: &mut FormSheet) -> Option<Effect> {
    let FormSheet { purpose, also, form, .. } = sheet;
    form.forgive();
    if let FormKind::Files(files) = purpose {
        return files.job(model, form).map(Effect::Begin);
    }
    if let FormKind::Which(which) = purpose {
        return which.question(model, form).map(Effect::Ask);
    }
    if let FormKind::Confirm(confirm) = purpose {
        return Some(Effect::Begin(confirm.job.clone()));
    }
    let first = purpose.command(model, form)?;
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

/// The form that `d` opens: at the door if there is something to bring, else what came of a
/// follow-up; `None` if there is neither.
pub fn done(model: &Model, subject: &Target) -> Option<FormSheet> {
    DoorForm::open(model, subject).or_else(|| OutcomeForm::open(model, subject))
}

/// A part of a form that can be clicked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormHit {
    /// A field.
    Field(usize),
    /// A part of the month or of the matches below the fields.
    Below(Below),
}
