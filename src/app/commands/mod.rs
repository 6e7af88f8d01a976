//! Every [`Command`] becomes rows here: one file for each noun.

mod agreement;
mod batch;
mod complaint;
mod contact;
mod container;
mod customer;
mod day_close;
mod delivery;
mod follow_up;
mod import;
mod jar;
mod price;
mod product;
mod promise;
mod reminder;
mod shop;
mod skip;
mod tab;
mod ticket;
mod undo;

pub(super) use agreement::ensure_kept;
pub(super) use container::ensure_containers;
pub(super) use day_close::ensure_days_stay_closed;
pub(super) use tab::entry;
pub(super) use ticket::ensure_enough;

use super::{Result, SideNote};
use crate::domain::action::ActionDetail;
use crate::domain::birthday::Birthday;
use crate::domain::customer::CustomerPatch;
use crate::domain::id::ActionId;
use crate::domain::progress::ProgressFn;
use crate::domain::refusal::Refusal;
use crate::domain::tab::Entry;
use crate::domain::{Command, Day};
use crate::store::Tx;

/// The change made by a command, for the journal, and further notes for the user.
pub(super) type CommandOutcome = (ActionDetail, Vec<SideNote>);

/// Writes the rows of a command. The caller refreshes the derived data.
pub(super) fn write_rows(
    tx: &Tx,
    action: ActionId,
    command: &Command,
    (today, watch): (Day, ProgressFn<'_>),
) -> Result<CommandOutcome> {
    match command.normalized()?.as_ref() {
        Command::SetShop(settings) => shop::set(tx, settings, today),

        Command::AddCustomer { patch, opening, on } => {
            born_by(today, patch)?;
            customer::add(tx, patch, *opening, *on)
        }
        Command::EditCustomer { customer, patch, opening, on } => {
            born_by(today, patch)?;
            customer::edit(tx, *customer, patch, *opening, *on)
        }
        Command::LeaveCustomer { customer, on, reason } => {
            customer::leave(tx, *customer, *on, reason)
        }
        Command::ReturnCustomer { customer } => customer::come_back(tx, *customer),
        Command::AwayCustomer { customer, away } => customer::away(tx, *customer, away),
        Command::ChangeHousehold { customer, change } => {
            customer::change_household(tx, *customer, change)
        }

        Command::AddProduct { patch, stock, on } => product::add(tx, patch, *stock, *on),
        Command::EditProduct { product, patch } => product::edit(tx, *product, patch, today),
        Command::RetireProduct { product, on } => product::retire(tx, *product, *on, today),
        Command::RestoreProduct { product } => product::restore(tx, *product),
        Command::OrderStock { product, quantity, arrives_on } => {
            product::order(tx, *product, *quantity, *arrives_on)
        }
        Command::ReceiveStock { product, quantity, cost, on } => {
            product::receive(tx, *product, *quantity, *cost, *on)
        }
        Command::CountStock { product, quantity, on } => {
            product::count(tx, *product, *quantity, *on)
        }

        Command::SetPrice(price) => price::set(tx, price),
        Command::RemovePrice { price } => price::remove(tx, *price),

        Command::SetJar { customer, product, patch } => {
            jar::set(tx, (*customer, *product), patch, today)
        }
        Command::ReadJar { customer, product, level, on } => {
            jar::read(tx, (*customer, *product), *level, *on, today)
        }

        Command::PlanDelivery(plan) => delivery::plan(tx, plan, today),
        Command::PlanProposed(plans) => delivery::plan_proposed(tx, plans, today),
        Command::Deliver(door) => delivery::complete(tx, door, today),
        Command::MissDelivery { delivery, on, reason, next } => {
            delivery::miss(tx, *delivery, *on, reason, *next, today)
        }
        Command::CancelDelivery { delivery, on, reason, again } => {
            delivery::cancel(tx, *delivery, (*on, today), reason, *again)
        }
        Command::ReturnGoods(new) => delivery::give_back(tx, new, today),
        Command::EditDelivery(edit) => delivery::edit(tx, edit, today),
        Command::MoveDelivery { delivery, to } => delivery::move_to(tx, *delivery, *to, today),
        Command::MoveFromDaysOff => delivery::move_from_days_off(tx, today),

        Command::AddEntry { customer, kind, amount, on, method, note, over, details } => {
            let entry = tab::entry(*customer, *kind, *amount, *on);
            let (method, note) = (method.clone(), note.clone());
            let (reference, corrects) = (details.reference.clone(), details.corrects);
            let entry = Entry { method, note, reference, corrects, ..entry };
            tab::add(tx, entry, (*over, details.repeated), today)
        }

        Command::MoveEntry(wrong) => tab::move_entry(tx, wrong, today),

        Command::SellTickets(new) => ticket::sell(tx, new, today),
        Command::RefundTickets(refund) => ticket::refund(tx, refund, today),

        Command::AddFollowUp { customer, text, on, repeat } => {
            follow_up::add(tx, *customer, text, *on, *repeat)
        }
        Command::FinishFollowUp { follow_up, on, outcome } => {
            follow_up::finish(tx, follow_up, *on, outcome)
        }
        Command::SnoozeFollowUp { follow_up, to } => follow_up::snooze(tx, follow_up, *to, today),
        Command::DropFollowUp { follow_up, on } => follow_up::drop_it(tx, follow_up, *on),
        Command::AddContact(contact) => contact::add(tx, contact, today),

        Command::AddComplaint(new) => complaint::add(tx, new, today),
        Command::AnswerComplaint(answer) => complaint::answer(tx, answer, today),
        Command::SolveComplaint(solution) => complaint::solve(tx, solution, today),
        Command::CloseComplaint { complaint, on, satisfaction } => {
            complaint::close(tx, *complaint, (*on, today), *satisfaction)
        }
        Command::ReopenComplaint { complaint } => complaint::reopen(tx, *complaint, today),

        Command::CloseDay(new) => day_close::close(tx, new, today),

        Command::AddPromise(promise) => promise::add(tx, promise, today),
        Command::SendReminder(new) => reminder::send(tx, new, today),

        Command::AddContainer(patch) => container::add(tx, patch),
        Command::EditContainer { container, patch } => container::edit(tx, *container, patch),
        Command::MoveContainers(new) => container::change(tx, new, today),

        Command::AddSkip(new) => skip::add(tx, new, today),
        Command::RemoveSkip { skip } => skip::remove(tx, *skip),

        Command::Import(rows) => import::import(tx, action, rows, (today, watch)),
        Command::Batch(commands) => batch::perform(tx, action, commands, (today, watch)),

        Command::Undo(which) => undo::undo(tx, action, *which),
        Command::UndoBy(name) => undo::undo_by(tx, action, name),
        Command::Redo => undo::redo(tx, action),
    }
}

/// Refuses a birthday after today.
fn born_by(today: Day, patch: &CustomerPatch) -> Result<()> {
    let born = patch.birthday.flatten().and_then(Birthday::known_day);
    born.map_or(Ok(()), |day| not_in_the_future(day, today))
}

/// Refuses a day after today for something that has happened.
fn not_in_the_future(day: Day, today: Day) -> Result<()> {
    if day > today { Err(Refusal::InTheFuture { day }.into()) } else { Ok(()) }
}
