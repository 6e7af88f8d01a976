//! The journal. It is exported only.

use crate::domain::action::{ActionDetail, Batch, FollowUpSubject, NamedGoods};
use crate::domain::record::ActionRecord;
use crate::domain::{Currency, StableName};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("at"),
    Column::left("by"),
    Column::left("direction"),
    Column::right("of"),
    Column::left("in_force"),
    Column::left("kind"),
    Column::left("customer"),
    Column::left("about"),
    Column::left("detail"),
    Column::right("amount"),
    Column::right("quantity"),
    Column::left("day"),
    Column::right("count"),
];

pub(super) fn cells(row: &ActionRecord, currency: Currency) -> [Cell<'_>; 14] {
    let action = &row.action;
    let detail = &action.detail;
    let (about, text) = texts(detail);
    [
        Cell::Int(action.id.number()),
        Cell::text(&action.at),
        Cell::text(&action.by),
        Cell::name("direction", action.effect.key()),
        Cell::or_empty(action.of, |of| Cell::Int(of.number())),
        Cell::Flag(action.in_effect),
        Cell::text(detail.kind().key()),
        Cell::or_empty(row.customer.as_deref(), Cell::text),
        Cell::text(about),
        Cell::text(text),
        Cell::or_empty(detail.amount(), |amount| Cell::Money(amount, currency)),
        Cell::or_empty(detail.quantity(), Cell::Quantity),
        Cell::or_empty(detail.day(), Cell::Day),
        Cell::or_empty(detail.count(), |count| Cell::Int(count.into())),
    ]
}

/// Returns the texts of the columns `about` and `detail`.
fn texts(detail: &ActionDetail) -> (String, String) {
    use ActionDetail as Did;
    let about = match (detail.named_customer(), detail.product()) {
        (Some(customer), _) => customer.label(),
        (None, Some(product)) => product.name.clone(),
        (None, None) => String::new(),
    };
    let text = match detail {
        Did::ShopSet { settings } => match settings.as_slice() {
            [setting] => return (setting.key().to_owned(), setting.value()),
            several => {
                let pairs = several.iter().map(|one| format!("{}={}", one.key(), one.value()));
                return ("several".to_owned(), pairs.collect::<Vec<_>>().join("; "));
            }
        },
        Did::CustomerLeft { reason, .. }
        | Did::DeliveryMissed { reason, .. }
        | Did::DeliveryCancelled { reason, .. }
        | Did::DayClosed { reason, .. }
        | Did::SkipAdded { reason, .. } => reason.clone(),
        Did::CustomerAway { period, .. } => period.to_string(),
        Did::StockOrdered { product, .. }
        | Did::StockReceived { product, .. }
        | Did::StockCounted { product, .. } => product.unit.clone(),
        Did::PriceSet { product, .. }
        | Did::PriceRemoved { product, .. }
        | Did::JarSet { product, .. }
        | Did::JarRead { product, .. } => product.name.clone(),
        Did::DeliveryPlanned { goods, .. }
        | Did::DeliveryDone { goods, .. }
        | Did::GoodsReturned { goods, .. }
        | Did::DeliveryEdited { goods, .. } => {
            let one = |NamedGoods { product, quantity }: &NamedGoods| {
                format!("{}={quantity}", product.name)
            };
            goods.iter().map(one).collect::<Vec<_>>().join(";")
        }
        Did::EntryAdded { method, .. } => method.clone(),
        Did::FollowUpAdded { subject, .. }
        | Did::FollowUpDone { subject, .. }
        | Did::FollowUpSnoozed { subject, .. }
        | Did::FollowUpDropped { subject, .. } => match subject {
            FollowUpSubject::Text(text) => text.clone(),
            FollowUpSubject::Rule(rule) => rule.key().to_owned(),
        },
        Did::EntryMoved { kind, .. } => kind.key().to_owned(),
        Did::TicketsSold { product, .. } | Did::TicketsRefunded { product, .. } => {
            product.name.clone()
        }
        Did::ContactAdded { text, .. } => text.clone(),
        Did::ComplaintAdded { about, .. }
        | Did::ComplaintAnswered { about, .. }
        | Did::ComplaintClosed { about, .. }
        | Did::ComplaintReopened { about, .. } => about.clone(),
        Did::ComplaintSolved { remedy, .. } => remedy.clone(),
        Did::ReminderSent { step, .. } => step.clone(),
        Did::ContainerAdded { container } | Did::ContainerEdited { container } => {
            return (container.clone(), String::new());
        }
        Did::ContainersMoved { container, kind, .. } => format!("{} {container}", kind.key()),
        Did::Imported { table, file, .. } => return (table.key().to_owned(), file.clone()),
        Did::Batch(Batch { kind, subjects, .. }) => {
            let kind = kind.map(|kind| kind.key().into_owned()).unwrap_or_default();
            return (kind, subjects.join(";"));
        }
        Did::Legacy(legacy) => return (legacy.subject.clone(), legacy.text.clone()),
        Did::CustomerAdded { .. }
        | Did::CustomerEdited { .. }
        | Did::CustomerReturned { .. }
        | Did::HouseholdChanged { .. }
        | Did::ProductAdded { .. }
        | Did::ProductEdited { .. }
        | Did::ProductRetired { .. }
        | Did::ProductRestored { .. }
        | Did::ProposalsPlanned { .. }
        | Did::DeliveryMoved { .. }
        | Did::PromiseAdded { .. }
        | Did::SkipRemoved { .. } => String::new(),
    };
    (about, text)
}
