//! The parts that the details of many actions name: customers, products and goods, days and follow-ups.

use super::{customer_id, rule, thousandths};
use crate::domain::Quantity;
use crate::domain::action::{FollowUpSubject, NamedCustomer, NamedGoods, NamedProduct};
use crate::domain::day::{Day, Period};
use crate::domain::follow_up::Rule;
use crate::domain::id::CustomerId;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(remote = "NamedCustomer")]
pub(super) struct NamedCustomerDef {
    #[serde(with = "customer_id")]
    id: CustomerId,
    code: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "NamedProduct")]
pub(super) struct NamedProductDef {
    name: String,
    unit: String,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "NamedGoods")]
pub(super) struct NamedGoodsDef {
    #[serde(with = "NamedProductDef")]
    product: NamedProduct,
    #[serde(with = "thousandths")]
    quantity: Quantity,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Period")]
pub(super) struct PeriodDef {
    from: Day,
    to: Day,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FollowUpSubject", rename_all = "kebab-case")]
pub(super) enum FollowUpSubjectDef {
    Text(String),
    Rule(#[serde(with = "rule")] Rule),
}
