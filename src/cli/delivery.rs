//! `delivery`: proposing, planning, the round, and what happened at the door.

use super::args::delivery::{
    Cancel, Delivery as Verb, Done, Edit, List, Miss, Move, Plan as PlanArgs, Propose, Return,
    Round,
};
use super::args::values::RawArg;
use super::error::{Error, Result};
use super::filter::CustomerSet;
use super::round::state;
use super::tab::limit_of;
use super::{Cli, resolve};
use crate::app::SideNote;
use crate::domain::container::DoorContainers;
use crate::domain::delivery::{
    Checklist, DeliveryEdit, DeliveryReport, DeliveryStage, GoodsReturn, Plan, ReturnedStock,
};
use crate::domain::id::{DeliveryId, ProductId};
use crate::domain::jar::Level;
use crate::domain::product::Product;
use crate::domain::skip::ProposeAgain;
use crate::domain::views::DeliveryFilter;
use crate::domain::{Command, Day, StableName};
use crate::exchange::{Cell, Column, JsonObject};
use crate::reports::Proposal;
use chrono::Days;
use std::collections::BTreeMap;

/// Default number of days for which deliveries are proposed.
const AHEAD: u64 = 7;

/// The columns of `delivery propose`.
const PROPOSALS: [Column; 12] = [
    Column::left("day"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("area"),
    Column::left("product"),
    Column::right("quantity"),
    Column::left("unit"),
    Column::left("earliest"),
    Column::left("runs_out"),
    Column::left("why"),
    Column::left("state"),
    Column::left("brings"),
];

/// The columns of `delivery list`: a row for each line.
const DELIVERIES: [Column; 13] = [
    Column::right("id"),
    Column::left("stage"),
    Column::left("day"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("area"),
    Column::left("product"),
    Column::right("planned"),
    Column::right("delivered"),
    Column::left("unit"),
    Column::right("price"),
    Column::left("reason"),
    Column::left("state"),
];

impl Cli<'_> {
    pub(super) fn delivery(&mut self, verb: Verb) -> Result<()> {
        let today = self.app.today();
        match verb {
            Verb::Propose(Propose { to, whose }) => {
                let to = self.maybe_day(to.as_ref())?;
                let whose = self.whose(&whose)?;
                self.list_proposals(to, &whose)
            }
            Verb::Plan(plan) if plan.proposed => {
                let on = self.maybe_day(plan.on.as_ref())?;
                let mut proposed = self.proposed(on)?;
                proposed.retain(|proposal| on.is_none_or(|on| proposal.on == on));
                if proposed.is_empty() {
                    let nothing = self.words().text("plan-nothing");
                    return self.say.said("proposals-planned", JsonObject::default(), &nothing);
                }
                let plans: Vec<Plan> = proposed.iter().map(Proposal::plan).collect();
                if plans.iter().all(|plan| plan.lines.is_empty()) {
                    let names = proposed.into_iter().map(|proposal| proposal.who.name).collect();
                    let said = self.words().note(&SideNote::LookFirst(names));
                    return self.say.said("proposals-planned", JsonObject::default(), &said);
                }
                self.perform(&Command::PlanProposed(plans))
            }
            Verb::Plan(plan) => {
                let plan = self.plan(&plan)?;
                self.perform(&Command::PlanDelivery(plan))
            }
            Verb::Round(Round { day }) => {
                let day = self.day_or_today(day.as_ref())?;
                let round = self.app.round_with_proposals(day)?;
                self.round(&round)
            }
            Verb::Done(done) => {
                let door = self.at_the_door(&done)?;
                self.perform(&Command::Deliver(door))
            }
            Verb::Miss(Miss { id, reason, next, on }) => {
                let (next, on) = (self.day(&next)?, self.past_day_or_today(on.as_ref())?);
                let delivery = DeliveryId::new(id);
                self.perform(&Command::MissDelivery { delivery, on, reason, next })
            }
            Verb::Return(typed) => {
                let new = self.goods_return(typed)?;
                self.perform(&Command::ReturnGoods(new))
            }
            Verb::Cancel(Cancel { id, reason, until, propose_again }) => {
                let delivery = DeliveryId::new(id);
                let again = match self.maybe_day(until.as_ref())? {
                    Some(until) => ProposeAgain::After(until),
                    None if propose_again => ProposeAgain::AsForecast,
                    None => ProposeAgain::NextWeek,
                };
                self.perform(&Command::CancelDelivery { delivery, on: today, reason, again })
            }
            Verb::Edit(edit) => {
                let edit = self.edit(&edit)?;
                self.perform(&Command::EditDelivery(edit))
            }
            Verb::Move(Move { id: Some(id), day: Some(day), .. }) => {
                let to = self.day(&day)?;
                self.perform(&Command::MoveDelivery { delivery: DeliveryId::new(id), to })
            }
            Verb::Move(_) => self.perform(&Command::MoveFromDaysOff),
            Verb::List(List { days, whose, stage }) => {
                let customer = whose.customer.as_deref();
                let one = customer.map(|who| resolve::customer(&self.app, who)).transpose()?;
                let whose = self.whose(&whose)?;
                let days = match stage {
                    Some(DeliveryStage::Planned) => self.between(&days)?,
                    Some(_) => self.past_between(&days)?,
                    None => self.around(&days)?,
                };
                let filter = DeliveryFilter {
                    from: days.from,
                    to: days.to,
                    customer: one.map(|customer| customer.id),
                    stage,
                };
                self.list_deliveries(&filter, &whose)
            }
        }
    }

    fn goods_return(&self, typed: Return) -> Result<GoodsReturn> {
        let Return { who, line, reason, waste, on } = typed;
        Ok(GoodsReturn {
            customer: resolve::customer(&self.app, &who)?.id,
            on: self.past_day_or_today(on.as_ref())?,
            lines: resolve::brought(&self.app, &line, self.currency())?,
            reason,
            stock: if waste { ReturnedStock::Waste } else { ReturnedStock::Restocked },
        })
    }

    fn proposed(&self, until: Option<Day>) -> Result<Vec<Proposal>> {
        Ok(self.app.proposals(self.ahead(until))?)
    }

    /// Returns the last day for which deliveries are proposed, a week ahead unless another was typed.
    fn ahead(&self, until: Option<Day>) -> Day {
        until.unwrap_or(self.app.today() + Days::new(AHEAD))
    }

    /// The plan that was typed; without goods it is what the customer's jars ask for.
    fn plan(&self, typed: &PlanArgs) -> Result<Plan> {
        let who = typed.who.as_deref().unwrap_or_default();
        let customer = resolve::customer(&self.app, who)?;
        let on = self.day_or_today(typed.on.as_ref())?;
        let lines = resolve::goods(&self.app, &typed.goods)?;
        Ok(Plan { customer: customer.id, on, lines })
    }

    fn edit(&self, typed: &Edit) -> Result<DeliveryEdit> {
        let currency = self.currency();
        Ok(DeliveryEdit {
            delivery: DeliveryId::new(typed.id),
            on: self.maybe_day(typed.on.as_ref())?,
            lines: resolve::brought(&self.app, &typed.line, currency)?,
            left: self.levels(&typed.left)?,
            paid: typed.paid.as_ref().map(|paid| paid.at_least_zero(currency)).transpose()?,
        })
    }

    fn levels(&self, typed: &[RawArg]) -> Result<Vec<(Option<ProductId>, Level)>> {
        typed.iter().map(|typed| resolve::left(&self.app, typed)).collect()
    }

    fn at_the_door(&self, done: &Done) -> Result<DeliveryReport> {
        let left = self.levels(&done.left)?;
        let paid =
            done.paid.as_ref().map(|paid| paid.at_least_zero(self.currency())).transpose()?;
        let (over, note) = limit_of(done.over_limit.as_deref());
        Ok(DeliveryReport {
            visit: DeliveryId::new(done.id).into(),
            on: self.past_day_or_today(done.on.as_ref())?,
            lines: resolve::brought(&self.app, &done.line, self.currency())?,
            left,
            paid,
            method: done.method.clone(),
            tickets: (done.tickets.iter())
                .map(|typed| resolve::tickets(&self.app, typed))
                .collect::<Result<_>>()?,
            checklist: Checklist {
                old_out: done.old_out,
                cleaned: done.cleaned,
                // Whenever the jar is handled, the new goods are put in.
                new_in: done.old_out || done.cleaned || done.old_on_top,
                old_on_top: done.old_on_top,
            },
            rest: done.rest,
            over,
            note,
            containers: DoorContainers {
                lent: done.lent,
                returned: done.returned,
                deposit: self.deposit(done.deposit.as_ref())?,
            },
        })
    }

    /// Lists proposals as they are worked out.
    fn list_proposals(&mut self, until: Option<Day>, whose: &CustomerSet) -> Result<()> {
        let until = self.ahead(until);
        let mut list = self.say.begin(&PROPOSALS);
        self.app.each_proposal(until, |proposal| {
            let jars = proposal.jars.iter().filter(|_| whose.has(proposal.who.id));
            for jar in jars {
                let row = &jar.row;
                list.row(&[
                    Cell::Day(proposal.on),
                    Cell::text(&proposal.who.code),
                    Cell::text(&proposal.who.name),
                    Cell::text(&proposal.who.area),
                    Cell::text(&row.goods.name),
                    Cell::or_empty(jar.goods(), |goods| Cell::Quantity(goods.quantity)),
                    Cell::text(&row.goods.unit),
                    Cell::Day(row.earliest),
                    Cell::Day(row.likely),
                    Cell::name("proposal-reason", proposal.chosen.reason.key()),
                    state(jar.urgency),
                    Cell::name("errand", jar.errand.key()),
                ])?;
            }
            Ok::<_, Error>(())
        })?;
        Ok(list.finish()?)
    }

    /// Lists deliveries as they are read.
    fn list_deliveries(&mut self, filter: &DeliveryFilter, whose: &CustomerSet) -> Result<()> {
        let currency = self.currency();
        let products = self.app.products()?.into_iter();
        let products: BTreeMap<ProductId, Product> =
            products.map(|(product, _)| (product.id, product)).collect();
        let product = |id| products.get(&id);
        let mut list = self.say.begin(&DELIVERIES);
        self.app.each_delivery_line(filter, |row, urgency| {
            if !whose.has(row.customer) {
                return Ok(());
            }
            let product = product(row.product);
            list.row(&[
                Cell::Int(row.delivery.number()),
                Cell::name("stage", row.stage.key()),
                Cell::Day(row.day),
                Cell::text(&row.code),
                Cell::text(&row.name),
                Cell::text(&row.area),
                Cell::or_empty(product, |product| Cell::text(&product.name)),
                Cell::Quantity(row.planned),
                Cell::or_empty(row.delivered, Cell::Quantity),
                Cell::or_empty(product, |product| Cell::text(&product.unit)),
                Cell::or_empty(row.price, |price| Cell::Money(price, currency)),
                Cell::text(&row.reason),
                Cell::or_empty(urgency, state),
            ])?;
            Ok::<_, Error>(())
        })?;
        Ok(list.finish()?)
    }
}
