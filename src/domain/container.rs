//! Returnable containers (barrels, bottles, gas cylinders): how many a customer holds, and since when.
//!
//! Containers are counted, and deposits are money: lending a container takes no deposit by itself, and a deposit
//! is an entry of the tab like any other. The moves are append-only; a count corrects what was written before.

use super::day::Day;
use super::id::{ContainerId, ContainerMoveId, CustomerId, DeliveryId};
use super::money::Money;
use super::quantity::Quantity;
use super::stable_name::keys;
use super::views::CustomerLabel;
use std::collections::VecDeque;

/// The largest number of containers in one move.
pub const MOST_CONTAINERS: i64 = 100_000;

/// A kind of returnable container.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Container {
    /// Given by the store.
    pub id: ContainerId,
    /// Unique, whatever the case: `桶`, `12 kg cylinder`.
    pub name: String,
    /// The usual deposit for one.
    pub deposit: Money,
    /// The price that is charged for one that is lost.
    pub price: Money,
}

/// Changes to a kind of container: fields that are `Some` are set, the others stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "each field is the field of Container with the same name")]
pub struct ContainerPatch {
    pub name: Option<String>,
    pub deposit: Option<Money>,
    pub price: Option<Money>,
}

/// The reason why a customer holds more or fewer containers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ContainerMoveKind {
    /// Handed to the customer.
    Lent,
    /// Brought back.
    Returned,
    /// Lost or broken by the customer.
    Lost,
    /// The difference that a count found.
    Counted,
}

keys!(ContainerMoveKind {
    Lent = "lent",
    Returned = "returned",
    Lost = "lost",
    Counted = "counted",
});

/// One move of containers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContainerMove {
    /// Given by the store.
    pub id: ContainerMoveId,
    /// The customer.
    pub customer: CustomerId,
    /// The kind of container.
    pub container: ContainerId,
    /// The day.
    pub on: Day,
    /// The reason.
    pub kind: ContainerMoveKind,
    /// The change of what the customer holds: positive if they hold more.
    pub change: i64,
    /// The delivery at which it happened.
    pub delivery: Option<DeliveryId>,
    /// A free note.
    pub note: String,
}

/// A move to be recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewContainerMove {
    /// The customer.
    pub customer: CustomerId,
    /// The kind of container; `None` is the only one that there is, or that the customer holds.
    pub container: Option<ContainerId>,
    /// The day.
    pub on: Day,
    /// The reason.
    pub kind: ContainerMoveKind,
    /// The number that is lent, returned or lost; the number that the customer holds, of a count.
    pub count: i64,
    /// The deposit that is taken for lent, paid back for returned, and kept for lost containers.
    pub deposit: Option<DepositAmount>,
    /// The price of each lost container; `None` is that of its kind, and zero charges nothing.
    pub price: Option<Money>,
    /// Method of payment of the deposit.
    pub method: String,
    /// A free note; of lost containers it begins the note of the charge, before their number.
    pub note: String,
}

/// The amount of a deposit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DepositAmount {
    /// The usual deposit of each container.
    Standard,
    /// Another amount for all of them.
    Amount(Money),
}

impl DepositAmount {
    /// Returns the amount for a number of containers.
    pub fn of(self, count: i64, container: &Container) -> Money {
        match self {
            Self::Standard => Quantity::whole(count).times(container.deposit),
            Self::Amount(amount) => amount,
        }
    }
}

/// The containers that are exchanged at the door.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct DoorContainers {
    /// The number lent; `None` is one for each unit of the goods that come in containers.
    pub lent: Option<i64>,
    /// The number brought back.
    pub returned: i64,
    /// The deposit: `Standard` is for as many as the customer holds more than before, and is paid back if they hold
    /// fewer.
    pub deposit: Option<DepositAmount>,
}

impl DoorContainers {
    /// Returns whether something is said about containers.
    pub fn is_said(&self) -> bool {
        *self != Self::default()
    }
}

/// Returns the number of containers in which a quantity comes, one for each unit or part of one.
pub fn containers_for(quantity: Quantity) -> i64 {
    let units = quantity.thousandths().max(0);
    units / 1000 + i64::from(units % 1000 > 0)
}

/// The containers of one kind that a customer holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holding {
    /// The name of the kind.
    pub container: String,
    /// Their number.
    pub count: i64,
    /// The day on which the oldest of them was handed out.
    pub since: Day,
}

/// A customer who holds containers, in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HolderRow {
    /// The customer.
    pub who: CustomerLabel,
    /// The containers.
    pub holding: Holding,
    /// The deposits that the shop holds for the customer, of all kinds together.
    pub deposits: Money,
}

/// A kind of container, in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContainerRow {
    /// The kind.
    pub container: Container,
    /// The number held by all customers.
    pub out: i64,
    /// The number of customers who hold any.
    pub customers: u32,
}

/// A day at whose end a customer would hold fewer containers than none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NegativeHolding {
    /// The name of the kind.
    pub container: String,
    /// The day.
    pub on: Day,
    /// The count, below zero.
    pub count: i64,
}

/// Returns how many containers are held after the changes of some days, the oldest first, and since when the oldest of
/// them: the ones that were handed out first are given back first. `None` if none is held.
pub fn held_since(changes: impl IntoIterator<Item = (Day, i64)>) -> Option<(i64, Day)> {
    let mut lots: VecDeque<(Day, i64)> = VecDeque::new();
    for (day, change) in changes {
        if change > 0 {
            lots.push_back((day, change));
        }
        let mut back = (-change).max(0);
        while let Some((_, count)) = lots.front_mut().filter(|_| back > 0) {
            let part = back.min(*count);
            *count -= part;
            back -= part;
            if *count == 0 {
                lots.pop_front();
            }
        }
    }
    let (since, _) = lots.front().copied()?;
    let count = lots.iter().map(|(_, count)| count).sum();
    Some((count, since))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn nth(n: i64) -> Day {
        Day::default() + chrono::TimeDelta::days(n)
    }

    fn held(moves: &[(i64, i64)]) -> Option<(i64, Day)> {
        held_since(moves.iter().map(|(day, change)| (nth(*day), *change)))
    }

    #[test]
    fn the_containers_that_went_out_first_come_back_first() {
        assert_eq!(held(&[]), None);
        assert_eq!(held(&[(1, 2), (5, 1)]), Some((3, nth(1))));
        assert_eq!(held(&[(1, 2), (5, 1), (9, -1)]), Some((2, nth(1))));
        assert_eq!(held(&[(1, 2), (5, 1), (9, -2)]), Some((1, nth(5))));
        assert_eq!(held(&[(1, 2), (5, 1), (9, -3)]), None);
    }

    #[test]
    fn a_part_of_a_unit_comes_in_a_container_of_its_own() {
        let count = |thousandths| containers_for(Quantity::from_thousandths(thousandths));
        assert_eq!([-1, 0, 1, 1000, 1001].map(count), [0, 0, 1, 1, 2]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn what_is_held_is_the_sum_of_the_moves(
            changes in prop::collection::vec(-5..9_i64, 0..20),
        ) {
            let mut sum = 0;
            let mut moves = Vec::new();
            for (day, change) in (0..).zip(changes) {
                // Nobody gives back more than they hold.
                let change = change.max(-sum);
                sum += change;
                moves.push((day, change));
            }
            prop_assert_eq!(held(&moves).map_or(0, |(count, _)| count), sum);
        }
    }
}
