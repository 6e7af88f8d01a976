//! The choices at the door where a visit goes over the credit limit: less goods, a part payment, or a reason.

use super::DoorForm;
use crate::domain::Quantity;
use crate::domain::credit_limit::{LimitExcess, affordable};
use crate::domain::text::rules;
use crate::tui::forms::entry::put_amount;
use crate::tui::model::{FieldId, Form, FormField, Model};

impl DoorForm {
    /// Returns the amount by which the visit exceeds the credit limit; `None` if it does not.
    fn excess(&self, model: &Model, form: &Form) -> Option<LimitExcess> {
        let charge = self.charge(model, form)?;
        let paid = self.tab.balance + charge - self.balance_after(model, form)?;
        LimitExcess::of(self.tab.limit, self.tab.balance, (charge, paid))
    }

    /// Lowers the quantities to what the credit limit allows, the last goods first.
    pub(in crate::tui::forms) fn fit_limit(&self, model: &Model, form: &mut Form) -> bool {
        let Some(excess) = self.excess(model, form) else { return false };
        let mut over = self.charge(model, form).unwrap_or_default() - excess.room;
        for (index, goods) in self.goods.iter().enumerate().rev() {
            let typed = form.text(FieldId::Brought(index));
            let Ok(quantity) = Quantity::parse_at_least_zero_in(typed, &goods.unit) else {
                continue;
            };
            if !over.is_positive() || quantity.is_zero() {
                continue;
            }
            let agreed = goods.prices.of(quantity);
            let price = match form.text(FieldId::BroughtPrice(index)) {
                "" => agreed,
                text => model.shop.currency.parse_at_least_zero(text).unwrap_or(agreed),
            };
            let cost = quantity.times(price);
            let fits = affordable(cost - over, price, quantity);
            over -= cost - fits.times(price);
            form.focus(FieldId::Brought(index));
            form.replace(fits.to_string());
        }
        form.forgive();
        true
    }

    /// Takes as payment what goes over the credit limit.
    pub(in crate::tui::forms) fn take_part(&self, model: &Model, form: &mut Form) -> bool {
        let Some(excess) = self.excess(model, form) else { return false };
        put_amount(model, form, (FieldId::Paid, excess.part))
    }

    /// Asks for the reason why the visit goes over the credit limit, once.
    pub fn ask_for_reason(model: &Model, form: &mut Form) {
        if form.field(FieldId::Reason).is_none() {
            let words = &model.words;
            let aside = words.text("over-limit-reason-aside");
            let reason = FormField::new(words.text("over-limit-reason"), String::new(), aside);
            form.insert_before(FieldId::Shortfall, [reason.id(FieldId::Reason).of(rules::NOTE)]);
        }
    }
}
