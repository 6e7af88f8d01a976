//! `reminder`: whom to remind of what is due, and the messages that were sent.

use super::args::reminder::{List, Reminder as Verb, Send, Templates};
use super::error::{Error, Result};
use super::{Cli, resolve};
use crate::domain::customer::{Channel, Customer};
use crate::domain::refusal::Refusal;
use crate::domain::reminder::NewReminder;
use crate::domain::text::sanitize_for_terminal;
use crate::domain::{Command, Currency, Day, StableName};
use crate::exchange::{Cell, Column, HAND_OVER_LIMIT, JsonObject, ReminderTemplates, hand_over};
use crate::i18n::ReminderWriter;
use crate::reports::Reminder;
use crate::reports::reminder::check_channel;
use std::io::Write;

/// The columns of `reminder list`, which are the keys of the JSON that a command gets.
const COLUMNS: [Column; 12] = [
    Column::left("area"),
    Column::left("address"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("channel"),
    Column::left("phone"),
    Column::left("email"),
    Column::left("step"),
    Column::right("amount"),
    Column::left("due_on"),
    Column::right("late_days"),
    Column::left("message"),
];

/// A reminder with its channel and its message.
struct Written {
    reminder: Reminder,
    channel: Channel,
    message: String,
}

impl Cli<'_> {
    pub(super) fn reminder(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::List(list) => self.list_reminders(&list),
            Verb::Send(send) => self.send_reminders(&send),
        }
    }

    fn list_reminders(&mut self, List { day, templates, whose }: &List) -> Result<()> {
        let (day, whose) = (self.day_or_today(day.as_ref())?, self.whose(whose)?);
        let writer = self.reminder_writer(templates, day);
        let mut reminders = self.app.reminders(day)?;
        reminders.retain(|reminder| whose.has(reminder.customer.id));
        let written = reminders.into_iter().map(|reminder| {
            let channel = reminder.usual_channel();
            write(&writer, reminder, channel)
        });
        let written = written.collect::<Result<Vec<_>>>()?;
        let currency = self.currency();
        self.say.list(&COLUMNS, written.iter().map(|one| cells(one, day, currency)))?;
        if self.shop.reminders.is_empty() && self.say.is_for_people() {
            let hint = self.words().text("reminders-not-set");
            self.say.line(&hint)?;
        }
        Ok(())
    }

    fn send_reminders(&mut self, send: &Send) -> Result<()> {
        let today = self.app.today();
        let reminders = match &send.who {
            Some(who) => vec![self.reminder_of(&resolve::customer(&self.app, who)?)?],
            None => self.app.reminders(today)?,
        };
        let writer = self.reminder_writer(&send.templates, today);
        let (mut written, mut left_out) = (Vec::new(), 0_u32);
        for reminder in reminders {
            let channel = send.via.unwrap_or_else(|| reminder.usual_channel());
            if send.all && check_channel(&reminder.customer, channel).is_err() {
                left_out += 1;
                continue;
            }
            written.push(write(&writer, reminder, channel)?);
        }
        match send.command {
            true => self.hand_over_all(&written)?,
            false => self.print_all(&written)?,
        }
        if left_out > 0 {
            let args = [("count", left_out.into())];
            super::eprint_line(&self.words().format("reminders-left-out", &args));
        }
        Ok(())
    }

    fn reminder_of(&self, customer: &Customer) -> Result<Reminder> {
        let missing = || Refusal::NoReminderDue { name: customer.name.clone() };
        Ok(self.app.reminder_for(customer.id)?.ok_or_else(missing)?)
    }

    /// Prints the messages and records all of them as sent, in one step.
    fn print_all(&mut self, written: &[Written]) -> Result<()> {
        let commands: Vec<Command> = written.iter().map(command).collect::<Result<_>>()?;
        let today = self.app.today();
        // What is refused is refused before anything is printed.
        let done = match commands.as_slice() {
            [] => None,
            [one] => Some(self.app.perform(one)?),
            _ => Some(self.app.perform(&Command::Batch(commands))?),
        };
        let currency = self.currency();
        if self.say.is_for_people() {
            for Written { reminder, channel, message } in written {
                let words = self.words();
                let who = words.who(&reminder.customer);
                let contact = [words.label(*channel), address(&reminder.customer, *channel)];
                let heading = format!("{who}  {}", contact.join("  "));
                self.say.line(sanitize_for_terminal(heading.trim_end()).as_ref())?;
                self.say.line(sanitize_for_terminal(message).as_ref())?;
                self.say.line("")?;
            }
        } else {
            self.say.list(&COLUMNS, written.iter().map(|one| cells(one, today, currency)))?;
        }
        match done {
            Some(done) if self.say.is_for_people() => self.performed(&done),
            Some(_) => Ok(self.say.output().flush()?),
            None => {
                let nobody = self.words().text("reminders-nobody");
                super::eprint_line(&nobody);
                Ok(())
            }
        }
    }

    /// Hands each message to the command of the configuration, and records it as sent when the command has taken it.
    fn hand_over_all(&mut self, written: &[Written]) -> Result<()> {
        let Some(program) = self.reminders.command.clone() else {
            return Err(Error::Usage("reminders-no-command", String::new()));
        };
        let (today, currency) = (self.app.today(), self.currency());
        let mut failed = 0_u32;
        for one in written {
            let command = command(one)?;
            let object = JsonObject::of_row(&COLUMNS, cells(one, today, currency))
                .with("currency", Cell::text(currency.code()));
            match hand_over(&program, &object.line()?, HAND_OVER_LIMIT) {
                Ok(()) => self.perform(&command)?,
                Err(error) => {
                    failed += 1;
                    let words = self.words();
                    let reason = words.hand_over_error(&error);
                    let who = words.who(&one.reminder.customer);
                    let args = [("who", who.into()), ("reason", reason.into())];
                    super::eprint_line(&words.format("reminder-not-sent", &args));
                }
            }
        }
        match failed {
            0 => Ok(()),
            count => Err(Error::NotSent(count)),
        }
    }

    fn reminder_writer(&self, typed: &Templates, day: Day) -> ReminderWriter {
        let folder = typed.templates.clone().or_else(|| self.reminders.templates.clone());
        let day = (day, self.words().language());
        ReminderWriter::new(&self.shop, day, ReminderTemplates { folder })
    }
}

fn write(writer: &ReminderWriter, reminder: Reminder, channel: Channel) -> Result<Written> {
    let message = writer.message(&reminder)?;
    Ok(Written { message, channel, reminder })
}

/// Returns the command that records a reminder as sent, once its message is known to be one that can be kept.
fn command(Written { reminder, channel, message }: &Written) -> Result<Command> {
    let (customer, step_day) = (reminder.customer.id, reminder.due.day());
    let new = NewReminder { customer, step_day, channel: *channel, message: message.clone() };
    Ok(Command::SendReminder(new).normalized()?.into_owned())
}

/// Returns the number or the address that a channel needs.
fn address(customer: &Customer, channel: Channel) -> String {
    match channel {
        Channel::Visit => customer.full_address(),
        Channel::Phone | Channel::Message => customer.phones.first().cloned().unwrap_or_default(),
        Channel::Email => customer.email.clone(),
    }
}

fn cells(written: &Written, day: Day, currency: Currency) -> Vec<Cell<'_>> {
    let Written { reminder: Reminder { customer, due, .. }, channel, message } = written;
    vec![
        Cell::text(&customer.area),
        Cell::text(&customer.address),
        Cell::text(&customer.code),
        Cell::text(&customer.name),
        Cell::name("channel", channel.key()),
        Cell::text(customer.phones.first().map_or("", String::as_str)),
        Cell::text(&customer.email),
        Cell::text(&due.step.name),
        Cell::Money(due.amount, currency),
        Cell::Day(due.due_on),
        Cell::Int(due.late_days(day)),
        Cell::text(message),
    ]
}
