//! The one table of keys: which key means what, where, and under which words it is shown.
//!
//! The footer, the help and the README are made from it. Each row has a name, which is the name of
//! its message in the catalogues (`key-done`, whose text is shown in the footer and whose hint is
//! shown in the help) and by which the configuration binds it to other keys.

mod context;
mod group;
mod rebind;
mod screen;
mod step;
mod table;

use super::input::KeyPress;
pub use context::{ContextFlags, KeyContext, Scope};
pub use group::KeyGroup;
pub use screen::Screen;
pub use step::{Edit, Leap, Reach, Step};
use table::{KeyRow, TABLE};

/// The action that a key requests.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Intent {
    /// Leave the program.
    Quit,
    /// Close the nearest thing: a sheet, a form, a filter. Never the program.
    Close,
    /// Go to a screen.
    Show(Screen),
    /// Go to the screen after this one.
    NextScreen,
    /// Go to the screen before this one.
    PreviousScreen,
    /// Move the selection, or scroll a sheet.
    Move(Step),
    /// Type into the filter of the list.
    Filter,
    /// Leave the filter as it is and go back to the list.
    KeepFilter,
    /// Open the notebook page of the customer.
    Open,
    /// It was done: at the door, or a follow-up.
    Done,
    /// Money came in.
    Pay,
    /// An entry of any kind on the tab.
    Entry,
    /// Sell a book of prepaid tickets.
    SellTickets,
    /// Refund prepaid tickets.
    RefundTickets,
    /// Set a price.
    SetPrice,
    /// Correct an entry of a tab.
    MoveEntry,
    /// Put it off to another day.
    Snooze,
    /// Write the round down, stop after stop.
    Evening,
    /// Close the day.
    CloseDay,
    /// Go on to the next stop without writing this one down.
    Skip,
    /// Other goods were brought too, or at another price.
    Goods,
    /// Less goods, or a smaller amount, as the credit limit allows.
    FitLimit,
    /// What goes over the credit limit is paid now.
    PartPayment,
    /// The product is used more in some months than in others.
    Seasons,
    /// Nobody was there.
    Miss,
    /// Nobody was there, at the stop of the evening.
    MissStop,
    /// Edit the delivery, planned or done.
    EditDelivery,
    /// Something was said.
    Contact,
    /// A new customer.
    AddCustomer,
    /// Change what is known of the customer.
    EditCustomer,
    /// Change the selected field of the page in its row.
    EditField,
    /// Agree the chosen jar of the page anew.
    EditJar,
    /// A new jar.
    AddJar,
    /// People are away for a time.
    Away,
    /// The people change on a day.
    Household,
    /// Containers are lent, returned, lost or counted.
    Containers,
    /// Goods come back.
    GiveBack,
    /// The customer stops buying, or buys again.
    Leave,
    /// Something new is to be followed up.
    FollowUp,
    /// Write a complaint down.
    Complaint,
    /// Plan a delivery by hand.
    Bring,
    /// Write down what was seen in a jar.
    ReadJar,
    /// There is still enough in the jar of the selected row.
    StillEnough,
    /// Look at what is closed, or at what is open again.
    Closed,
    /// Look at those who have left too, or not any more.
    Leavers,
    /// Retires the selected product, or sells it again.
    Retire,
    /// Sort the list by its next column.
    Sort,
    /// Sort the list from its other end.
    Reverse,
    /// Mark the row, or unmark it.
    Mark,
    /// Mark every row.
    MarkAll,
    /// Mark the row for what is done next, or unmark it.
    MarkRow,
    /// Mark every row that is shown.
    MarkRows,
    /// Plan what is marked.
    Plan,
    /// Plan what could join the rounds of today.
    Join,
    /// Move every delivery that is planned for a day on which it cannot be made.
    MoveFromDaysOff,
    /// Bring it a day earlier.
    DayEarlier,
    /// Bring it a day later.
    DayLater,
    /// It is not wanted any more.
    Remove,
    /// Why is it forecast so?
    Why,
    /// Open the customer's tab, entry by entry.
    Statement,
    /// Write or print a statement or a receipt.
    Paper,
    /// A new product.
    AddProduct,
    /// Change what is known of the product.
    EditProduct,
    /// Goods come in.
    Receive,
    /// Goods are on order.
    Order,
    /// The store room was counted.
    Count,
    /// Set the rules of the shop.
    Rules,
    /// Open the list of jars by their empty day.
    Jars,
    /// Open the list of jars that are used at another rate than before.
    Review,
    /// Open the list of the skips that are in force.
    Skips,
    /// End the selected skip.
    EndSkip,
    /// Learn from the new rate of the selected jar.
    Accept,
    /// Say at which rate the selected jar is used.
    Pin,
    /// See how good the forecasts were.
    Accuracy,
    /// Open the journal.
    Journal,
    /// Choose which lines of the journal are shown.
    Which,
    /// Open what of the journal is about the customer.
    JournalOf,
    /// Read a list in from a file.
    Import,
    /// Write a list to a file.
    Export,
    /// See whether everything in the notebook adds up.
    Check,
    /// Copy the notebook to a file.
    Backup,
    /// Put a backup in the place of what is in the notebook.
    Restore,
    /// Look around in a sample shop.
    Sample,
    /// Write a sample shop of another size.
    Demo,
    /// Give a new notebook the name and the money of the shop.
    NameShop,
    /// Take the last thing back; in the journal, the selected one.
    Undo,
    /// Take back everything down to the selected line of the journal.
    UndoTo,
    /// Do again what was taken back.
    Redo,
    /// The list of keys.
    Help,
    /// The list of everything that can be done here.
    Palette,
    /// Do what is selected in that list.
    Choose,
    /// Speak the next language.
    Language,
    /// Draw the whole screen anew.
    Repaint,
    /// Stop the program and go back to the shell.
    Suspend,
    /// Hide telephone numbers and money, or show them again.
    Veil,
    /// Copy how the customer is reached.
    Copy(Reach),
    /// Look at the day before.
    DayBefore,
    /// Look at the day after.
    DayAfter,
    /// Look at today again.
    Today,
    /// Keep what the form says.
    Save,
    /// Complete the name of a file, or go to the next field.
    Complete,
    /// Go to the next field.
    NextField,
    /// Go to the field before.
    PreviousField,
    /// Go to another day in the month that is shown.
    Leap(Leap),
    /// Take what was found into the field.
    Take,
    /// Edit the text of the field.
    Edit(Edit),
}

impl Intent {
    /// Returns whether it does something by itself, so that it makes sense to pick it from a list:
    /// not the steps of a selection, the editing of a text, the closing of a sheet, or the list
    /// itself.
    pub const fn is_action(self) -> bool {
        !matches!(self, Self::Move(_) | Self::Edit(_) | Self::Palette | Self::Close)
    }
}

/// The places in which a row of the table is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// In the footer and in the help.
    Footer,
    /// In the help only.
    Help,
}

/// A row of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Binding {
    /// Its name: `done`.
    pub name: &'static str,
    /// The keys, the one that is shown first.
    pub keys: Vec<KeyPress>,
    /// The action that the keys request.
    pub intent: Intent,
    /// The contexts in which it holds.
    pub scope: Scope,
    /// The places in which it is shown.
    pub shown: Shown,
}

impl Binding {
    /// Its message in the catalogues: `key-done`.
    pub fn message(&self) -> String {
        format!("key-{}", self.name)
    }
}

/// The keys as they are bound.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        let binding = |(name, keys, intent, scope, shown): &KeyRow| Binding {
            name,
            keys: keys.split(' ').filter_map(KeyPress::parse).collect(),
            intent: *intent,
            scope: *scope,
            shown: *shown,
        };
        Self { bindings: TABLE.iter().map(binding).collect() }
    }
}

impl Keymap {
    /// Every row, in the order of the footer.
    pub fn iter(&self) -> impl Iterator<Item = &Binding> {
        self.bindings.iter()
    }

    /// Returns the action that a key requests in a context, or `None` if the key is not bound
    /// there.
    pub fn intent(&self, place: KeyContext, key: KeyPress) -> Option<Intent> {
        self.of(place).find(|binding| binding.keys.contains(&key)).map(|binding| binding.intent)
    }

    /// Returns the key to show for an action in a context; empty if no key is bound to it.
    pub fn shown(&self, place: KeyContext, intent: Intent) -> String {
        let binding = self.of(place).find(|binding| binding.intent == intent);
        let key = binding.and_then(|binding| binding.keys.first());
        key.map(ToString::to_string).unwrap_or_default()
    }

    /// The rows that hold in a place, in the order of the footer.
    pub fn of(&self, place: KeyContext) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.scope.contains(place))
    }
}

#[cfg(test)]
mod tests;
