//! A complaint or a request of a customer: who sees to it, by when, what was done, and how they find it.

use super::contact::CustomerMood;
use super::day::Day;
use super::id::{ComplaintId, CustomerId, DeliveryId, ProductId};
use super::money::Money;
use super::search_key::fold;
use super::shop::{Language, Shop};
use super::stable_name::keys;

/// Days within which another complaint of the same customer counts as repeated.
pub const REPEATED_WITHIN: u64 = 90;

/// Stage of a complaint.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ComplaintStage {
    /// Nobody has answered.
    Open,
    /// Answered, not solved.
    Working,
    /// Solved; the customer has not been asked yet.
    Solved,
    /// Over.
    Closed,
}

keys!(ComplaintStage {
    Open = "open",
    Working = "working",
    Solved = "solved",
    Closed = "closed",
});

/// One complaint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Complaint {
    /// Given by the store.
    pub id: ComplaintId,
    /// The customer.
    pub customer: CustomerId,
    /// The product, if it is about one.
    pub product: Option<ProductId>,
    /// The delivery, if it is about one.
    pub delivery: Option<DeliveryId>,
    /// The day on which it was said.
    pub on: Day,
    /// The kind: a stable name of the usual ones, or one of the shop's own.
    pub kind: String,
    /// In the customer's words.
    pub text: String,
    /// The person who sees to it; empty if nobody was named.
    pub owner: String,
    /// Stage.
    pub stage: ComplaintStage,
    /// The day by which a solution is promised.
    pub promised_by: Option<Day>,
    /// The day of the first answer.
    pub answered_on: Option<Day>,
    /// The day of the solution.
    pub solved_on: Option<Day>,
    /// The day on which it was closed.
    pub closed_on: Option<Day>,
    /// The cause, as it was found.
    pub cause: String,
    /// The remedy.
    pub remedy: String,
    /// The discounts that were given for it.
    pub discount: Money,
    /// The customer's opinion of the solution.
    pub satisfaction: Option<CustomerMood>,
}

impl Complaint {
    /// Returns whether it waits for an answer or a solution.
    pub const fn is_unsolved(&self) -> bool {
        matches!(self.stage, ComplaintStage::Open | ComplaintStage::Working)
    }

    /// Returns whether the promised day has passed without a solution.
    pub fn is_late(&self, today: Day) -> bool {
        self.is_unsolved() && self.promised_by.is_some_and(|by| by < today)
    }

    /// Returns the days from the complaint to the first answer.
    pub fn answer_days(&self) -> Option<i64> {
        self.answered_on.map(|day| (day - self.on).num_days())
    }

    /// Returns the days from the complaint to the solution.
    pub fn solution_days(&self) -> Option<i64> {
        self.solved_on.map(|day| (day - self.on).num_days())
    }
}

/// A complaint to be written down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewComplaint {
    /// The customer.
    pub customer: CustomerId,
    /// The kind as typed; empty is the last one of the shop.
    pub kind: String,
    /// In the customer's words.
    pub text: String,
    /// The product, if it is about one.
    pub product: Option<ProductId>,
    /// The delivery, if it is about one.
    pub delivery: Option<DeliveryId>,
    /// The day on which it was said.
    pub on: Day,
    /// The day by which a solution is promised.
    pub promised_by: Option<Day>,
    /// The person who sees to it.
    pub owner: String,
}

/// An answer to a complaint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComplaintAnswer {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The day of the answer.
    pub on: Day,
    /// The day by which a solution is promised; `None` leaves it.
    pub promised_by: Option<Day>,
    /// The person who sees to it; empty leaves it.
    pub owner: String,
}

/// The solution of a complaint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComplaintSolution {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The day of the solution.
    pub on: Day,
    /// The remedy.
    pub remedy: String,
    /// The cause; empty if it is not known.
    pub cause: String,
    /// A discount, which is booked on the tab; zero for none.
    pub discount: Money,
}

/// The usual kinds, with their names in English and Chinese; a request is one of them.
const USUAL: [(&str, &str, &str); 7] = [
    ("late", "late", "送晚了"),
    ("short-weight", "short weight", "短斤少两"),
    ("quality", "quality", "质量"),
    ("price", "price", "价钱"),
    ("manner", "manner", "态度"),
    ("request", "request", "要求"),
    ("other", "other", "其他"),
];

/// Returns the kinds of a shop; the last one stands where none is said.
pub fn complaint_kinds(shop: &Shop) -> Vec<String> {
    match shop.complaint_kinds.as_slice() {
        [] => USUAL.iter().map(|(key, ..)| (*key).to_owned()).collect(),
        own => own.to_vec(),
    }
}

/// Returns the name of a kind in a language; one of the shop's own is its name.
pub fn complaint_kind_name(kind: &str, language: Language) -> &str {
    let usual = USUAL.iter().find(|(key, ..)| *key == kind);
    usual.map_or(kind, |(_, english, chinese)| match language {
        Language::English => english,
        Language::Chinese => chinese,
    })
}

/// Returns the kind of a shop that was typed: its name in any language, or the beginning of only one.
pub fn find_complaint_kind(shop: &Shop, typed: &str) -> Option<String> {
    let kinds = complaint_kinds(shop);
    let typed = fold(typed);
    if typed.is_empty() {
        return kinds.into_iter().next_back();
    }
    let names = |kind: &str| {
        let named = Language::ALL.iter().map(|language| fold(complaint_kind_name(kind, *language)));
        named.chain([fold(kind)]).collect::<Vec<_>>()
    };
    if let Some(exact) = kinds.iter().find(|kind| names(kind).contains(&typed)) {
        return Some(exact.clone());
    }
    let begins = |kind: &String| names(kind).iter().any(|name| name.starts_with(&typed));
    let mut begun = kinds.into_iter().filter(begins);
    begun.next().filter(|_| begun.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Currency;
    use crate::domain::day::Weekdays;
    use crate::domain::shop::ServiceLevel;

    #[test]
    fn a_kind_is_found_by_its_name_in_any_language_or_the_beginning_of_only_one() {
        let shop = Shop {
            name: String::new(),
            contact: Default::default(),
            ageing: Default::default(),
            currency: Currency::from_code("CNY").unwrap(),
            language: None,
            service_level: ServiceLevel::DEFAULT,
            grace_days: 0,
            delivery_days: Weekdays::default(),
            holidays: Default::default(),
            areas: Vec::new(),
            daily_capacity: None,
            date_order: None,
            rules_off: Default::default(),
            credit_limit: None,
            methods: Vec::new(),
            tickets_valid: None,
            reminders: Default::default(),
            complaint_kinds: Vec::new(),
        };
        let found = |shop: &Shop, typed: &str| find_complaint_kind(shop, typed);
        assert_eq!(found(&shop, "Short weight").as_deref(), Some("short-weight"));
        assert_eq!(found(&shop, "短").as_deref(), Some("short-weight"));
        assert_eq!(found(&shop, "qual").as_deref(), Some("quality"));
        assert_eq!(found(&shop, "").as_deref(), Some("other"));
        assert_eq!(found(&shop, "smell"), None);
        let own = Shop { complaint_kinds: vec!["smell".to_owned(), "送错".to_owned()], ..shop };
        assert_eq!(found(&own, "sm").as_deref(), Some("smell"));
        assert_eq!(found(&own, "").as_deref(), Some("送错"));
        assert_eq!(found(&own, "late"), None);
    }
}
