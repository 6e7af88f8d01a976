//! A delivery that is planned by hand, and a look into a jar: both are about a product.

use super::{Purpose, jar, read};
use crate::domain::day::parse_day;
use crate::domain::delivery::Plan;
use crate::domain::id::CustomerId;
use crate::domain::jar::Level;
use crate::domain::{Command, Quantity};
use crate::tui::model::{Form, FormField, FormSheet, Found, Model, Sought, Subject, Which};

/// What is written down about a product of a customer.
#[derive(Clone, PartialEq, Debug)]
pub enum Bring {
    /// It is to be brought on a day.
    Plan(CustomerId),
    /// So much of it was seen in the jar.
    Read(CustomerId, String),
}

impl Bring {
    /// The form for a delivery: empty goods are what they usually take.
    pub fn plan(model: &Model, subject: &Subject) -> FormSheet {
        let words = &model.words;
        let find = words.say("bring-usual");
        let fields = vec![
            FormField::day(words.say("column-day"), "+1".to_owned(), words.say("snooze-aside")),
            FormField::find(words.say("jar-product"), Sought::Product, None, find),
            FormField::new(words.say("bring-quantity"), String::new(), String::new()),
        ];
        Self::Plan(subject.customer).sheet(model, subject, "bring-title", fields)
    }

    /// The form for what was seen in a jar, of the product that would be brought next.
    pub fn read(model: &Model, subject: &Subject) -> FormSheet {
        let words = &model.words;
        let goods = subject.visit.as_ref().and_then(|visit| visit.goods.first());
        let taken = goods
            .map(|goods| Found { which: Which::Product(goods.product), name: goods.name.clone() });
        let unit = goods.map(|goods| goods.unit.clone()).unwrap_or_default();
        let aside = words.tell("door-left-aside", &[("unit", unit.as_str().into())]);
        let fields = vec![
            FormField::new(words.say("read-level"), String::new(), aside),
            FormField::find(
                words.say("jar-product"),
                Sought::Product,
                taken,
                words.say("field-find"),
            ),
            read::on(model),
        ];
        Self::Read(subject.customer, unit).sheet(model, subject, "read-title", fields)
    }

    fn sheet(
        self,
        model: &Model,
        subject: &Subject,
        title: &str,
        fields: Vec<FormField>,
    ) -> FormSheet {
        let (title, about) = (model.words.say(title), subject.name.clone());
        let form = Form { title, about, fields, at: 0 };
        FormSheet { purpose: Purpose::Bring(self), form, also: Vec::new(), saving: false }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        match self {
            Self::Plan(customer) => {
                let lines = if form.text(1).is_empty() && form.text(2).is_empty() {
                    Some(Vec::new())
                } else {
                    let quantity = read::value(model, form, 2, Quantity::parse_positive);
                    let product = jar::product(model, form, 1);
                    product.zip(quantity).map(|line| vec![line])
                };
                let on = read::value(model, form, 0, |text| parse_day(text, model.today));
                let (on, lines) = (on?, lines?);
                Some(Command::PlanDelivery(Plan { customer: *customer, on, lines }))
            }
            Self::Read(customer, unit) => {
                let on = read::day(model, form, 2);
                let product = jar::product(model, form, 1);
                let level = read::value(model, form, 0, |text| Level::parse(text, &[unit]));
                let (product, level, on) = (product?, level?, on?);
                Some(Command::ReadJar { customer: *customer, product, level, on })
            }
        }
    }
}
