//! Complaints from a file.

use super::visits::theirs;
use super::{Ids, Placed, Put, Wrong, at};
use crate::app::commands::not_in_the_future;
use crate::domain::complaint::{Complaint, ComplaintStage};
use crate::domain::id::ComplaintId;
use crate::domain::record::ComplaintRecord;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::text::rules;
use crate::domain::{Day, Money};
use crate::store::Tx;

/// Writes a complaint as it stands in the file; it books nothing and makes no return visit.
pub(super) fn put(tx: &Tx, ids: &mut Ids, row: ComplaintRecord, today: Day) -> Put<Placed> {
    let file = row.complaint;
    let id = ComplaintId::new(ids.free(tx, file.id.number())?);
    let customer = ids.customer(tx, "customer", &row.customer)?;
    let product = row.product.as_deref().map(|name| ids.product(tx, "product", name));
    let product = product.transpose()?.map(|product| product.id);
    if let Some(delivery) = file.delivery {
        theirs(tx, delivery, customer)?;
    }
    let days = [
        ("day", Some(file.on)),
        ("answered", file.answered_on),
        ("solved", file.solved_on),
        ("closed", file.closed_on),
    ];
    for (column, day) in days {
        at(|_| column, day.map_or(Ok(()), |day| not_in_the_future(day, today)))?;
    }
    let discount = Topic::Amount.within(file.discount, Money::ZERO..=Money::MAX);
    discount.map_err(|no| Wrong::Rule("discount", no))?;
    let stage = match (file.answered_on, file.solved_on, file.closed_on) {
        (_, Some(_), Some(_)) => ComplaintStage::Closed,
        (_, Some(_), None) => ComplaintStage::Solved,
        (Some(_), None, None) => ComplaintStage::Working,
        (None, None, None) => ComplaintStage::Open,
        (_, None, Some(closed)) => {
            let refused = Refusal::NotLater { day: closed, than: file.on };
            return Err(Wrong::Rule("closed", refused));
        }
    };
    let text = |column, text: std::result::Result<String, Refusal>| {
        text.map_err(|no| Wrong::Rule(column, no))
    };
    tx.insert_complaint(&Complaint {
        id,
        customer,
        product,
        kind: text("kind", rules::COMPLAINT_KIND.require(&file.kind))?,
        text: text("text", rules::TEXT.require(&file.text))?,
        owner: text("owner", rules::PERSON.normalize(&file.owner))?,
        stage,
        answered_on: file.answered_on.or(file.solved_on),
        cause: text("cause", rules::REASON.normalize(&file.cause))?,
        remedy: text("remedy", rules::REMEDY.normalize(&file.remedy))?,
        ..file
    })?;
    Ok(Placed::New)
}
