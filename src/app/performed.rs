//! The result of a command, with exactly the data that its message needs.

use crate::domain::action::{ActionDetail, ActionEffect};
use crate::domain::customer::Customer;
use crate::domain::day::{Period, Weekdays};
use crate::domain::id::{ActionId, ComplaintId, CustomerId, DeliveryId, FollowUpId, SkipId};
use crate::domain::import::Capped;
use crate::domain::refusal::KnownCustomer;
use crate::domain::views::OneOffGoods;
use crate::domain::{Day, Money, Quantity, Rate};

/// A command that was performed.
#[derive(Clone, PartialEq, Debug)]
pub struct Performed {
    /// Its line in the journal; `None` if everything was so already, and nothing was changed.
    pub action: Option<ActionId>,
    /// The direction: the action was done, undone or redone.
    pub effect: ActionEffect,
    /// The change that the action made.
    pub detail: ActionDetail,
    /// Further facts to show, one line each.
    pub notes: Vec<SideNote>,
}

/// A fact to show after a command, in addition to the action itself.
#[derive(Clone, PartialEq, Debug)]
pub enum SideNote {
    /// A new customer's identity and code.
    Customer(CustomerId, String),
    /// Other customers have the same name or telephone.
    Alike(Vec<Customer>),
    /// The customer's balance now; negative is credit.
    Balance(Money),
    /// The amount that the shop holds for the customer now.
    Held(Money),
    /// The number of containers of a kind that the customer holds now.
    /// The customer holds as many containers as before: the action did not change them.
    HoldsStill {
        /// The name of the kind.
        container: String,
        /// The number.
        count: i64,
    },
    /// See the variant's fields.
    Holds {
        /// The kind.
        container: String,
        /// The number.
        count: i64,
    },
    /// The day on which this charge falls due.
    DueOn(Day),
    /// The balance exceeds the agreed credit limit.
    OverLimit {
        /// The customer's balance.
        balance: Money,
        /// The agreed limit.
        limit: Money,
    },
    /// Jars of a retired product, which are not forecast any more, and planned deliveries that bring it.
    StillOpen {
        /// Number of jars.
        jars: u32,
        /// Number of planned deliveries.
        planned: u32,
    },
    /// Methods of payment of imported entries that are not on the list of the shop.
    UnlistedMethods(Vec<String>),
    /// A planned delivery would take the tab beyond the credit limit.
    OverLimitThen {
        /// The balance after the delivery.
        balance: Money,
        /// The limit.
        limit: Money,
    },
    /// A jar's likely empty day, and until when it is safe.
    EmptyOn {
        /// The product.
        product: String,
        /// The likely day.
        likely: Day,
        /// The last safe day.
        safe: Day,
    },
    /// The use of an adult in a day that was taken for a new product because none was given.
    UsualAppetite {
        /// Units a day.
        each: Rate,
        /// The unit.
        unit: String,
    },
    /// A delivery was written down.
    Planned(DeliveryId, Day),
    /// Number of stops that were planned already and stay as they are.
    PlannedAlready(u32),
    /// Nobody of the household is there on the day of a delivery.
    NobodyThere {
        /// The customer.
        name: String,
        /// The time away.
        away: Period,
    },
    /// The shop does not deliver on the day of a delivery.
    DayOff {
        /// The day.
        day: Day,
        /// Name of the holiday; empty for another day off.
        holiday: String,
    },
    /// The customer does not take deliveries on the weekday of a delivery.
    NotTheirDay {
        /// The customer.
        name: String,
        /// The day.
        day: Day,
        /// The weekdays that suit them.
        weekdays: Weekdays,
    },
    /// A delivery is planned for a day after the likely empty day.
    PlannedTooLate {
        /// The product.
        product: String,
        /// The likely empty day.
        likely: Day,
    },
    /// Deliveries that are planned for days on which nobody of the household is there.
    PlannedWhileAway(Vec<(DeliveryId, Day)>),
    /// Deliveries of skipped goods that are planned for days within the skip.
    PlannedWhileSkipped(Vec<(DeliveryId, Day)>),
    /// A delivery brings goods that the customer does not want until a day.
    SkippedThen {
        /// The product.
        product: String,
        /// The last day of the skip.
        until: Day,
    },
    /// Goods of a retired product that were left out.
    RetiredLeftOut {
        /// The product.
        product: String,
    },
    /// Customers whose jars are looked into before anything is planned.
    LookFirst(Vec<String>),
    /// Deliveries that are planned for days on which the shop does not deliver.
    PlannedOnDaysOff(Capped<(DeliveryId, Day)>),
    /// So much was planned for the day before, and is replaced.
    PlanReplaced {
        /// The product.
        product: String,
        /// The quantity, in `unit`.
        quantity: Quantity,
        /// Its unit.
        unit: String,
    },
    /// So much was not brought and is not planned any more.
    NotBrought {
        /// The product.
        product: String,
        /// The quantity, in `unit`.
        quantity: Quantity,
        /// Its unit.
        unit: String,
    },
    /// Goods without an agreed jar, brought for the first time: they are not followed.
    OneOff {
        /// The product.
        product: String,
    },
    /// Goods without an agreed jar that were brought so often that they could be followed.
    BoughtAgain(OneOffGoods),
    /// The quantity left in stock.
    StockLeft {
        /// The product.
        product: String,
        /// The quantity, in `unit`; negative when more went out than was ever received.
        quantity: Quantity,
        /// Its unit.
        unit: String,
    },
    /// Number of rows that an import left out because their external references exist already.
    Repeated(u32),
    /// The lines of rows that were here already, by their references, but say something else.
    Contradicting(Capped<u64>),
    /// Imported customers with the name of another one, where one of the two has no telephone.
    SameName(Capped<KnownCustomer>),
    /// The lines of imported entries that say the same as others that were here before.
    EntriesAlike(Capped<u64>),
    /// A rule of the shop, or a repeat, wrote a follow-up down.
    FollowUp(FollowUpId, Day),
    /// A promise to pay, by its follow-up and its day, was kept and is closed.
    PromiseKept(FollowUpId, Day),
    /// Tickets paid for goods of a delivery.
    TicketsUsed {
        /// The product.
        product: String,
        /// Number of tickets.
        tickets: u32,
    },
    /// The tickets of the customer for a product that can be used.
    TicketsLeft {
        /// The product.
        product: String,
        /// Number of tickets.
        tickets: u32,
        /// The day on which the first of them expire.
        expires: Option<Day>,
    },
    /// The sum of a refund of tickets.
    TicketsRefunded {
        /// Number of tickets.
        tickets: u32,
        /// Number of them that were paid for; the others were free.
        paid: u32,
        /// The money for them.
        amount: Money,
    },
    /// Money for returned tickets that is taken off the tab, because their book is not paid.
    TicketsUnpaid(Money),
    /// The customer has complained so many times of late.
    ComplainedAgain {
        /// Number of complaints, this one among them.
        times: u32,
    },
    /// A complaint was written down.
    Complained(ComplaintId),
    /// A skip was written down, with its last day.
    Skipped(SkipId, Day),
}

impl SideNote {
    /// Returns whether the person should look at what was done once more.
    pub const fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::Alike(_)
                | Self::OverLimit { .. }
                | Self::OverLimitThen { .. }
                | Self::UnlistedMethods(_)
                | Self::StillOpen { .. }
                | Self::NobodyThere { .. }
                | Self::DayOff { .. }
                | Self::NotTheirDay { .. }
                | Self::PlannedTooLate { .. }
                | Self::PlannedWhileAway(_)
                | Self::PlannedWhileSkipped(_)
                | Self::SkippedThen { .. }
                | Self::RetiredLeftOut { .. }
                | Self::LookFirst(_)
                | Self::PlannedOnDaysOff(_)
                | Self::Contradicting(_)
                | Self::EntriesAlike(_)
                | Self::SameName(_)
                | Self::ComplainedAgain { .. }
        )
    }
}
