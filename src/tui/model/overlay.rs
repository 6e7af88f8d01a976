//! Overlays: sheets, lists and forms over the screen.

use super::{Form, HelpSheet, Jars, JournalSheet, PageSheet, Review, SkipList, TextSheet};
use crate::domain::customer::Customer;
use crate::domain::tab::Statement;
use crate::tui::forms::FormKind;
use crate::tui::msg::Question;

/// An overlay over the screen.
#[derive(Clone, PartialEq, Debug)]
pub enum Overlay {
    /// The notebook page of a customer.
    Page(PageSheet),
    /// Lines to read: why a jar is forecast as it is, or what a line of the journal changed.
    Why(TextSheet),
    /// A customer's tab, entry by entry.
    Statement(StatementSheet),
    /// The journal, line by line.
    Journal(JournalSheet),
    /// Jars by the day on which they are empty.
    Jars(Jars),
    /// Jars whose rate of use has changed.
    Review(Review),
    /// The skips that are in force.
    Skips(SkipList),
    /// The accuracy of the forecasts; holds the first line that is shown.
    Accuracy(usize),
    /// The help, or the palette.
    Help(HelpSheet),
    /// Something to fill in.
    Form(FormSheet),
}

impl Overlay {
    /// Returns whether the answer to a question replaces what it shows, or adds to it.
    pub fn shows(&self, question: &Question) -> bool {
        let is_about = |customer| match self {
            Self::Page(sheet) => sheet.customer() == customer,
            Self::Statement(sheet) => sheet.customer.id == customer,
            Self::Why(_) | Self::Journal(_) | Self::Jars(_) | Self::Review(_) => false,
            Self::Skips(_) | Self::Accuracy(_) | Self::Help(_) | Self::Form(_) => false,
        };
        match question {
            Question::Page(customer) => matches!(self, Self::Page(_)) && is_about(*customer),
            Question::Statement(customer) => {
                matches!(self, Self::Statement(_)) && is_about(*customer)
            }
            question => matches!(
                (self, question),
                (Self::Journal(_), Question::Journal(..))
                    | (Self::Why(_), Question::JournalLine(..))
                    | (Self::Jars(_), Question::Jars(_))
                    | (Self::Review(_), Question::Review)
                    | (Self::Skips(_), Question::Skips)
            ),
        }
    }
}

/// A customer's tab, entry by entry.
#[derive(Clone, PartialEq, Debug)]
pub struct StatementSheet {
    /// The customer whose tab it is.
    pub customer: Box<Customer>,
    /// The tab.
    pub statement: Statement,
    /// The first entry that is shown.
    pub top: usize,
}

/// A form over the screen.
#[derive(Clone, PartialEq, Debug)]
pub struct FormSheet {
    /// The purpose, which decides what command the form becomes.
    pub purpose: FormKind,
    /// Further purposes of the same kind; all of them become one command.
    pub also: Vec<FormKind>,
    /// The fields and their contents.
    pub form: Form,
    /// True while the form is being saved, when a refused command concerns it.
    pub saving: bool,
}
