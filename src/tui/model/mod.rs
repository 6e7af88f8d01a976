//! The state of the screens as plain data. Only [`super::update`] changes it, and [`super::view`]
//! draws it without changing anything.

mod deliveries;
mod field_id;
mod figures;
mod finder;
mod form;
mod form_field;
mod help;
mod job;
mod journal;
mod lists;
mod long;
mod marks;
mod overlay;
mod page;
mod review;
mod rows;
mod screen;
mod skips;
mod sought;
pub mod subject;
mod text_field;
mod text_sheet;
mod toast;
mod window;

pub use deliveries::Deliveries;
pub use field_id::FieldId;
pub use figures::{AccuracyState, InsightsPanel, InsightsScreen, Products};
pub use finder::{FilterField, Finder, Found, LookupKind};
pub use form::Form;
pub use form_field::{FieldKind, FormField};
pub use help::{HelpSheet, KeyLine, PaletteTarget, Use};
pub use job::RunningJob;
pub use journal::{JournalSheet, Lines, Whose};
pub use lists::{TodayLists, TodayPanel, distinct_areas};
pub use long::{CustomerPages, FollowUps, Jars, Tabs};
pub use marks::{MOST_AT_ONCE, Mark, Marks, SelectAll};
pub use overlay::{FormSheet, Overlay, StatementSheet};
pub use page::{PageField, PageSheet, Stepped};
pub use review::{MOST_TO_REVIEW, Review};
pub use rows::{About, Filter, Listed, RowList, Scroll, Widths};
pub use skips::SkipList;
pub use sought::Sought;
pub use subject::{Target, TargetFollowUp, TargetVisit, is_debt, is_possible, needs_row};
pub use text_field::TextField;
pub use text_sheet::{CHANGES, ReadRow, TextPart, TextSheet};
pub use toast::{LockWait, Toast, ToastKind};
pub use window::{PageRequest, PagedList, Window};

use super::forms::FormKind;
use super::keymap::{Edit, KeyContext, Keymap};
pub use super::keymap::{KeyGroup, Screen};
use super::theme::Look;
use crate::domain::Day;
use crate::domain::day::DayContext;
use crate::domain::shop::Shop;
use crate::exchange::ReminderTemplates;
use crate::i18n::Localizer;
use crate::reports::CustomerPage;

/// The whole state of the screens.
pub struct Model {
    /// The language.
    pub words: Localizer,
    /// The shop and its rules.
    pub shop: Shop,
    /// The day that counts as today.
    pub today: Day,
    /// Size of the terminal in cells: columns, then rows.
    pub size: (u16, u16),
    /// Colours and glyphs.
    pub look: Look,
    /// The key bindings.
    pub keys: Keymap,
    /// The command that prints a paper, if there is one.
    pub print: Option<String>,
    /// The templates of the messages of reminders.
    pub reminders: ReminderTemplates,
    /// The screen that is shown.
    pub screen: Screen,
    /// The morning list.
    pub morning: TodayLists,
    /// The list of customers.
    pub customers: CustomerPages,
    /// The round of a day.
    pub deliveries: Deliveries,
    /// The list of follow-ups.
    pub follow_ups: FollowUps,
    /// The list of customers whose tab is not even.
    pub tabs: Tabs,
    /// The products and their stock.
    pub products: Products,
    /// The figures of the shop.
    pub insights: InsightsScreen,
    /// Number of jars whose rate of use has changed.
    pub changed: u32,
    /// The overlays over the screen, topmost last.
    pub overlays: Vec<Overlay>,
    /// The latest message over the lowest rows, while it is shown.
    pub toast: Option<Toast>,
    /// The change that waits for another program, if there is one.
    pub lock_wait: Option<LockWait>,
    /// The rows that are marked.
    pub marks: Marks,
    /// The row to be selected once it is read, if any.
    pub sought: Option<Sought>,
    /// Number of times that everything was read anew or another shop was opened. Answers to
    /// questions of an earlier generation are outdated.
    pub generation: u64,
    /// The job that runs in the background, if there is one.
    pub job: Option<RunningJob>,
    /// True once the person has asked to leave the program.
    pub leaving: bool,
}

impl Model {
    /// Creates the state for a shop of which nothing has been read yet.
    pub fn new(words: Localizer, shop: Shop, today: Day, look: Look, size: (u16, u16)) -> Self {
        Self {
            words,
            shop,
            today,
            size,
            look,
            keys: Keymap::default(),
            print: None,
            reminders: ReminderTemplates::default(),
            screen: Screen::Today,
            morning: TodayLists::default(),
            customers: CustomerPages::default(),
            deliveries: Deliveries::new(today),
            follow_ups: FollowUps::default(),
            tabs: Tabs::default(),
            products: Products::default(),
            insights: InsightsScreen::default(),
            changed: 0,
            overlays: Vec::new(),
            toast: None,
            lock_wait: None,
            marks: Marks::default(),
            sought: None,
            generation: 0,
            job: None,
            leaving: false,
        }
    }

    /// Returns whether the shop is known to have no customer yet.
    pub fn is_new(&self) -> bool {
        self.customers.count == Some(0)
    }

    /// Returns an upper limit of the rows that a list can show: the height of the terminal.
    pub fn most_rows(&self) -> usize {
        usize::from(self.size.1)
    }

    /// Forgets the column widths of all lists, so that no column is wider than it needs to be.
    pub fn forget_widths(&mut self) {
        for panel in TodayPanel::ALL {
            self.morning.scroll_mut(panel).column_widths = Widths::default();
        }
        self.customers.window.scroll.column_widths = Widths::default();
        self.deliveries.rows.scroll.column_widths = Widths::default();
        self.follow_ups.window.scroll.column_widths = Widths::default();
        self.tabs.window.scroll.column_widths = Widths::default();
    }

    /// Returns the context in which the next key is interpreted.
    pub fn place(&self) -> KeyContext {
        match self.overlays.last() {
            Some(Overlay::Page(_)) => KeyContext::Page,
            Some(Overlay::Statement(_)) => KeyContext::Statement,
            Some(Overlay::Why(_)) => KeyContext::Sheet,
            Some(Overlay::Help(sheet)) => match sheet.used {
                Use::Read => KeyContext::Help,
                Use::Do => KeyContext::Palette,
            },
            Some(Overlay::Journal(_)) => KeyContext::Journal,
            Some(Overlay::Jars(_)) => KeyContext::Jars,
            Some(Overlay::Review(_)) => KeyContext::Review,
            Some(Overlay::Skips(_)) => KeyContext::Skips,
            Some(Overlay::Accuracy(_)) => KeyContext::Sheet,
            Some(Overlay::Form(FormSheet { purpose: FormKind::Confirm(_), .. })) => {
                KeyContext::Confirm
            }
            Some(Overlay::Form(sheet)) if sheet.form.finding().is_some() => KeyContext::Picker,
            Some(Overlay::Form(sheet)) if sheet.purpose.is_evening_stop() => KeyContext::Evening,
            Some(Overlay::Form(sheet)) if sheet.form.is_file() => KeyContext::File,
            Some(Overlay::Form(sheet)) if sheet.form.is_day() => KeyContext::Day,
            Some(Overlay::Form(FormSheet { purpose: FormKind::Door(_), .. })) => KeyContext::Door,
            Some(Overlay::Form(sheet)) if sheet.purpose.is_product() => KeyContext::Product,
            Some(Overlay::Form(FormSheet { purpose: FormKind::Entry(_), .. })) => KeyContext::Entry,
            Some(Overlay::Form(_)) => KeyContext::Form,
            None if self.filter().typing => KeyContext::Filter,
            None if self.screen == Screen::Today && self.is_new() => KeyContext::Welcome,
            None => self.screen.place(),
        }
    }

    /// Returns the filter of the screen.
    pub fn filter(&self) -> &Filter {
        match self.screen {
            Screen::Today => &self.morning.filter,
            Screen::Customers => &self.customers.filter,
            Screen::Deliveries => &self.deliveries.filter,
            Screen::FollowUps => &self.follow_ups.filter,
            Screen::Tabs => &self.tabs.filter,
            Screen::Products => &self.products.filter,
            Screen::Insights => &self.insights.filter,
        }
    }

    /// Returns the filter of the screen, as a mutable reference.
    pub fn filter_mut(&mut self) -> &mut Filter {
        match self.screen {
            Screen::Today => &mut self.morning.filter,
            Screen::Customers => &mut self.customers.filter,
            Screen::Deliveries => &mut self.deliveries.filter,
            Screen::FollowUps => &mut self.follow_ups.filter,
            Screen::Tabs => &mut self.tabs.filter,
            Screen::Products => &mut self.products.filter,
            Screen::Insights => &mut self.insights.filter,
        }
    }

    /// Returns what a typed day that is still to come is read against.
    pub const fn days(&self) -> DayContext {
        self.shop.days(self.today)
    }

    /// Returns the target of the keys: that of the topmost overlay, or else of the selected row.
    pub fn subject(&self) -> Option<Target> {
        match self.overlays.last() {
            Some(Overlay::Page(sheet)) => Some(Target::of_page(&sheet.page)),
            Some(Overlay::Statement(sheet)) => Some(Target::of_statement(sheet, &self.shop)),
            Some(Overlay::Jars(window)) => window.selected().map(Target::of_jar),
            Some(Overlay::Review(review)) => review.selected().map(Target::of_review),
            Some(Overlay::Skips(skips)) => skips.selected().map(Target::of_skip),
            Some(Overlay::Why(_) | Overlay::Journal(_) | Overlay::Accuracy(_)) => None,
            Some(Overlay::Help(_) | Overlay::Form(_)) => None,
            None => match self.screen {
                Screen::Today => self.morning.subject(self.happens_on()),
                Screen::Customers => self.customers.window.selected().map(Target::of_customer),
                Screen::Deliveries => self.deliveries.rows.selected().map(Target::of_stop),
                Screen::FollowUps => self.follow_ups.window.selected().map(Target::of_follow_up),
                Screen::Tabs => self.tabs.subject(self.today),
                Screen::Products => None,
                Screen::Insights => self.insights.subject(),
            },
        }
    }

    /// Returns the number of marked rows of the screen; zero while an overlay is open.
    pub fn marked(&self) -> usize {
        if self.overlays.is_empty() { self.marks.count(self.screen) } else { 0 }
    }

    /// Returns the page of a customer, if it is the topmost overlay.
    pub fn page(&self) -> Option<&CustomerPage> {
        self.page_sheet().map(|sheet| sheet.page.as_ref())
    }

    /// Returns the page of a customer and its selection, if it is the topmost overlay.
    pub fn page_sheet(&self) -> Option<&PageSheet> {
        match self.overlays.last()? {
            Overlay::Page(sheet) => Some(sheet),
            Overlay::Why(_) | Overlay::Help(_) | Overlay::Form(_) => None,
            Overlay::Statement(_)
            | Overlay::Journal(_)
            | Overlay::Jars(_)
            | Overlay::Review(_)
            | Overlay::Skips(_)
            | Overlay::Accuracy(_) => None,
        }
    }

    /// Returns the form that is being filled in.
    pub fn form(&self) -> Option<&Form> {
        match self.overlays.last()? {
            Overlay::Form(sheet) => Some(&sheet.form),
            Overlay::Page(_) | Overlay::Why(_) | Overlay::Help(_) => None,
            Overlay::Statement(_)
            | Overlay::Journal(_)
            | Overlay::Jars(_)
            | Overlay::Review(_)
            | Overlay::Skips(_)
            | Overlay::Accuracy(_) => None,
        }
    }

    /// Returns the form that is being filled in, as a mutable reference.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        match self.overlays.last_mut()? {
            Overlay::Form(sheet) => Some(&mut sheet.form),
            Overlay::Page(_) | Overlay::Why(_) | Overlay::Help(_) => None,
            Overlay::Statement(_)
            | Overlay::Journal(_)
            | Overlay::Jars(_)
            | Overlay::Review(_)
            | Overlay::Skips(_)
            | Overlay::Accuracy(_) => None,
        }
    }

    /// Types a text into the focused field or filter; returns false if there is none.
    pub fn type_text(&mut self, text: &str) -> bool {
        self.in_field(|field| field.insert(text), |filter| filter.insert(text))
    }

    /// Edits the focused field or filter; returns false if there is none.
    pub fn edit_text(&mut self, edit: Edit) -> bool {
        self.in_field(|field| field.edit(edit), |filter| filter.edit(edit))
    }

    fn in_field(
        &mut self,
        field: impl FnOnce(&mut FormField),
        filter: impl FnOnce(&mut TextField),
    ) -> bool {
        if self.overlays.is_empty() {
            let Filter { typed, typing } = self.filter_mut();
            if *typing {
                filter(typed);
            }
            return *typing;
        }
        match self.overlays.last_mut() {
            Some(Overlay::Form(sheet)) => sheet.form.focused_mut().map(field).is_some(),
            Some(Overlay::Help(sheet)) => {
                filter(&mut sheet.typed);
                true
            }
            Some(
                Overlay::Page(_)
                | Overlay::Why(_)
                | Overlay::Statement(_)
                | Overlay::Journal(_)
                | Overlay::Jars(_)
                | Overlay::Review(_)
                | Overlay::Skips(_)
                | Overlay::Accuracy(_),
            )
            | None => false,
        }
    }
}
