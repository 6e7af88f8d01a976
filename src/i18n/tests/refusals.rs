//! One of each kind of refusal, for the tests of their sentences.

use super::*;
use crate::domain::action::NamedGoods;
use crate::domain::agreement::BrokenAgreement;
use crate::domain::credit_limit::LimitExcess;
use crate::domain::customer::Channel;
use crate::domain::id::EntryId;
use crate::domain::trust::TrustGrade;

fn excess(goods: Vec<NamedGoods>) -> Box<LimitExcess> {
    Box::new(LimitExcess {
        balance: Money::MAX,
        limit: Money::ZERO,
        room: Money::from_minor(7),
        part: Money::MAX,
        goods: goods.into_iter().next(),
    })
}

/// One of each kind of refusal.
pub(super) fn all() -> Vec<Refusal> {
    use Refusal as No;
    let (text, quantity, action) = (name, Quantity::whole(20), ActionId::new(7));
    let detail = Box::new(ActionDetail::CustomerReturned { customer: actions::customer() });
    vec![
        No::CodeTaken { code: "C102".to_owned(), name: name() },
        No::NoName,
        No::NotFound { what: Topic::Customer, which: text() },
        No::AlreadyLeft { name: name(), on: day() },
        No::NotLeft { name: name() },
        No::HasLeft { name: name(), on: day() },
        No::ReferredByThemselves { name: name() },
        No::NotReceived { entry: 12 },
        No::OpeningWritten { name: name() },
        No::MoreAwayThanPeople { name: name(), people: 0 },
        No::MoreAwayThanPeople { name: name(), people: 1 },
        No::MoreAwayThanPeople { name: name(), people: 5 },
        No::AwayTwice { name: name(), from: day(), to: day() },
        No::ProductTaken { name: name() },
        No::ProductIncomplete,
        No::UnitInUse { name: name() },
        No::CurrencyInUse,
        No::NoDeliveryDays,
        No::NoJar { name: name(), product: text() },
        No::NothingToReview { name: name(), product: text() },
        No::NoCapacity { name: name(), product: text() },
        No::MoreThanItHolds { product: text(), level: quantity, capacity: quantity },
        No::MoreThanOwed { name: text(), owed: Money::from_minor(240) },
        No::Retired { name: text(), on: day() },
        No::NoPriceToEnd { product: text() },
        No::NotRetired { name: text() },
        No::OverLimit { name: text(), trust: None, excess: excess(Vec::new()) },
        No::OverLimit {
            name: text(),
            trust: Some(TrustGrade::B),
            excess: excess(actions::goods()),
        },
        No::NoReminderDue { name: name() },
        No::NoConsent { name: name(), channel: Channel::Email },
        No::NotReachable { name: name(), channel: Channel::Phone },
        No::ReminderNotMoved,
        No::UnknownMethod { text: text(), methods: vec![text()] },
        No::UnknownComplaintKind { text: text(), kinds: vec![text()] },
        No::ComplaintSolved { name: name(), complaint: 3, on: day() },
        No::ComplaintUnsolved { name: name(), complaint: 3 },
        No::ComplaintClosed { name: name(), complaint: 3, on: day() },
        No::ComplaintToSolve,
        No::ReminderDuringComplaint { name: name() },
        No::RepeatedPayment { name: text(), amount: Money::MAX, on: day() },
        No::NotTheBalance { name: text(), on: day(), balance: Money::MAX },
        No::BreaksAgreement {
            name: text(),
            broken: BrokenAgreement {
                entry: EntryId::new(3),
                on: day(),
                agreed: Money::MAX,
                balance: Money::ZERO,
            },
        },
        No::ClosedAlready { day: day() },
        No::DayClosed { day: day() },
        No::DayChanged { day: day() },
        No::NotClosed { day: day() },
        No::CountedOtherwise { counted: Money::MAX, sum: Money::ZERO },
        No::DifferenceUnexplained { expected: Money::MAX, counted: Money::ZERO },
        No::MoreThanHeld { name: text(), held: Money::from_minor(240) },
        No::NotEnoughTickets { name: name(), product: text(), tickets: 1, expired: None },
        No::NotEnoughTickets { name: name(), product: text(), tickets: 0, expired: Some(day()) },
        No::MoreTicketsThanGoods { product: text(), tickets: 5, delivered: quantity, unit: text() },
        No::WhichTickets { name: name() },
        No::TicketsPaidFor { delivery: DeliveryId::new(3), product: text(), tickets: 2 },
        No::NotMovable { entry: 7, delivery: None },
        No::NotMovable { entry: 7, delivery: Some(DeliveryId::new(3)) },
        No::NotMovableTickets { entry: 7 },
        No::AlreadyMoved { entry: 7 },
        No::UsualDoesNotFit { usual: quantity, capacity: quantity },
        No::NothingToDeliver { name: name() },
        No::WhichJar { name: name() },
        No::WhichProduct { name: name(), jars: vec![text(), text()] },
        No::NotOpen { delivery: DeliveryId::new(3), name: name(), on: day() },
        No::NotDelivered { delivery: DeliveryId::new(3), name: name() },
        No::InThePast { day: day() },
        No::InTheFuture { day: day() },
        No::NotLater { day: day(), than: day() },
        No::NotPositive { amount: Money::ZERO },
        No::TooLarge { what: Topic::Amount },
        No::TooSmall { what: Topic::People },
        No::NamedTwice { what: Topic::Area, text: text() },
        No::EmptyText { what: Topic::Reason },
        No::BadText { what: Topic::Tag, text: text() },
        No::TooLong { what: Topic::Name, begins: text(), length: 20_000, limit: 200 },
        No::TooMany { what: Topic::Tag, count: 51, limit: 50 },
        No::BadForm { what: Topic::CustomerField(CustomerField::Email), text: text() },
        No::NoDigits { text: text() },
        No::FollowUpClosed { rule: None, text: text(), on: day() },
        No::PromisedTwice { name: text(), day: day() },
        No::NothingToUndo,
        No::NothingToUndoBy { name: text() },
        No::NothingToRedo,
        No::AlreadyUndone { action },
        No::LaterDependent { action, detail, at: "2026-03-27 08:15:00".to_owned() },
        No::NoRoomToRedo { action },
        No::NumberTaken { what: Topic::Jar, number: 7 },
        No::JarTaken { name: name(), product: text() },
        No::PlannedTwice { name: name(), day: day() },
        No::NothingChosen,
        No::OnlyAlone,
        No::OneOfBatch { about: name(), because: Box::new(No::NoName) },
        No::ImportRows(
            vec![
                RefusedRecord {
                    line: 12,
                    column: "product",
                    because: No::NoJar { name: name(), product: text() },
                };
                2
            ]
            .into(),
        ),
        No::ImportedBefore { action, at: "2026-03-27 08:15:00".to_owned(), rows: 1 },
        No::ImportKnown(
            [None, Some(2)]
                .map(|first_line| KnownCustomer { line: 3, first_line, code: text(), name: name() })
                .to_vec()
                .into(),
        ),
    ]
}
