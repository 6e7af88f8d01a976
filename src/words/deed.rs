//! What was done, as the journal says it and as undo announces it.
//!
//! A [`Deed`] is one shape for all kinds; this is what each kind puts into it. `about` is always the
//! name of what it was about: of a customer `C102 林阿嬷`, else the product, the rule, the table.
//!
//! | kind | `detail` | others |
//! |---|---|---|
//! | shop-set | the new value; of several the key and the value of each: `carry 120kg, currency TWD` | |
//! | customer-left | the reason | `day` |
//! | customer-away | the days: `2026-03-05..2026-03-08` | `count` people, if not all |
//! | household-changed | | `day`, `count` people |
//! | stock-ordered | the unit | `quantity` |
//! | stock-received | the unit | `quantity` |
//! | stock-counted | the unit | `quantity` more or less than thought |
//! | jar-set | the product | |
//! | jar-read | the product and, last, its unit: `rice kg` | `quantity`, `day` |
//! | delivery-planned | the goods: `rice 15 kg` | `day` |
//! | proposals-planned | | `count` deliveries |
//! | delivery-done | the goods | `amount` charged |
//! | delivery-missed | the reason | `day` the next |
//! | delivery-cancelled | the reason | `day` of the plan |
//! | delivery-moved | | `day` the new |
//! | entry-* | how it was paid, or the note | `amount` |
//! | follow-up-* | the text, or `rule:` and the key of its rule | `day` |
//! | contact-added | the text | |
//! | imported | the file's name | `count` rows |
//! | together | the first few names | `count` deeds of the kind `about`, if all are of one; `amount` in all |
//!
//! A reason, a way of paying, a note or a list of goods may be empty and is then left out.

use std::borrow::Cow;

use super::{Words, named};
use crate::domain::Key;
use crate::domain::action::{Deed, DeedKind};
use crate::domain::day::Weekdays;
use crate::domain::follow_up::Rule;
use crate::domain::shop::{Language, ShopSetting};

impl Words {
    /// What was done: `C102 林阿嬷 paid 240 (cash)`.
    pub fn deed(&self, deed: &Deed) -> String {
        let detail = self.detail(deed);
        let aside = match detail.as_ref() {
            "" => String::new(),
            text => self.tell("aside", &[("text", text.into())]),
        };
        let (product, unit) = deed.detail.rsplit_once(' ').unwrap_or((&deed.detail, ""));
        let args = [
            ("about", deed.about.as_str().into()),
            ("detail", detail.as_ref().into()),
            ("product", product.into()),
            ("unit", unit.into()),
            ("aside", aside.into()),
            ("amount", deed.amount.map(|amount| self.money(amount)).unwrap_or_default().into()),
            (
                "quantity",
                deed.quantity
                    .map(|quantity| self.quantity(quantity, ""))
                    .unwrap_or_default()
                    .into(),
            ),
            ("day", deed.day.map(|day| self.day(day)).unwrap_or_default().into()),
            ("count", deed.count.unwrap_or_default().into()),
        ];
        self.tell(&named::key(deed.kind), &args)
    }

    /// That a deed was taken back.
    pub fn took_back(&self, deed: &Deed) -> String {
        self.tell("took-back", &[("deed", self.deed(deed).into())])
    }

    /// That a deed was done again.
    pub fn did_again(&self, deed: &Deed) -> String {
        self.tell("did-again", &[("deed", self.deed(deed).into())])
    }

    /// The second text of a deed, with a rule's key put in words.
    fn detail<'a>(&self, deed: &'a Deed) -> Cow<'a, str> {
        if deed.kind == DeedKind::ShopSet {
            return Cow::Owned(self.rules_set(&deed.about, &deed.detail));
        }
        let rule = deed.detail.strip_prefix("rule:").and_then(Rule::from_key);
        rule.map_or(Cow::Borrowed(&deed.detail), |rule| Cow::Owned(self.of(rule)))
    }

    /// The new value of a rule of the shop, or of several behind their names.
    fn rules_set(&self, about: &str, detail: &str) -> String {
        if about != "several" {
            return self.rule_value(about, detail);
        }
        // A value may hold a comma itself: what does not begin with a key goes on with the one before.
        let mut set: Vec<(&str, String)> = Vec::new();
        for part in detail.split(", ") {
            let (key, value) = part.split_once(' ').unwrap_or((part, ""));
            match set.last_mut().filter(|_| !ShopSetting::KEYS.contains(&key)) {
                Some((_, before)) => before.extend([", ", part]),
                None => set.push((key, value.to_owned())),
            }
        }
        let told = |(key, value): (&str, String)| {
            let value = self.rule_value(key, &value);
            let told = self.tell("rule-set", &[("rule", key.into()), ("value", value.into())]);
            told.trim_end().to_owned()
        };
        set.into_iter().map(told).collect::<Vec<_>>().join(&self.say("between-rules"))
    }

    /// The value of a rule of the shop as people say it.
    fn rule_value(&self, key: &str, value: &str) -> String {
        let said = match key {
            "delivery-days" => Weekdays::parse(value).ok().map(|days| self.weekdays(days)),
            "language" => Language::from_tag(value).map(|one| self.language_name(one)),
            _ => None,
        };
        said.unwrap_or_else(|| value.to_owned())
    }
}
