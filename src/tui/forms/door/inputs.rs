//! What was typed at the door: the goods brought, other goods, the levels left, and the money.

use super::DoorForm;
use crate::domain::container::{DepositAmount, containers_for};
use crate::domain::delivery::DeliveredLine;
use crate::domain::id::ProductId;
use crate::domain::jar::Level;
use crate::domain::quantity::parse_whole;
use crate::domain::views::Goods;
use crate::domain::{Money, Quantity};
use crate::tui::forms::{jar, read};
use crate::tui::model::{FieldId, Form, Model};

impl DoorForm {
    pub(super) fn brought(&self, model: &Model, form: &mut Form) -> Option<Vec<DeliveredLine>> {
        let mut lines = Vec::new();
        for (index, goods) in self.goods.iter().enumerate() {
            // The price fields are added with the first other product; before that no price is
            // typed.
            let price = money(model, form, FieldId::BroughtPrice(index));
            let quantity = read::value(model, form, FieldId::Brought(index), |text| {
                Quantity::parse_at_least_zero_in(text, &goods.unit)
            });
            let brought = quantity.zip(price);
            lines.push(brought.map(|(quantity, price)| DeliveredLine {
                product: goods.product,
                quantity,
                price,
            }));
        }
        lines.into_iter().collect()
    }

    /// Returns the other goods, each with the level seen, if any; fields left empty are skipped.
    pub(super) fn others(
        &self,
        model: &Model,
        form: &mut Form,
    ) -> Option<Vec<(DeliveredLine, Option<Level>)>> {
        let mut lines = Vec::new();
        for index in 0..self.others {
            let fields = [
                FieldId::OtherProduct(index),
                FieldId::OtherBrought(index),
                FieldId::OtherLeft(index),
                FieldId::OtherPrice(index),
            ];
            if fields.iter().all(|field| form.text(*field).is_empty()) {
                continue;
            }
            let [product, typed, left, price] = fields;
            let price = money(model, form, price);
            let unit = form.unit_of(product);
            let left = read::if_typed(model, form, left, |text| Level::parse(text, &unit));
            let quantity = |text: &str| Quantity::parse_positive_in(text, &unit);
            let quantity = read::value(model, form, typed, quantity);
            let product = jar::product(model, form, product);
            let line = product.zip(quantity).zip(price).zip(left);
            lines.push(line.map(|(((product, quantity), price), left)| {
                (DeliveredLine { product, quantity, price }, left)
            }));
        }
        lines.into_iter().collect()
    }

    pub(super) fn left(
        &self,
        model: &Model,
        form: &mut Form,
    ) -> Option<Vec<(Option<ProductId>, Level)>> {
        let mut left = Vec::new();
        for (index, goods) in self.goods.iter().enumerate() {
            let seen = read::if_typed(model, form, FieldId::Left(index), |text| {
                Level::parse(text, &goods.unit)
            });
            left.push(seen.map(|seen| seen.map(|level| (Some(goods.product), level))));
        }
        let left: Option<Vec<_>> = left.into_iter().collect();
        left.map(|left| left.into_iter().flatten().collect())
    }
}

impl DoorForm {
    /// Returns the remark beside the deposit: what the usual one is for the containers that the customer holds more
    /// than before, or is paid back for those that they hold fewer; `None` for as many as before.
    pub(super) fn deposit_remark(&self, model: &Model, form: &Form) -> Option<String> {
        let count = |field| match form.text(field) {
            "" => Ok(None),
            text => parse_whole(text, 0, u32::MAX).map(|count| Some(i64::from(count))),
        };
        let name = self.goods.iter().map(|goods| &goods.container).find(|name| !name.is_empty())?;
        let kind = self.jars.container_kind(name)?;
        let lent = match count(FieldId::Lent).ok()? {
            Some(lent) => lent,
            None => self.containers_brought(form),
        };
        let more = lent - count(FieldId::ReturnedContainers).ok()?.unwrap_or(0);
        let key = if more < 0 { "door-deposit-back" } else { "door-deposit-for" };
        let amount = model.words.money(DepositAmount::Standard.of(more.abs(), kind));
        let args = [
            ("containers", model.words.containers(more.abs(), name).into()),
            ("amount", amount.into()),
        ];
        (more != 0).then(|| model.words.format(key, &args))
    }

    /// Returns the number of containers in which the goods come.
    fn containers_brought(&self, form: &Form) -> i64 {
        let goods = self.goods.iter().enumerate();
        let in_containers = goods.filter(|(_, goods)| !goods.container.is_empty());
        let count = |(index, goods): (usize, &Goods)| {
            let brought = form.text(FieldId::Brought(index));
            Quantity::parse_at_least_zero_in(brought, &goods.unit).map_or(0, containers_for)
        };
        in_containers.map(count).sum()
    }
}

/// Returns the amount typed into a field, if any: an empty price means the agreed one, an empty
/// payment means none.
pub(super) fn money(model: &Model, form: &mut Form, field: FieldId) -> Option<Option<Money>> {
    read::if_typed(model, form, field, |text| model.shop.currency.parse_at_least_zero(text))
}

/// Returns the number of containers typed into a field, if any.
pub(super) fn containers(model: &Model, form: &mut Form, field: FieldId) -> Option<Option<i64>> {
    read::if_typed(model, form, field, |text| parse_whole(text, 0, u32::MAX).map(i64::from))
}
