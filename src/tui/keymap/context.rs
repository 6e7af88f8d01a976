//! The contexts in which keys are pressed, as rows of flags: what a context has decides which rows of the
//! table of keys hold there. A new context is one row of [`contexts!`].

bitflags::bitflags! {
    /// The properties of a context that rows of the table of keys ask for.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct ContextFlags: u32 {
        /// One of the screens, from which every other screen, list and file is reached.
        const SCREEN = 1;
        /// A screen of a notebook that has begun, into which further lists are imported.
        const IMPORTS = 1 << 1;
        /// The round of a day is shown.
        const ROUND = 1 << 2;
        /// The shown day can be changed.
        const DAY = 1 << 3;
        /// Left and right move between panels, not between days.
        const PANELS = 1 << 4;
        /// A row is a task that is completed or removed.
        const TO_DO = 1 << 5;
        /// Rows are marked for an action on all of them.
        const MARKS = 1 << 6;
        /// A row has a day that can be put off.
        const DATED = 1 << 7;
        /// A row is a stop of a round.
        const VISITS = 1 << 8;
        /// A row has a customer, with whom one can speak, and a jar.
        const CUSTOMER = 1 << 9;
        /// A payment or a delivery can be entered for the customer of the row.
        const PAYS = 1 << 10;
        /// Enter opens the page of the customer of the row.
        const OPENS = 1 << 11;
        /// It lies over a screen and is closed.
        const OVERLAY = 1 << 12;
        /// The page keys turn pages.
        const PAGES = 1 << 13;
        /// Arrows and letters move the selection or scroll.
        const MOVES = 1 << 14 | Self::PAGES.bits();
        /// Undo, the palette and the help are reached by a single key.
        const UNDOES = 1 << 15 | Self::MOVES.bits();
        /// The content shown can be changed.
        const CHANGES = 1 << 16 | Self::UNDOES.bits();
        /// A text field has the focus, so that letters are typed.
        const TYPED = 1 << 17;
        /// The typed text narrows a list, in which the arrows move.
        const FINDS = 1 << 18 | Self::TYPED.bits();
        /// Esc discards what was typed.
        const CANCELS = 1 << 19 | Self::TYPED.bits();
        /// A form is filled in and saved.
        const SAVES = 1 << 20 | Self::CANCELS.bits();
        /// Tab goes to the next field of the form.
        const FORM = 1 << 21 | Self::SAVES.bits();
    }
}

/// The contexts in which a row of the table of keys holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Every context that has all of these flags.
    With(ContextFlags),
    /// These contexts.
    In(&'static [KeyContext]),
}

impl Scope {
    /// Returns whether a context belongs to it.
    pub fn contains(self, context: KeyContext) -> bool {
        match self {
            Self::With(flags) => context.flags().contains(flags),
            Self::In(contexts) => contexts.contains(&context),
        }
    }

    /// Returns the contexts that belong to it, in the order of [`KeyContext::ALL`].
    pub fn contexts(self) -> impl Iterator<Item = KeyContext> {
        KeyContext::ALL.iter().copied().filter(move |context| self.contains(*context))
    }
}

/// Defines [`KeyContext`] from one row per context: its name, its message if a hint can direct the
/// person there, and its flags.
macro_rules! contexts {
    ($($(#[$doc:meta])* $name:ident, $message:expr => $($flag:ident)|*;)*) => {
        /// A context in which keys are pressed.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum KeyContext {
            $($(#[$doc])* $name,)*
        }

        impl KeyContext {
            /// Every context.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns its properties.
            pub const fn flags(self) -> ContextFlags {
                match self {
                    $(Self::$name => ContextFlags::empty()$(.union(ContextFlags::$flag))*,)*
                }
            }

            /// Returns its message in the catalogues, if a hint can direct the person there.
            pub const fn message(self) -> Option<&'static str> {
                match self {
                    $(Self::$name => $message,)*
                }
            }
        }
    };
}

contexts! {
    /// The morning list.
    Today, Some("screen-today") =>
        SCREEN | IMPORTS | ROUND | DAY | PANELS | TO_DO | MARKS | DATED | VISITS | CUSTOMER | PAYS | OPENS | CHANGES;
    /// The first steps, in the place of the morning list of a new notebook.
    Welcome, None => SCREEN | TO_DO | VISITS | CUSTOMER | PAYS | OPENS | CHANGES;
    /// The list of customers.
    Customers, Some("screen-customers") => SCREEN | IMPORTS | PANELS | MARKS | CUSTOMER | PAYS | OPENS | CHANGES;
    /// The round of a day.
    Deliveries, Some("screen-deliveries") =>
        SCREEN | IMPORTS | ROUND | DAY | TO_DO | DATED | VISITS | CUSTOMER | PAYS | OPENS | CHANGES;
    /// The list of follow-ups.
    FollowUps, Some("screen-follow-ups") =>
        SCREEN | IMPORTS | PANELS | TO_DO | MARKS | DATED | CUSTOMER | PAYS | OPENS | CHANGES;
    /// The tabs that are not even.
    Tabs, Some("screen-tabs") => SCREEN | IMPORTS | PANELS | MARKS | CUSTOMER | PAYS | OPENS | CHANGES;
    /// The store room.
    Products, Some("screen-products") => SCREEN | IMPORTS | PANELS | CHANGES;
    /// The figures of the shop.
    Insights, Some("screen-insights") => SCREEN | IMPORTS | PANELS | CUSTOMER | PAYS | OPENS | CHANGES;
    /// The journal.
    Journal, Some("place-journal") => OVERLAY | DAY | UNDOES;
    /// Jars by their empty day.
    Jars, Some("place-jars") => OVERLAY | CUSTOMER | PAYS | OPENS | CHANGES;
    /// Jars that are used at another rate than before.
    Review, Some("place-review") => OVERLAY | CUSTOMER | OPENS | CHANGES;
    /// The skips that are in force.
    Skips, Some("place-skips") => OVERLAY | CUSTOMER | OPENS | CHANGES;
    /// The filter of a list.
    Filter, None => FINDS | CANCELS;
    /// The page of a customer.
    Page, Some("place-page") => OVERLAY | TO_DO | DATED | VISITS | CUSTOMER | PAYS | CHANGES;
    /// A customer's tab, entry by entry.
    Statement, Some("place-statement") => OVERLAY | CUSTOMER | PAYS | CHANGES;
    /// A sheet to read: a reason, the accuracy of the forecasts.
    Sheet, None => OVERLAY | MOVES;
    /// A form.
    Form, None => FORM;
    /// A field of a form for the name of a file.
    File, None => SAVES;
    /// A field of a form for a day, with its month below.
    Day, None => FORM;
    /// The form at the door.
    Door, None => FORM;
    /// The form at the door, as a step of the evening.
    Evening, None => FORM;
    /// The form for a product.
    Product, None => FORM;
    /// The form for an entry of a tab.
    Entry, None => FORM;
    /// The matches for a field of a form.
    Picker, None => FINDS | CANCELS;
    /// A question that is answered by yes or no.
    Confirm, None => ;
    /// The list of keys, narrowed by typing.
    Help, None => FINDS | PAGES;
    /// The list of actions, narrowed by typing.
    Palette, None => FINDS | PAGES;
}

impl KeyContext {
    /// Returns whether a letter or a sign goes into a field there, so that no key may mean anything else.
    /// No day is written with the signs that move through its month.
    pub fn types(self, typed: char) -> bool {
        self.is_typed_in() && !(self == Self::Day && "<>[]".contains(typed))
    }

    /// Returns whether a text field has the focus there.
    pub const fn is_typed_in(self) -> bool {
        self.flags().contains(ContextFlags::TYPED)
    }
}
