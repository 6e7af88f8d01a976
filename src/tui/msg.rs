//! What goes in and out of [`super::update`]: what happened, and what is to be done about it.

use super::input::Mouse;
use super::keymap::{Intent, Reach};
use super::model::{CustomersWindow, Found, Sought};
use crate::app::Done;
use crate::domain::action::{Action, Change};
use crate::domain::customer::Customer;
use crate::domain::id::{ActionId, CustomerId, ProductId};
use crate::domain::rows::CustomerRow;
use crate::domain::shop::Shop;
use crate::domain::tab::Statement;
use crate::domain::{Command, Day};
use crate::reports::round::Stop;
use crate::reports::{self, CustomerPage, Insights, OwingReport, Round, Shelf, Week, Why};
use crate::words::Sentence;

/// Something that happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Msg {
    /// A key asks for this.
    Act(Intent),
    /// A text was typed or pasted into the field that has the focus.
    Type(String),
    /// The mouse was used.
    Mouse(Mouse),
    /// The window has another size.
    Resize(u16, u16),
    /// A second passed while something was shown for a while.
    Second,
    /// The day that counts as today has changed.
    DayTurned(Day),
    /// Another process has changed the shop.
    ChangedElsewhere,
    /// A command was performed.
    Done(Done),
    /// A command was refused, or a question could not be answered.
    Failed(Sentence),
    /// Some things were taken back, and then one was perhaps refused.
    UndoneTo(Vec<Done>, Option<Sentence>),
    /// This text is on its way to the clipboard.
    Copied(String),
    /// A question was answered.
    Answered(Box<Answer>),
}

/// Something to be done outside of the model.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Change the shop.
    Perform(Box<Command>),
    /// Take back everything down to this line of the journal, as far as that goes.
    UndoTo(ActionId),
    /// Read from the shop.
    Ask(Question),
    /// Read from the shop once the screen shows what is known so far.
    AskLater(Question),
    /// Copy this text to the clipboard.
    Copy(String),
}

/// Something to be read.
#[derive(Clone, PartialEq, Debug)]
pub enum Question {
    /// The shop and its rules.
    Shop,
    /// The morning list.
    Morning,
    /// The list of another day.
    MorningOf(Day),
    /// The beginning of the morning list: more rows than a screen has.
    MorningBegins,
    /// A part of the list of customers.
    Customers {
        /// What their list is narrowed down to.
        query: String,
        /// Which part.
        page: CustomersWindow,
        /// How many rows; one more is read, to tell whether the list goes on.
        most: usize,
    },
    /// How many customers there are.
    CustomerCount,
    /// The round of a day, with what is proposed for it.
    Round(Day),
    /// The week of a day.
    Week(Day),
    /// Everything that is open to be followed up.
    FollowUps,
    /// The notebook page of a customer.
    Page(CustomerId),
    /// A customer's telephone number or address.
    Reach(CustomerId, Reach),
    /// Why a customer's jar of a product (or each of their jars) is forecast as it is.
    Why(CustomerId, Option<ProductId>),
    /// The customers or products that a text finds, for a field.
    Find(Sought, String),
    /// Who owes.
    Tabs,
    /// The store room.
    Products,
    /// How the shop is doing.
    Insights,
    /// A customer's tab, entry by entry.
    Statement(CustomerId),
    /// The newest lines of the journal before one (or of all), no more than so many.
    Journal(Option<ActionId>, usize),
    /// One line of the journal with every row before and after.
    JournalLine(ActionId),
}

/// What was read.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// The shop and its rules.
    Shop(Shop),
    /// The morning list, or that of another day.
    Morning(reports::Today),
    /// Its beginning, and whether that is all of it.
    MorningBegins(reports::Today, bool),
    /// A part of the list of customers.
    Customers {
        /// What it was narrowed down to.
        query: String,
        /// Which part.
        page: CustomersWindow,
        /// How many were asked for.
        most: usize,
        /// The rows.
        rows: Vec<CustomerRow>,
    },
    /// How many customers there are.
    CustomerCount(u32),
    /// The round of a day.
    Round {
        /// What is promised for it.
        round: Round,
        /// What is only proposed.
        proposed: Vec<Stop>,
        /// What is done, missed or cancelled already.
        finished: Vec<Stop>,
    },
    /// The week of a day.
    Week(Week),
    /// Everything that is open to be followed up.
    FollowUps(Vec<crate::domain::rows::FollowUpRow>),
    /// The notebook page of a customer.
    Page(Box<CustomerPage>),
    /// A telephone number or an address; empty if it is not known.
    Reach(Reach, String),
    /// Why jars are forecast as they are.
    Why(Vec<Why>),
    /// What a text found, for the field that it was typed into.
    Found(String, Vec<Found>),
    /// Who owes.
    Tabs(OwingReport),
    /// The store room.
    Products(Vec<Shelf>),
    /// How the shop is doing.
    Insights(Box<Insights>),
    /// A customer's tab.
    Statement(Box<Customer>, Statement),
    /// Lines of the journal, newest first, before the one that was named.
    Journal(Option<ActionId>, Vec<Action>),
    /// One line of the journal with every row before and after.
    JournalLine(Box<Action>, Vec<Change>),
}
