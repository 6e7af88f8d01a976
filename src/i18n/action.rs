//! Formats what an action did, for the journal and for the messages of undo and redo.

use super::{Arg, Localizer};
use crate::domain::action::{
    Action, ActionDetail, ActionEffect, ActionKind, Batch, FollowUpSubject, LegacyDetail,
    NamedCustomer, NamedGoods, NamedProduct,
};
use crate::domain::container::ContainerMoveKind;
use crate::domain::jar::ReadingKind;
use crate::domain::shop::ShopSetting;
use crate::domain::tab::EntryLedger;
use crate::domain::text::prefix;
use crate::domain::ticket::ticket_count;
use crate::domain::{Quantity, StableName};

/// Maximum number of characters of a name in a sentence, so that the rest of it can be seen.
const MAX_NAME_CHARS: usize = 40;

/// Returns a name as it stands in a sentence; a longer one is cut with a mark.
fn brief(name: &str) -> String {
    match prefix(name, MAX_NAME_CHARS) {
        whole if whole.len() == name.len() => name.to_owned(),
        _ => format!("{}…", prefix(name, MAX_NAME_CHARS - 1).trim_end()),
    }
}

/// The values that the messages `action-*` may name. What a kind does not have stays empty.
#[derive(Default)]
struct Blanks {
    /// The customer, the product, the rule of the shop, the table, or the kind of a batch.
    subject: String,
    product: String,
    period: String,
    quantity: String,
    amount: String,
    day: String,
    count: u32,
    /// Text in brackets after the sentence.
    aside: String,
}

impl Localizer {
    /// Returns the sentence for a line of the journal: done, undone or redone.
    pub fn action(&self, action: &Action) -> String {
        self.action_with_effect(action.effect, &action.detail)
    }

    /// Returns the sentence for what was done, undone or redone.
    pub fn action_with_effect(&self, direction: ActionEffect, detail: &ActionDetail) -> String {
        let done = self.action_detail(detail);
        match direction {
            ActionEffect::Do => done,
            ActionEffect::Undo => self.format("took-back", &[("deed", done.into())]),
            ActionEffect::Redo => self.format("did-again", &[("deed", done.into())]),
        }
    }

    /// Returns the sentence for what was done: `C102 林阿嬷 paid 240 (cash)`.
    pub fn action_detail(&self, detail: &ActionDetail) -> String {
        let blanks = self.blanks(detail);
        let aside = match blanks.aside.as_str() {
            "" => String::new(),
            text => self.format("aside", &[("text", text.into())]),
        };
        let args: [(&str, Arg<'_>); 8] = [
            ("subject", blanks.subject.into()),
            ("product", brief(&blanks.product).into()),
            ("period", blanks.period.into()),
            ("quantity", blanks.quantity.into()),
            ("amount", blanks.amount.into()),
            ("day", blanks.day.into()),
            ("count", blanks.count.into()),
            ("aside", aside.into()),
        ];
        let message = message(detail.kind());
        self.format(&format!("{message}{}", variant(detail)), &args)
    }

    fn blanks(&self, detail: &ActionDetail) -> Blanks {
        use ActionDetail as Did;
        let of = |customer: &NamedCustomer| Blanks {
            subject: brief(&customer.label()),
            ..<_>::default()
        };
        match detail {
            Did::ShopSet { settings } => self.settings(settings),
            Did::CustomerAdded { customer }
            | Did::CustomerEdited { customer }
            | Did::CustomerReturned { customer } => of(customer),
            Did::CustomerLeft { customer, on, reason } => {
                Blanks { day: self.day(*on), aside: reason.clone(), ..of(customer) }
            }
            Did::CustomerAway { customer, period, people } => Blanks {
                period: self.period(*period),
                count: people.unwrap_or_default(),
                ..of(customer)
            },
            Did::HouseholdChanged { customer, from, people } => {
                Blanks { day: self.day(*from), count: *people, ..of(customer) }
            }
            Did::ProductRetired { product, on } => {
                Blanks { subject: product.name.clone(), day: self.day(*on), ..<_>::default() }
            }
            Did::ProductAdded { product }
            | Did::ProductEdited { product }
            | Did::ProductRestored { product } => {
                Blanks { subject: product.name.clone(), ..<_>::default() }
            }
            Did::StockOrdered { product, quantity }
            | Did::StockReceived { product, quantity }
            | Did::StockCounted { product, difference: quantity } => {
                Blanks { subject: product.name.clone(), ..self.quantity_of(*quantity, product) }
            }
            Did::PriceSet { product, customer, least, from, amount } => Blanks {
                amount: self.maybe(*amount, Self::money),
                day: self.day(*from),
                aside: customer.as_ref().map(|who| brief(&who.label())).unwrap_or_default(),
                ..self.quantity_of(*least, product)
            },
            Did::PriceRemoved { product, customer, from } => Blanks {
                product: product.name.clone(),
                day: self.day(*from),
                aside: customer.as_ref().map(|who| brief(&who.label())).unwrap_or_default(),
                ..<_>::default()
            },
            Did::JarSet { customer, product } => {
                Blanks { product: product.name.clone(), ..of(customer) }
            }
            Did::JarRead { customer, product, level, on, .. } => Blanks {
                subject: brief(&customer.label()),
                day: self.day(*on),
                ..self.quantity_of(*level, product)
            },
            Did::DeliveryPlanned { customer, goods, on } => {
                Blanks { day: self.day(*on), aside: self.goods(goods), ..of(customer) }
            }
            Did::ProposalsPlanned { deliveries } => Blanks { count: *deliveries, ..<_>::default() },
            Did::DeliveryDone { customer, goods, charged } => {
                Blanks { amount: self.money(*charged), aside: self.goods(goods), ..of(customer) }
            }
            Did::GoodsReturned { customer, goods, amount, reason } => Blanks {
                amount: self.money(*amount),
                aside: format!("{}; {reason}", self.goods(goods)),
                ..of(customer)
            },
            Did::DeliveryMissed { customer, next: day, reason }
            | Did::DeliveryCancelled { customer, planned_for: day, reason } => {
                Blanks { day: self.day(*day), aside: reason.clone(), ..of(customer) }
            }
            Did::DeliveryEdited { customer, goods, on, corrected } => Blanks {
                day: self.day(*on),
                amount: self.money(*corrected),
                aside: self.goods(goods),
                ..of(customer)
            },
            Did::DeliveryMoved { customer, to } => Blanks { day: self.day(*to), ..of(customer) },
            Did::EntryAdded { customer, amount, method, .. } => {
                let amount = if returns_held(detail) { -*amount } else { *amount };
                Blanks { amount: self.money(amount), aside: method.clone(), ..of(customer) }
            }
            Did::FollowUpAdded { customer, subject, due_on }
            | Did::FollowUpSnoozed { customer, subject, due_on } => Blanks {
                day: self.day(*due_on),
                aside: self.follow_up_subject(subject),
                ..of(customer)
            },
            Did::FollowUpDone { customer, subject }
            | Did::FollowUpDropped { customer, subject } => {
                Blanks { aside: self.follow_up_subject(subject), ..of(customer) }
            }
            Did::ContactAdded { customer, text } => Blanks { aside: text.clone(), ..of(customer) },
            Did::PromiseAdded { customer, amount, by } => Blanks {
                amount: self.maybe(*amount, Self::money),
                day: self.day(*by),
                ..of(customer)
            },
            Did::ReminderSent { customer, step, amount, channel } => Blanks {
                amount: self.money(*amount),
                product: self.label(*channel),
                aside: step.clone(),
                ..of(customer)
            },
            Did::ContainerAdded { container } | Did::ContainerEdited { container } => {
                Blanks { subject: container.clone(), ..<_>::default() }
            }
            Did::ContainersMoved { customer, container, kind, count, deposit, charged } => Blanks {
                quantity: self.containers((*count).into(), container),
                aside: self.container_money(*kind, *deposit, *charged),
                ..of(customer)
            },
            Did::SkipAdded { customer, products, until, reason } => Blanks {
                product: self.skipped_products(products),
                day: self.day(*until),
                aside: reason.clone(),
                ..of(customer)
            },
            Did::SkipRemoved { customer, until } => {
                Blanks { day: self.day(*until), ..of(customer) }
            }
            Did::EntryMoved { customer, kind, amount, on } => Blanks {
                amount: self.money(*amount),
                day: self.day(*on),
                aside: self.label(*kind),
                ..of(customer)
            },
            Did::TicketsSold { customer, product, paid, free, price, expires } => Blanks {
                product: product.name.clone(),
                quantity: ticket_count((*paid, *free)),
                amount: self.money(*price),
                aside: self.maybe(*expires, |words, day| {
                    words.format("tickets-until", &[("day", words.day(day).into())])
                }),
                ..of(customer)
            },
            Did::TicketsRefunded { customer, product, tickets, amount } => Blanks {
                product: product.name.clone(),
                count: *tickets,
                amount: self.money(*amount),
                ..of(customer)
            },
            Did::ComplaintAdded { customer, complaint_kind, about, promised_by } => Blanks {
                product: self.complaint_kind(complaint_kind).to_owned(),
                day: self.maybe(*promised_by, Self::day),
                aside: about.clone(),
                ..of(customer)
            },
            Did::ComplaintAnswered { customer, about, promised_by } => Blanks {
                day: self.maybe(*promised_by, Self::day),
                aside: about.clone(),
                ..of(customer)
            },
            Did::ComplaintSolved { customer, about, remedy, discount } => Blanks {
                product: remedy.clone(),
                amount: self.money(*discount),
                aside: about.clone(),
                ..of(customer)
            },
            Did::ComplaintClosed { customer, about, satisfaction } => Blanks {
                product: self.maybe(*satisfaction, Self::mood),
                aside: about.clone(),
                ..of(customer)
            },
            Did::ComplaintReopened { customer, about } => {
                Blanks { aside: about.clone(), ..of(customer) }
            }
            Did::DayClosed { day, counted, difference, reason } => Blanks {
                day: self.day(*day),
                amount: self.money(*counted),
                quantity: self.money(*difference),
                aside: reason.clone(),
                ..<_>::default()
            },
            Did::Imported { table, rows, file } => Blanks {
                subject: table.key().to_owned(),
                count: *rows,
                aside: file.clone(),
                ..<_>::default()
            },
            Did::Batch(batch) => self.batch(batch),
            Did::Legacy(legacy) => self.legacy(legacy),
        }
    }

    fn quantity_of(&self, quantity: Quantity, product: &NamedProduct) -> Blanks {
        Blanks {
            product: product.name.clone(),
            quantity: self.quantity(quantity, &product.unit),
            ..<_>::default()
        }
    }

    /// Returns goods with their quantities: `rice 10 kg, oil 2 L`.
    pub fn goods(&self, goods: &[NamedGoods]) -> String {
        let one = |NamedGoods { product, quantity }: &NamedGoods| {
            format!("{} {}", product.name, self.quantity(*quantity, &product.unit))
        };
        self.list(&goods.iter().map(one).collect::<Vec<_>>())
    }

    fn follow_up_subject(&self, subject: &FollowUpSubject) -> String {
        match subject {
            FollowUpSubject::Text(text) => text.clone(),
            FollowUpSubject::Rule(rule) => self.label(*rule),
        }
    }

    /// One rule of the shop with its new value, or several, each behind its name.
    fn settings(&self, settings: &[ShopSetting]) -> Blanks {
        if let [setting] = settings {
            let (subject, aside) = (setting.key().to_owned(), self.setting_value(setting));
            return Blanks { subject, aside, ..<_>::default() };
        }
        let one = |setting: &ShopSetting| {
            let value = self.setting_value(setting);
            let args = [("rule", setting.key().into()), ("value", value.into())];
            self.format("rule-set", &args).trim_end().to_owned()
        };
        let aside = settings.iter().map(one).collect::<Vec<_>>().join(&self.text("between-rules"));
        Blanks { subject: "several".to_owned(), aside, ..<_>::default() }
    }

    /// Returns the value of a rule of the shop as people say it.
    fn setting_value(&self, setting: &ShopSetting) -> String {
        match setting {
            ShopSetting::DeliveryDays(days) => self.weekdays(*days),
            ShopSetting::Language(Some(language)) => self.language_name(*language),
            other => other.value(),
        }
    }

    fn batch(&self, Batch { kind, count, subjects, amount, .. }: &Batch) -> Blanks {
        let mut named = subjects.clone();
        let is_partial = usize::try_from(*count).is_ok_and(|count| count > named.len());
        named.extend(is_partial.then(|| "…".to_owned()));
        Blanks {
            subject: kind.map(|kind| kind.key().into_owned()).unwrap_or_default(),
            count: *count,
            amount: self.maybe(*amount, Self::money),
            aside: self.list(&named),
            ..<_>::default()
        }
    }

    fn legacy(&self, legacy: &LegacyDetail) -> Blanks {
        let product = legacy.product.as_ref();
        let name = |product: &NamedProduct| product.name.clone();
        let unit = product.map_or(legacy.text.as_str(), |product| product.unit.as_str());
        Blanks {
            subject: legacy.subject.clone(),
            product: product.map_or_else(|| legacy.text.clone(), name),
            period: legacy.text.clone(),
            quantity: self.maybe(legacy.quantity, |words, quantity| words.quantity(quantity, unit)),
            amount: self.maybe(legacy.amount, Self::money),
            day: self.maybe(legacy.day, Self::day),
            count: legacy.count.unwrap_or_default(),
            aside: legacy.rule.map_or_else(|| legacy.text.clone(), |rule| self.label(rule)),
        }
    }

    fn maybe<T>(&self, value: Option<T>, text: impl Fn(&Self, T) -> String) -> String {
        value.map(|value| text(self, value)).unwrap_or_default()
    }
}

/// Returns whether money that was held was given back, for which a kind has a sentence of its own.
fn returns_held(detail: &ActionDetail) -> bool {
    matches!(detail, ActionDetail::EntryAdded { kind, amount, .. }
        if kind.rule().ledger == EntryLedger::Held && amount.is_negative())
}

/// Returns the ending of the key of a kind that has several sentences.
fn variant(detail: &ActionDetail) -> &'static str {
    match detail {
        ActionDetail::JarRead { reading: ReadingKind::Enough, .. } => "-enough",
        ActionDetail::DeliveryEdited { corrected, .. } if !corrected.is_zero() => "-corrected",
        ActionDetail::PromiseAdded { amount: None, .. } => "-all",
        ActionDetail::ContainersMoved { kind, .. } => match kind {
            ContainerMoveKind::Lent => "",
            ContainerMoveKind::Returned => "-returned",
            ContainerMoveKind::Lost => "-lost",
            ContainerMoveKind::Counted => "-counted",
        },
        ActionDetail::PriceSet { amount: None, .. } => "-ended",
        ActionDetail::PriceSet { least, .. } if !least.is_zero() => "-from-quantity",
        ActionDetail::DayClosed { difference, .. } if !difference.is_zero() => "-differing",
        ActionDetail::ComplaintAdded { promised_by: Some(_), .. }
        | ActionDetail::ComplaintAnswered { promised_by: Some(_), .. } => "-promised",
        ActionDetail::ComplaintSolved { discount, .. } if !discount.is_zero() => "-discounted",
        ActionDetail::ComplaintClosed { satisfaction: Some(_), .. } => "-asked",
        detail if returns_held(detail) => "-returned",
        _ => "",
    }
}

/// Returns the key of the message for a kind of action.
pub(super) fn message(kind: ActionKind) -> String {
    format!("action-{}", kind.key())
}
