//! A customer in a payload that may name none.

use super::NamedCustomerDef;
use crate::domain::action::NamedCustomer;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
struct Named(#[serde(with = "NamedCustomerDef")] NamedCustomer);

pub(super) fn serialize<S: Serializer>(
    customer: &Option<NamedCustomer>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    customer.clone().map(Named).serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NamedCustomer>, D::Error> {
    Ok(Option::deserialize(deserializer)?.map(|Named(customer)| customer))
}
