//! Why something was refused, as a sentence and a way on.

use super::{Arg, Localizer, Sentence};
use crate::domain::day::{iso, parse_iso};
use crate::domain::refusal::{KnownCustomer, RefusedRecord};
use crate::domain::{Quantity, Refusal};

impl Localizer {
    /// Why a command was not performed, and what can be done instead.
    pub fn refused(&self, refused: &Refusal) -> Sentence {
        use Refusal as No;
        let none = Vec::new;
        let (key, args): (&str, Vec<(&str, Arg<'_>)>) = match refused {
            No::CodeTaken { code, name } => {
                ("code-taken", vec![("code", code.into()), ("name", name.into())])
            }
            No::NoName => ("no-name", none()),
            No::NotFound { what, which } => {
                ("not-there", vec![("what", self.thing(*what).into()), ("which", which.into())])
            }
            No::AlreadyLeft { name, on } => {
                ("already-left", vec![("name", name.into()), ("on", self.day(*on).into())])
            }
            No::MoreThanOwed { name, owed } => {
                ("more-than-owed", vec![("name", name.into()), ("owed", self.money(*owed).into())])
            }
            No::Retired { name, on } => {
                ("retired", vec![("name", name.into()), ("day", self.day(*on).into())])
            }
            No::NoPriceToEnd { product } => ("no-price-to-end", vec![("product", product.into())]),
            No::NotRetired { name } => ("not-retired", vec![("name", name.into())]),
            No::OverLimit { name, trust, excess } => {
                ("over-limit", self.over_limit(name, *trust, excess))
            }
            No::UnknownMethod { text, methods } => (
                "unknown-method",
                vec![("text", text.into()), ("methods", self.list(methods).into())],
            ),
            No::UnknownComplaintKind { text, kinds } => {
                ("unknown-complaint-kind", self.unknown_complaint_kind(text, kinds))
            }
            No::ComplaintSolved { name, complaint, on } => {
                ("complaint-solved", self.about_complaint(name, *complaint, Some(*on)))
            }
            No::ComplaintUnsolved { name, complaint } => {
                ("complaint-unsolved", self.about_complaint(name, *complaint, None))
            }
            No::ComplaintClosed { name, complaint, on } => {
                ("complaint-closed", self.about_complaint(name, *complaint, Some(*on)))
            }
            No::ComplaintToSolve => ("complaint-to-solve", none()),
            No::ReminderDuringComplaint { name } => {
                ("reminder-during-complaint", vec![("name", name.into())])
            }
            No::NoReminderDue { name } => ("no-reminder-due", vec![("name", name.into())]),
            No::NoConsent { name, channel } => (
                "no-consent",
                vec![("name", name.into()), ("channel", self.label(*channel).into())],
            ),
            No::NotReachable { name, channel } => (
                "not-reachable",
                vec![("name", name.into()), ("channel", self.label(*channel).into())],
            ),
            No::ReminderNotMoved => ("reminder-not-moved", none()),
            No::RepeatedPayment { name, amount, on } => {
                let (amount, day) = (self.money(*amount), self.day(*on));
                let args =
                    vec![("name", name.into()), ("amount", amount.into()), ("day", day.into())];
                ("repeated-payment", args)
            }
            No::NotTheBalance { name, on, balance } => {
                let (balance, day) = (self.money(*balance), self.day(*on));
                let args =
                    vec![("name", name.into()), ("balance", balance.into()), ("day", day.into())];
                ("not-the-balance", args)
            }
            No::BreaksAgreement { name, broken } => {
                let (agreed, balance) = (self.money(broken.agreed), self.money(broken.balance));
                let args = vec![
                    ("name", name.into()),
                    ("day", self.day(broken.on).into()),
                    ("agreed", agreed.into()),
                    ("balance", balance.into()),
                ];
                ("breaks-agreement", args)
            }
            No::ClosedAlready { day } => ("closed-already", vec![("day", self.day(*day).into())]),
            No::DayClosed { day } => (
                "day-closed",
                vec![("day", self.day(*day).into()), ("iso", iso(*day).to_string().into())],
            ),
            No::DayChanged { day } => ("day-changed", vec![("day", self.day(*day).into())]),
            No::NotClosed { day } => ("not-closed", vec![("day", self.day(*day).into())]),
            No::CountedOtherwise { counted, sum } => {
                let (counted, sum) = (self.money(*counted), self.money(*sum));
                ("counted-otherwise", vec![("counted", counted.into()), ("sum", sum.into())])
            }
            No::DifferenceUnexplained { expected, counted } => {
                let difference = self.money(*counted - *expected);
                let (expected, counted) = (self.money(*expected), self.money(*counted));
                let args = vec![
                    ("expected", expected.into()),
                    ("counted", counted.into()),
                    ("difference", difference.into()),
                ];
                ("difference-unexplained", args)
            }
            No::MoreThanHeld { name, held } => {
                ("more-than-held", vec![("name", name.into()), ("held", self.money(*held).into())])
            }
            No::NotEnoughTickets { name, product, tickets, expired } => {
                let key = match expired {
                    Some(_) => "not-enough-tickets-expired",
                    None => "not-enough-tickets",
                };
                let args = vec![
                    ("name", name.into()),
                    ("product", product.into()),
                    ("count", (*tickets).into()),
                    ("day", expired.map(|day| self.day(day)).unwrap_or_default().into()),
                ];
                (key, args)
            }
            No::MoreTicketsThanGoods { product, tickets, delivered, unit } => (
                "more-tickets-than-goods",
                vec![
                    ("product", product.into()),
                    ("count", (*tickets).into()),
                    ("delivered", self.quantity(*delivered, unit).into()),
                ],
            ),
            No::WhichTickets { name } => ("which-tickets", vec![("name", name.into())]),
            No::TicketsPaidFor { delivery, product, tickets } => (
                "tickets-paid-for",
                vec![
                    ("delivery", number(delivery.number())),
                    ("product", product.into()),
                    ("count", (*tickets).into()),
                ],
            ),
            No::NotMovable { entry, delivery: Some(delivery) } => (
                "not-movable-delivery",
                vec![("entry", number(*entry)), ("delivery", number(delivery.number()))],
            ),
            No::NotMovable { entry, delivery: None } => {
                ("not-movable", vec![("entry", number(*entry))])
            }
            No::NotMovableTickets { entry } => {
                ("not-movable-tickets", vec![("entry", number(*entry))])
            }
            No::AlreadyMoved { entry } => ("already-moved", vec![("entry", number(*entry))]),
            No::NotLeft { name } => ("not-left", vec![("name", name.into())]),
            No::HasLeft { name, on } => {
                ("has-left", vec![("name", name.into()), ("on", self.day(*on).into())])
            }
            No::ReferredByThemselves { name } => {
                ("referred-by-themselves", vec![("name", name.into())])
            }
            No::NotReceived { entry } => {
                ("not-received", vec![("entry", entry.to_string().into())])
            }
            No::OpeningWritten { name } => ("opening-written", vec![("name", name.into())]),
            No::MoreAwayThanPeople { name, people } => {
                ("more-away-than-people", vec![("name", name.into()), ("people", (*people).into())])
            }
            No::AwayTwice { name, from, to } => (
                "away-twice",
                vec![
                    ("name", name.into()),
                    ("from", self.day(*from).into()),
                    ("to", self.day(*to).into()),
                ],
            ),
            No::ProductTaken { name } => ("product-taken", vec![("name", name.into())]),
            No::ProductIncomplete => ("product-incomplete", none()),
            No::UnitInUse { name } => ("unit-in-use", vec![("name", name.into())]),
            No::CurrencyInUse => ("currency-in-use", none()),
            No::NoDeliveryDays => ("no-delivery-days", none()),
            No::NoJar { name, product } => {
                ("no-jar", vec![("name", name.into()), ("product", product.into())])
            }
            No::NothingToReview { name, product } => {
                ("nothing-to-review", vec![("name", name.into()), ("product", product.into())])
            }
            No::NoCapacity { name, product } => {
                ("no-capacity", vec![("name", name.into()), ("product", product.into())])
            }
            No::MoreThanItHolds { product, level, capacity } => (
                "more-than-it-holds",
                vec![
                    ("product", product.into()),
                    ("level", level.to_string().into()),
                    ("capacity", capacity.to_string().into()),
                ],
            ),
            No::UsualDoesNotFit { usual, capacity } => (
                "usual-does-not-fit",
                vec![
                    ("usual", usual.to_string().into()),
                    ("capacity", capacity.to_string().into()),
                ],
            ),
            No::NothingToDeliver { name } => ("nothing-to-deliver", vec![("name", name.into())]),
            No::WhichJar { name } => ("which-jar", vec![("name", name.into())]),
            No::WhichProduct { name, jars } => (
                "which-product",
                vec![
                    ("name", name.into()),
                    ("count", jars.len().into()),
                    ("jars", self.list(jars).into()),
                ],
            ),
            No::NotOpen { delivery, name, on } => (
                "not-open",
                vec![
                    ("delivery", number(delivery.number())),
                    ("name", name.into()),
                    ("on", self.day(*on).into()),
                ],
            ),
            No::NotDelivered { delivery, name } => (
                "not-delivered",
                vec![("delivery", number(delivery.number())), ("name", name.into())],
            ),
            No::InThePast { day } => ("in-the-past", vec![("day", self.day(*day).into())]),
            No::InTheFuture { day } => ("in-the-future", vec![("day", self.day(*day).into())]),
            No::NotLater { day, than } => (
                "not-later",
                vec![("day", self.day(*day).into()), ("than", self.day(*than).into())],
            ),
            No::NeverDelivered { name, product } => {
                ("never-delivered", vec![("name", name.into()), ("product", product.into())])
            }
            No::MoreThanDelivered { name, product, delivered, unit } => (
                "more-than-delivered",
                vec![
                    ("name", name.into()),
                    ("product", product.into()),
                    ("delivered", self.quantity(*delivered, unit).into()),
                ],
            ),
            No::ReturnNotEdited { delivery } => {
                ("return-not-edited", vec![("delivery", number(delivery.number()))])
            }
            No::ContainerTaken { name } => ("container-taken", vec![("name", name.into())]),
            No::WhichContainer { kinds } => match kinds.as_slice() {
                [] => ("no-container", none()),
                kinds => ("which-container", vec![("kinds", self.list(kinds).into())]),
            },
            No::MoreThanLent { name, container, held, on } => (
                "more-than-lent",
                vec![
                    ("name", name.into()),
                    ("containers", self.containers(*held, container).into()),
                    ("day", self.day(*on).into()),
                ],
            ),
            No::NegativeHolding { name, holding } => (
                "negative-holding",
                vec![
                    ("name", name.into()),
                    ("containers", self.containers(-holding.count, &holding.container).into()),
                    ("day", self.day(holding.on).into()),
                ],
            ),
            No::ContainerInUse { container, product } => (
                "container-in-use",
                vec![("container", container.into()), ("product", product.into())],
            ),
            No::NotPositive { amount } if amount.is_zero() => ("zero", Vec::new()),
            No::NotPositive { .. } => ("not-positive", Vec::new()),
            No::TooLarge { what } => ("too-large", vec![("what", self.thing(*what).into())]),
            No::TooSmall { what } => ("too-small", vec![("what", self.thing(*what).into())]),
            No::NamedTwice { what, text } => {
                ("named-twice", vec![("what", self.thing(*what).into()), ("text", text.into())])
            }
            No::EmptyText { what } => ("empty-text", vec![("what", self.thing(*what).into())]),
            No::BadText { what, text } => {
                ("bad-text", vec![("what", self.thing(*what).into()), ("text", text.into())])
            }
            No::TooLong { what, begins, length, limit } => (
                "too-long",
                vec![
                    ("what", self.thing(*what).into()),
                    ("begins", begins.into()),
                    ("length", self.count(*length).into()),
                    ("limit", self.count(*limit).into()),
                ],
            ),
            No::TooMany { what, count, limit } => (
                "too-many",
                vec![
                    ("what", self.thing(*what).into()),
                    ("count", (*count).into()),
                    ("limit", (*limit).into()),
                ],
            ),
            No::BadForm { what, text } => {
                ("bad-form", vec![("what", self.thing(*what).into()), ("text", text.into())])
            }
            No::NoDigits { text } => ("no-digits", vec![("text", text.into())]),
            No::FollowUpClosed { rule, text, on } => {
                let rule = rule.filter(|_| text.is_empty()).map(|rule| self.label(rule));
                let text = rule.map_or_else(|| text.into(), Into::into);
                ("follow-up-closed", vec![("text", text), ("on", self.day(*on).into())])
            }
            No::PromisedTwice { name, day } => {
                ("promised-twice", vec![("name", name.into()), ("day", self.day(*day).into())])
            }
            No::NothingToUndo => ("nothing-to-undo", none()),
            No::NothingToUndoBy { name } => ("nothing-to-undo-by", vec![("name", name.into())]),
            No::NothingToRedo => ("nothing-to-redo", none()),
            No::AlreadyUndone { action } => {
                ("already-undone", vec![("action", number(action.number()))])
            }
            No::LaterDependent { action, detail, at } => (
                "later-stands",
                vec![
                    ("action", number(action.number())),
                    ("deed", self.action_detail(detail).into()),
                    ("at", at.into()),
                ],
            ),
            No::NoRoomToRedo { action } => {
                ("no-room-to-redo", vec![("action", number(action.number()))])
            }
            No::NumberTaken { what, number } => (
                "number-taken",
                vec![("what", self.thing(*what).into()), ("number", format!("#{number}").into())],
            ),
            No::JarTaken { name, product } => {
                ("jar-taken", vec![("name", name.into()), ("product", product.into())])
            }
            No::PlannedTwice { name, day } => {
                ("planned-twice", vec![("name", name.into()), ("day", self.day(*day).into())])
            }
            No::NothingChosen => ("nothing-chosen", none()),
            No::OnlyAlone => ("only-alone", none()),
            No::OneOfBatch { about, because } => {
                let because = self.refused(because);
                let args = [("about", about.into()), ("because", because.text.into())];
                let Sentence { text, hint } = self.message("refused-one-of-several", &args);
                return Sentence { text, hint: because.hint.or(hint) };
            }
            No::ImportRows(rows) => return self.bad_rows(rows, |row| self.refused_row(row)),
            No::ImportedBefore { action, at, rows } => {
                let day = at.get(..10).and_then(|day| parse_iso(day).ok());
                let day = day.map_or_else(|| at.clone(), |day| self.day(day));
                let action = number(action.number());
                (
                    "imported-before",
                    vec![("action", action), ("day", day.into()), ("rows", (*rows).into())],
                )
            }
            No::ImportKnown(customers) => {
                let Sentence { text, .. } =
                    self.bad_rows(customers, |one| self.known_customer(one));
                return Sentence { text, ..self.message("refused-import-known", &[]) };
            }
        };
        self.message(&format!("refused-{key}"), &args)
    }

    /// Returns a large count with its thousands set apart.
    fn count(&self, count: usize) -> String {
        self.quantity(Quantity::whole(i64::try_from(count).unwrap_or(i64::MAX)), "")
    }

    pub(super) fn refused_row(&self, row: &RefusedRecord) -> Sentence {
        self.bad_field(row.line, row.column, self.refused(&row.because))
    }

    fn known_customer(&self, known: &KnownCustomer) -> Sentence {
        let KnownCustomer { line, first_line, code, name } = known;
        let mut args =
            vec![("line", line.to_string().into()), ("code", code.into()), ("name", name.into())];
        match first_line {
            Some(first) => {
                args.push(("first", first.to_string().into()));
                self.message("known-in-file", &args)
            }
            None => self.message("known-customer", &args),
        }
    }
}

/// An identity as people see it: `#12`.
fn number(number: i64) -> Arg<'static> {
    format!("#{number}").into()
}
