//! The one table of keys: which key means what, where, and under which words it is shown.
//!
//! The footer, the help and the README are made from it. Each row has a name, which is the name of
//! its message in the catalogues (`key-done`, whose text stands in the footer and whose hint stands in
//! the help) and by which the configuration binds it to other keys.

mod place;
mod rebind;
mod step;

use super::input::Key;
use super::model::Screen;
pub use place::Place;
use place::{
    CHANGING, DATED, DATES, DAYS, EVERYWHERE, FINDING, FORMS, LISTS, LOOKING, MARKING, OPENING,
    OVER, PAGING, PANELS, ROWS, SCREENS, TO_DO, TYPING, UNDOING, VISITS,
};
pub use step::{Edit, Leap, Reach, Step};

/// What a key asks for.
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
    /// Put it off to another day.
    Snooze,
    /// Write the round down, stop after stop.
    Evening,
    /// Go on to the next stop without writing this one down.
    Skip,
    /// Other goods were brought too, or at another price.
    Goods,
    /// Nobody was there.
    Miss,
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
    /// The customer stops buying, or buys again.
    Leave,
    /// Something new is to be followed up.
    FollowUp,
    /// Plan a delivery by hand.
    Bring,
    /// Write down what was seen in a jar.
    ReadJar,
    /// Look at what is closed, or at what is open again.
    Closed,
    /// Look at those who have left too, or not any more.
    Leavers,
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
    /// A new product.
    AddProduct,
    /// Change what is known of the product.
    EditProduct,
    /// Goods come in.
    Receive,
    /// The store room was counted.
    Count,
    /// Set the rules of the shop.
    Rules,
    /// Open the list of jars by their empty day.
    Jars,
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
    /// Whether it does something by itself, so that it makes sense to pick it from a list: not the
    /// steps of a selection, not the editing of a text, and not the list itself.
    pub const fn is_deed(self) -> bool {
        !matches!(self, Self::Move(_) | Self::Edit(_) | Self::Palette | Self::Close)
    }
}

/// Whether a row of the table stands in the footer too.
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
    pub keys: Vec<Key>,
    /// What they ask for.
    pub intent: Intent,
    /// Where.
    pub places: &'static [Place],
    /// Whether the footer shows it.
    pub shown: Shown,
}

impl Binding {
    /// Its message in the catalogues: `key-done`.
    pub fn message(&self) -> String {
        format!("key-{}", self.name)
    }
}

type Row = (&'static str, &'static str, Intent, &'static [Place], Shown);

/// The keys as they are until the configuration says otherwise, in the order of the footer.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    ("save", "enter", Intent::Save, FORMS, Shown::Footer),
    ("skip", "ctrl-n", Intent::Skip, &[Place::Evening], Shown::Footer),
    ("goods", "ctrl-g", Intent::Goods, &[Place::Door, Place::Evening], Shown::Footer),
    ("next-field", "tab down", Intent::NextField, FORMS, Shown::Footer),
    ("previous-field", "shift-tab up", Intent::PreviousField, FORMS, Shown::Help),
    ("leap-day-before", "<", Intent::Leap(Leap::DayBefore), &[Place::Day], Shown::Footer),
    ("leap-day-after", ">", Intent::Leap(Leap::DayAfter), &[Place::Day], Shown::Footer),
    ("leap-month-before", "page-up", Intent::Leap(Leap::MonthBefore), &[Place::Day], Shown::Footer),
    ("leap-month-after", "page-down", Intent::Leap(Leap::MonthAfter), &[Place::Day], Shown::Footer),
    ("leap-week-before", "[", Intent::Leap(Leap::WeekBefore), &[Place::Day], Shown::Footer),
    ("leap-week-after", "]", Intent::Leap(Leap::WeekAfter), &[Place::Day], Shown::Footer),
    ("take", "enter tab", Intent::Take, &[Place::Picker], Shown::Footer),
    ("keep-filter", "enter", Intent::KeepFilter, &[Place::Filter], Shown::Footer),
    ("cancel", "esc", Intent::Close, &[Place::Filter, Place::Form, Place::Day, Place::Door, Place::Evening, Place::Picker], Shown::Footer),
    ("yes", "y enter", Intent::Save, &[Place::Confirm], Shown::Footer),
    ("no", "n esc", Intent::Close, &[Place::Confirm], Shown::Footer),
    ("choose", "enter", Intent::Choose, &[Place::Palette], Shown::Footer),
    ("close-keys", "esc", Intent::Close, &[Place::Help, Place::Palette], Shown::Footer),

    ("done", "d", Intent::Done, TO_DO, Shown::Footer),
    ("pay", "p", Intent::Pay, ROWS, Shown::Footer),
    ("miss", "m", Intent::Miss, VISITS, Shown::Footer),
    ("evening", "D", Intent::Evening, DAYS, Shown::Footer),
    ("contact", "c", Intent::Contact, ROWS, Shown::Footer),
    ("plan", "P", Intent::Plan, &[Place::Deliveries], Shown::Footer),
    ("plan-today", "P", Intent::Plan, &[Place::Today], Shown::Help),
    ("join", "i", Intent::Join, &[Place::Today], Shown::Help),
    ("mark", "space", Intent::Mark, &[Place::Deliveries], Shown::Footer),
    ("mark-all", "*", Intent::MarkAll, &[Place::Deliveries], Shown::Help),
    ("mark-row", "space", Intent::MarkRow, MARKING, Shown::Help),
    ("mark-rows", "*", Intent::MarkRows, MARKING, Shown::Help),
    ("day-earlier", "-", Intent::DayEarlier, VISITS, Shown::Help),
    ("day-later", "+ =", Intent::DayLater, VISITS, Shown::Help),
    ("remove", "x", Intent::Remove, TO_DO, Shown::Help),
    ("bring", "b", Intent::Bring, ROWS, Shown::Help),
    ("read-jar", "r", Intent::ReadJar, ROWS, Shown::Help),
    ("follow-up", "f", Intent::FollowUp, ROWS, Shown::Help),
    ("name-shop", "n", Intent::NameShop, &[Place::Welcome], Shown::Footer),
    ("add-customer", "a", Intent::AddCustomer, &[Place::Customers, Place::Welcome], Shown::Footer),
    ("import-first", "i", Intent::Import, &[Place::Welcome], Shown::Footer),
    ("sample", "s", Intent::Sample, &[Place::Welcome], Shown::Footer),
    ("edit-field", "enter", Intent::EditField, &[Place::Page], Shown::Footer),
    ("edit-customer", "e", Intent::EditCustomer, &[Place::Customers, Place::Page], Shown::Footer),
    ("edit-jar", "J", Intent::EditJar, &[Place::Page], Shown::Help),
    ("add-jar", "a", Intent::AddJar, &[Place::Page], Shown::Help),
    ("away", "A", Intent::Away, &[Place::Page], Shown::Help),
    ("household", "H", Intent::Household, &[Place::Page], Shown::Help),
    ("leave", "L", Intent::Leave, &[Place::Page], Shown::Help),
    ("snooze", "s", Intent::Snooze, DATED, Shown::Footer),
    ("why", "w", Intent::Why, ROWS, Shown::Footer),
    ("receive", "r", Intent::Receive, &[Place::Products], Shown::Footer),
    ("count", "c", Intent::Count, &[Place::Products], Shown::Footer),
    ("add-product", "a", Intent::AddProduct, &[Place::Products], Shown::Footer),
    ("edit-product", "e enter", Intent::EditProduct, &[Place::Products], Shown::Footer),
    ("statement", "t", Intent::Statement, &[Place::Tabs, Place::Page], Shown::Footer),
    ("entry", "n", Intent::Entry, &[Place::Tabs, Place::Page, Place::Statement], Shown::Footer),
    ("open", "enter", Intent::Open, OPENING, Shown::Footer),
    ("open-line", "enter", Intent::Open, &[Place::Journal], Shown::Footer),
    ("filter", "/", Intent::Filter, LISTS, Shown::Footer),
    ("closed", "v", Intent::Closed, &[Place::FollowUps], Shown::Footer),
    ("leavers", "v", Intent::Leavers, &[Place::Customers], Shown::Help),
    ("sort", "o", Intent::Sort, &[Place::Customers, Place::Tabs], Shown::Help),
    ("reverse", "O", Intent::Reverse, &[Place::Customers, Place::Tabs], Shown::Help),
    ("which", "/", Intent::Which, &[Place::Journal, Place::Jars], Shown::Footer),
    ("day-before", "<", Intent::DayBefore, DATES, Shown::Footer),
    ("day-after", ">", Intent::DayAfter, DATES, Shown::Footer),
    ("board-left", "left h", Intent::DayBefore, &[Place::Deliveries], Shown::Help),
    ("board-right", "right l", Intent::DayAfter, &[Place::Deliveries], Shown::Help),
    ("today", "T", Intent::Today, DATES, Shown::Help),
    ("undo", "u", Intent::Undo, CHANGING, Shown::Footer),
    ("undo-line", "u", Intent::Undo, &[Place::Journal], Shown::Footer),
    ("undo-to", "U", Intent::UndoTo, &[Place::Journal], Shown::Footer),
    ("redo", "ctrl-r", Intent::Redo, UNDOING, Shown::Help),
    ("rules", "S", Intent::Rules, CHANGING, Shown::Help),
    ("jars", "W", Intent::Jars, LISTS, Shown::Help),
    ("journal", "J", Intent::Journal, LISTS, Shown::Help),
    ("journal-of", "V", Intent::JournalOf, ROWS, Shown::Help),
    ("import", "I", Intent::Import, SCREENS, Shown::Help),
    ("export", "E", Intent::Export, LISTS, Shown::Help),
    ("check", "C", Intent::Check, LISTS, Shown::Help),
    ("backup", "B", Intent::Backup, LISTS, Shown::Help),
    ("restore", "R", Intent::Restore, LISTS, Shown::Help),
    ("demo", "Z", Intent::Demo, LISTS, Shown::Help),

    ("up", "up k", Intent::Move(Step::Up), LOOKING, Shown::Help),
    ("down", "down j", Intent::Move(Step::Down), LOOKING, Shown::Help),
    ("left", "left h", Intent::Move(Step::Left), PANELS, Shown::Help),
    ("right", "right l", Intent::Move(Step::Right), PANELS, Shown::Help),
    ("jar-before", "left h", Intent::Move(Step::Left), &[Place::Page], Shown::Help),
    ("jar-after", "right l", Intent::Move(Step::Right), &[Place::Page], Shown::Help),
    ("page-up", "page-up ctrl-b", Intent::Move(Step::PageUp), PAGING, Shown::Help),
    ("page-down", "page-down ctrl-f", Intent::Move(Step::PageDown), PAGING, Shown::Help),
    ("first", "g home", Intent::Move(Step::First), LOOKING, Shown::Help),
    ("last", "G end", Intent::Move(Step::Last), LOOKING, Shown::Help),

    ("screen-today", "1", Intent::Show(Screen::Today), LISTS, Shown::Help),
    ("screen-customers", "2", Intent::Show(Screen::Customers), LISTS, Shown::Help),
    ("screen-deliveries", "3", Intent::Show(Screen::Deliveries), LISTS, Shown::Help),
    ("screen-follow-ups", "4", Intent::Show(Screen::FollowUps), LISTS, Shown::Help),
    ("screen-tabs", "5", Intent::Show(Screen::Tabs), LISTS, Shown::Help),
    ("screen-products", "6", Intent::Show(Screen::Products), LISTS, Shown::Help),
    ("screen-insights", "7", Intent::Show(Screen::Insights), LISTS, Shown::Help),
    ("next-screen", "tab", Intent::NextScreen, LISTS, Shown::Help),
    ("previous-screen", "shift-tab", Intent::PreviousScreen, LISTS, Shown::Help),

    ("filter-up", "up", Intent::Move(Step::Up), FINDING, Shown::Help),
    ("filter-down", "down", Intent::Move(Step::Down), FINDING, Shown::Help),
    ("caret-left", "left", Intent::Edit(Edit::Left), TYPING, Shown::Help),
    ("caret-right", "right", Intent::Edit(Edit::Right), TYPING, Shown::Help),
    ("caret-start", "home ctrl-a", Intent::Edit(Edit::Start), TYPING, Shown::Help),
    ("caret-end", "end ctrl-e", Intent::Edit(Edit::End), TYPING, Shown::Help),
    ("backspace", "backspace ctrl-h", Intent::Edit(Edit::Backspace), TYPING, Shown::Help),
    ("delete", "delete ctrl-d", Intent::Edit(Edit::Delete), TYPING, Shown::Help),
    ("delete-word", "ctrl-w", Intent::Edit(Edit::DeleteWord), TYPING, Shown::Help),
    ("clear-field", "ctrl-u", Intent::Edit(Edit::Clear), TYPING, Shown::Help),

    ("close", "esc q", Intent::Close, OVER, Shown::Footer),
    ("back", "esc", Intent::Close, LISTS, Shown::Help),
    ("copy-phone", "y", Intent::Copy(Reach::Phone), ROWS, Shown::Help),
    ("copy-address", "Y", Intent::Copy(Reach::Address), ROWS, Shown::Help),
    ("language", "ctrl-l", Intent::Language, CHANGING, Shown::Help),
    ("veil", "ctrl-p", Intent::Veil, EVERYWHERE, Shown::Help),
    ("palette", ":", Intent::Palette, UNDOING, Shown::Footer),
    ("help", "?", Intent::Help, UNDOING, Shown::Footer),
    ("quit", "q", Intent::Quit, LISTS, Shown::Footer),
    ("quit-now", "ctrl-c", Intent::Quit, EVERYWHERE, Shown::Help),
];

/// The keys as they are bound.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        let binding = |(name, keys, intent, places, shown): &Row| Binding {
            name,
            keys: keys.split(' ').filter_map(Key::parse).collect(),
            intent: *intent,
            places,
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

    /// What a key asks for in a place.
    pub fn intent(&self, place: Place, key: Key) -> Option<Intent> {
        self.of(place).find(|binding| binding.keys.contains(&key)).map(|binding| binding.intent)
    }

    /// The key that is shown for what is asked for in a place; empty if none is bound to it.
    pub fn shown(&self, place: Place, intent: Intent) -> String {
        let binding = self.of(place).find(|binding| binding.intent == intent);
        let key = binding.and_then(|binding| binding.keys.first());
        key.map(ToString::to_string).unwrap_or_default()
    }

    /// The rows that hold in a place, in the order of the footer.
    pub fn of(&self, place: Place) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.places.contains(&place))
    }
}

#[cfg(test)]
mod tests;
