//! Formats containers: how many of which kind, and since when.

use super::Localizer;
use crate::domain::Money;
use crate::domain::container::{ContainerMoveKind, Holding};

impl Localizer {
    /// Returns a number of containers: `2 桶`.
    pub fn containers(&self, count: i64, container: &str) -> String {
        self.format("containers", &[("count", count.into()), ("container", container.into())])
    }

    /// Returns what a customer holds: `3 桶 since 2 Mar`.
    pub fn holding(&self, holding: &Holding) -> String {
        let Holding { container, count, since } = holding;
        let containers = self.containers(*count, container);
        let args = [("containers", containers.into()), ("day", self.short_day(*since).into())];
        self.format("containers-since", &args)
    }

    /// Returns the numbers of containers that a customer holds: `3 桶, 1 瓶`.
    pub fn held(&self, holdings: &[Holding]) -> String {
        let one = |holding: &Holding| self.containers(holding.count, &holding.container);
        self.list(&holdings.iter().map(one).collect::<Vec<_>>())
    }

    /// Returns everything that a customer holds, one after the other.
    pub fn holdings(&self, holdings: &[Holding]) -> String {
        self.list(&holdings.iter().map(|holding| self.holding(holding)).collect::<Vec<_>>())
    }

    /// Returns the money that went with containers: the charge, and the deposit that was taken, paid back or kept;
    /// empty if there was none.
    pub(super) fn container_money(
        &self,
        kind: ContainerMoveKind,
        deposit: Money,
        charged: Money,
    ) -> String {
        let key = match kind {
            ContainerMoveKind::Lent | ContainerMoveKind::Counted => "containers-deposit",
            ContainerMoveKind::Returned => "containers-paid-back",
            ContainerMoveKind::Lost => "containers-kept",
        };
        let parts = [("containers-charged", charged), (key, deposit.abs())];
        let parts = parts.into_iter().filter(|(_, amount)| !amount.is_zero());
        let text = |(key, amount): (&str, Money)| {
            self.format(key, &[("amount", self.money(amount).into())])
        };
        self.list(&parts.map(text).collect::<Vec<_>>())
    }
}
