//! The input and output of [`super::update`]: messages that report events, and effects to carry
//! out.

use super::input::{KeyPress, Mouse};
use super::job::{Job, JobOutcome};
use super::keymap::{Intent, Reach};
use super::model::{Found, Lines, LookupKind, Mark, PageRequest, SelectAll, Target};
use super::query_queue::Priority;
use crate::app::{DayRound, Performed, Progress, VisitAfter, VisitPreview};
use crate::config::paths::PathCompletion;
use crate::domain::action::{Action, RowChange};
use crate::domain::customer::Customer;
use crate::domain::id::{ActionId, ChangeId, CustomerId, ProductId};
use crate::domain::query::{CustomerQuery, FollowUpQuery, IncludeFormer, JarQuery, Page, TabQuery};
use crate::domain::refusal::Topic;
use crate::domain::shop::{Language, Shop};
use crate::domain::tab::Statement;
use crate::domain::views::{CustomerRow, FollowUpRow, JarRow, SkipRow, TabRow};
use crate::domain::{Command, Day};
use crate::exchange::ReminderTemplates;
use crate::i18n::Sentence;
use crate::reports::round::Stop;
use crate::reports::today::ToDeliver;
use crate::reports::{
    Accuracy, CashFlow, CustomerPage, DayReport, FirstSteps, ForecastExplanation, Insights, Owed,
    Reminder, ReviewItem, Shelf, Week,
};
use std::path::PathBuf;

/// Something that happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Msg {
    /// A key asks for this.
    Act(Intent),
    /// A key was pressed that is bound to nothing where no text is typed.
    Unbound(KeyPress),
    /// A text was typed or pasted into the field that has the focus.
    Type(String),
    /// The end of a pasted text was cut off.
    PasteCut,
    /// There is no shell that could continue the program if it stopped.
    CannotSuspend,
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
    Done(Performed),
    /// A command was refused, perhaps by a rule that is about something, or a question could not be
    /// answered.
    Failed(Sentence, Option<Topic>),
    /// A change waits because another program is writing to the file.
    Locked,
    /// It waits no longer.
    Unlocked,
    /// Some things were taken back, and then one was perhaps refused.
    UndoneTo(Vec<Performed>, Option<Sentence>),
    /// This text is on its way to the clipboard.
    Copied(String),
    /// A question was answered.
    Answered(Box<Answer>),
    /// What a sheet shows takes longer to read: it opens then, if nothing else is done meanwhile.
    OpensLate,
    /// A job reports its progress.
    JobGoesOn(Progress),
    /// A job waits for another program that is writing.
    JobWaits,
    /// A change takes more than a moment: it is to be done as a job.
    TakesLong(Job),
    /// A job that takes back several things has ended, perhaps because one was refused.
    JobUndone(Vec<Performed>, Option<Sentence>),
    /// A job is over, or could not be done.
    JobEnded(Result<JobOutcome, Sentence>),
    /// Another shop replaces the one that is shown, with a message about it.
    Another(Box<Shop>, Sentence),
}

/// Something to be done outside of the model.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Change the shop.
    Perform(Box<Command>),
    /// Take back everything down to this line of the journal, as far as that goes.
    UndoTo(ActionId),
    /// Give up the change that waits for another program.
    GiveUp,
    /// Read from the shop.
    Ask(Question),
    /// Read from the shop once the screen shows what is known so far.
    AskInBackground(Question),
    /// Read ahead the data that may be needed next; earlier prefetches are discarded.
    Prefetch(Vec<Question>),
    /// Copy this text to the clipboard.
    Copy(String),
    /// Do what only the terminal itself can do.
    Terminal(TerminalRequest),
    /// Start a long job in the background.
    Begin(Job),
    /// Stop it.
    Stop,
    /// Show a sample shop in the place of the notebook, which stays as it is: one that is forgotten, or
    /// the one in a file.
    Sample(Option<PathBuf>),
}

/// Something that only the terminal itself can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TerminalRequest {
    /// Draw the whole screen anew.
    Repaint,
    /// Give the terminal back and stop the program until the shell continues it.
    Suspend,
}

/// Something to be read.
#[derive(Clone, PartialEq, Debug)]
pub enum Question {
    /// The shop and its rules.
    Shop,
    /// The deliveries to make on a day, or those made on it.
    ToDeliver(Day),
    /// The stops that could join today's rounds through these areas.
    CouldJoin(Vec<String>),
    /// The first deliveries of a day: this number of stops, or a few more.
    ToDeliverFirst(Day, u32),
    /// A part of a list of customers.
    Customers(PageRequest<CustomerQuery>),
    /// The part of a list of customers around one of them, up to this number of rows.
    CustomersAround(CustomerQuery, CustomerId, usize),
    /// A part of a list of tabs.
    Tabs(PageRequest<TabQuery>),
    /// A part of a list of follow-ups.
    FollowUps(PageRequest<FollowUpQuery>),
    /// The subject of every row of a list, to mark them all.
    Whole(SelectAll),
    /// The total owed, or that of the debts due by a day.
    Owed(Option<Day>),
    /// Number of follow-ups that are due, and number of those that come later.
    FollowUpCount,
    /// Number of customers.
    CustomerCount,
    /// What can be added to the name of a file?
    CompletePath(String),
    /// How many former customers match the filter of the customers?
    FormerCount(String),
    /// Which first steps has a shop with one of these names of a new notebook not taken yet?
    FirstSteps(Vec<String>),
    /// The round of a day.
    Round(Day),
    /// The beginning of the round of a day: its first stops, up to this number.
    RoundFirst(Day, u32),
    /// The week of a day.
    Week(Day),
    /// The notebook page of a customer.
    Page(CustomerId),
    /// The action that undo would take back (the newest, or that of a line), if it should be asked
    /// about first.
    UndoQuestion(Option<ActionId>),
    /// A customer's telephone number or address.
    Reach(CustomerId, Reach),
    /// The reasons for the forecast of a customer's jar of a product, or of each of their jars.
    Why(CustomerId, Option<ProductId>),
    /// The reasons for the balance of a customer's tab.
    WhyOwed(CustomerId),
    /// The reminder that is due for a customer, with its message from these templates; the language is that of a
    /// customer for whom none is known.
    Reminder(CustomerId, ReminderTemplates, Language),
    /// The customers or products that a text finds, for a field.
    Find(LookupKind, String),
    /// The content of a customer's only jar, to open it.
    OnlyJar(Target),
    /// The jars of a visit as they would be after it.
    AfterVisit(VisitPreview),
    /// The money of a day, to close it.
    DayReport(Day),
    /// The store room.
    Products(IncludeFormer),
    /// The figures on how the shop is doing.
    Insights,
    /// The cash calendar of the coming weeks.
    CashFlow,
    /// A customer's tab, entry by entry.
    Statement(CustomerId),
    /// The newest of these journal lines before the given one (or of all), up to this number.
    Journal(Lines, Option<ActionId>, usize),
    /// A part of a list of jars.
    Jars(PageRequest<JarQuery>),
    /// One line of the journal with a part of the rows that it changed, before and after.
    JournalLine(ActionId, Page<ChangeId>),
    /// Jars that are used at another rate than before.
    Review,
    /// The skips that are in force.
    Skips,
    /// Number of jars that are used at another rate than before.
    ChangedCount,
    /// The accuracy of past forecasts.
    Accuracy,
    /// Nothing that is shown: if it is time, learns from the use of the jars, and updates the
    /// forecasts of a few customers accordingly.
    Learn,
}

impl Question {
    /// Returns the effect that reads it: at once, or behind the screen if that takes long in a large shop.
    pub fn ask(self) -> Effect {
        match self.priority() {
            Priority::Prefetch | Priority::Sheet | Priority::Visible => Effect::Ask(self),
            Priority::Report | Priority::Slow | Priority::Background => {
                Effect::AskInBackground(self)
            }
        }
    }

    /// Returns whether its answer may come after further keys: it goes to its own list, or to its own place
    /// on the screen, and nowhere else. The others open a sheet, or do something with what they find.
    pub fn may_come_late(&self) -> bool {
        match self {
            Self::Customers(_) | Self::CustomersAround(..) | Self::Tabs(_) | Self::FollowUps(_) => {
                true
            }
            Self::Jars(asked) => !matches!(asked.page, Page::First),
            Self::ToDeliver(_) | Self::ToDeliverFirst(..) | Self::CouldJoin(_) => true,
            Self::Round(_) | Self::RoundFirst(..) | Self::Week(_) => true,
            Self::Whole(_) | Self::Find(..) | Self::Owed(_) | Self::FollowUpCount => true,
            Self::CustomerCount | Self::FormerCount(_) | Self::FirstSteps(_) => true,
            Self::Products(_) | Self::Insights | Self::CashFlow | Self::ChangedCount => true,
            Self::Learn | Self::Accuracy => true,
            Self::Shop | Self::CompletePath(_) | Self::AfterVisit(_) => true,
            Self::Page(_) | Self::UndoQuestion(_) => false,
            Self::Reach(..) | Self::Why(..) | Self::WhyOwed(_) | Self::OnlyJar(_) => false,
            Self::Statement(_) | Self::Journal(..) | Self::JournalLine(..) | Self::Review => false,
            Self::Skips | Self::DayReport(_) | Self::Reminder(..) => false,
        }
    }

    /// Returns whether it searches: it may look through the words of every customer.
    pub fn is_search(&self) -> bool {
        match self {
            Self::Customers(asked) => !asked.list.query.is_empty(),
            Self::Tabs(asked) => !asked.list.query.is_empty(),
            Self::FollowUps(asked) => !asked.list.query.is_empty(),
            Self::FormerCount(_) => true,
            _ => false,
        }
    }

    /// Returns whether the key thread does not even begin to read it, because it takes long in a large shop.
    pub fn is_read_aside(&self) -> bool {
        self.is_search() || matches!(self, Self::Whole(_))
    }

    /// Returns whether it takes so little, however large the shop, that it may be read without being asked.
    pub fn is_quick(&self) -> bool {
        !self.is_search() && self.priority() == Priority::Visible
    }

    /// Returns whether this question makes the answer to `other` unnecessary: it is the same
    /// question, or `other` is about a day, a list or a form that is no longer shown.
    pub fn supersedes(&self, other: &Self) -> bool {
        let another_day = matches!(
            (self, other),
            (Self::Week(_), Self::Week(_))
                | (Self::Round(_), Self::Round(_))
                | (Self::ToDeliver(_), Self::ToDeliver(_))
                | (Self::AfterVisit(_), Self::AfterVisit(_))
        );
        let another_list = matches!(
            (self, other),
            (Self::Tabs(PageRequest { list, .. }), Self::Tabs(PageRequest { list: before, .. }))
                if list != before && list.due_by.is_some() && before.due_by.is_some()
        );
        // A newer letter is about another list, too.
        let another_search = match (self, other) {
            (Self::Customers(asked), Self::Customers(before)) => asked.list != before.list,
            (Self::FollowUps(asked), Self::FollowUps(before)) => {
                let (list, before) = (&asked.list, &before.list);
                list != before && list.until.is_some() == before.until.is_some()
            }
            (Self::Tabs(asked), Self::Tabs(before)) => {
                let (list, before) = (&asked.list, &before.list);
                list != before && list.due_by.is_some() == before.due_by.is_some()
            }
            (Self::Find(..), Self::Find(..)) => true,
            _ => false,
        };
        another_day || another_list || another_search || self == other
    }
}

/// The data that answers a [`Question`].
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// The shop and its rules.
    Shop(Shop),
    /// The stops that could join today's rounds.
    CouldJoin(Vec<Stop>),
    /// The deliveries of a day; true if they are all of them, false if only the first.
    ToDeliver(ToDeliver, bool),
    /// A part of a list of customers.
    Customers(PageRequest<CustomerQuery>, Vec<CustomerRow>),
    /// The part of a list of customers around one of them; `None` if the list does not have them.
    CustomersAround(CustomerId, Option<(PageRequest<CustomerQuery>, Vec<CustomerRow>)>),
    /// A part of a list of tabs.
    Tabs(PageRequest<TabQuery>, Vec<TabRow>),
    /// A part of a list of follow-ups.
    FollowUps(PageRequest<FollowUpQuery>, Vec<FollowUpRow>),
    /// The subject of every row of the focused list.
    Whole(SelectAll, Vec<Mark>),
    /// The total owed, or that of the debts due by a day.
    Owed(Option<Day>, Owed),
    /// Number of follow-ups that are due, and number of those that come later.
    FollowUpCount(u32, u32),
    /// Number of customers.
    CustomerCount(u32),
    /// The name of a file as it was typed, and completed.
    PathCompleted(String, PathCompletion),
    /// The number of former customers that match a filter.
    FormerCount(String, u32),
    /// The first steps that the shop has not taken yet.
    FirstSteps(FirstSteps),
    /// The round of a day, or its beginning.
    Round(DayRound),
    /// The week of a day.
    Week {
        /// The day.
        day: Day,
        /// The totals of each day of its week.
        week: Week,
        /// The stops proposed for the day.
        proposed: Vec<Stop>,
    },
    /// The notebook page of a customer.
    Page(Box<CustomerPage>),
    /// The line that is to be undone, and its action if it should be asked about first.
    UndoQuestion(Option<ActionId>, Option<Box<Action>>),
    /// A telephone number or an address; empty if it is not known.
    Reach(Reach, String),
    /// The reasons for the forecasts of jars.
    Why(Vec<ForecastExplanation>),
    /// A customer's tab, whose balance is explained.
    WhyOwed(Box<Customer>, Statement),
    /// The reminder that is due for a customer, and its message or why there is none; `None` if none is due.
    Reminder(Option<Box<Reminder>>, Result<String, Sentence>),
    /// A customer with what their jar holds, if they have only one.
    OnlyJar(Target),
    /// The jars of a visit as they would be after it.
    AfterVisit(VisitPreview, VisitAfter),
    /// A search text and its matches, for the field that it was typed into.
    Found(String, Vec<Found>),
    /// The money of a day, to close it.
    DayReport(Box<DayReport>),
    /// The store room.
    Products(Vec<Shelf>),
    /// The figures on how the shop is doing.
    Insights(Box<Insights>),
    /// The cash calendar.
    CashFlow(CashFlow),
    /// A customer's tab.
    Statement(Box<Customer>, Statement),
    /// Lines of the journal, newest first, before the one that was named.
    Journal(Lines, Option<ActionId>, Vec<Action>),
    /// A part of a list of jars.
    Jars(PageRequest<JarQuery>, Vec<JarRow>),
    /// One line of the journal with a part of the rows that it changed, and one more if there are others.
    JournalLine(Box<Action>, Page<ChangeId>, Vec<(ChangeId, RowChange)>),
    /// Jars that are used at another rate than before.
    Review(Vec<ReviewItem>),
    /// The skips that are in force, the first to end first.
    Skips(Vec<SkipRow>),
    /// Number of jars that are used at another rate than before.
    ChangedCount(u32),
    /// The accuracy of past forecasts.
    Accuracy(Box<Accuracy>),
    /// True if more forecasts are still to be updated from what was learned.
    Learned(bool),
}
