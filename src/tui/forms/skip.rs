//! The form for a skip: goods that a customer does not want until a day has passed.

use super::{FormKind, read};
use crate::domain::Command;
use crate::domain::day::iso;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::refusal::Topic;
use crate::domain::skip::{NewSkip, ProposeAgain};
use crate::domain::text::rules;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Mark, Model, Target};

/// A skip being recorded.
#[derive(Clone, PartialEq, Debug)]
pub struct SkipForm {
    customer: CustomerId,
    products: Vec<ProductId>,
}

impl SkipForm {
    /// Returns the form for a proposed visit; `None` if nothing is proposed.
    pub fn open(model: &Model, subject: &Target) -> Option<FormSheet> {
        let visit = subject.visit.as_ref().filter(|visit| visit.delivery.is_none())?;
        let words = &model.words;
        let next_week = ProposeAgain::default().skipped_until(model.today, model.today)?;
        let fields = vec![
            FormField::new(words.text("miss-reason"), String::new(), String::new())
                .id(FieldId::Reason)
                .of(rules::REASON),
            FormField::day(
                words.text("skip-until"),
                iso(next_week).to_string(),
                words.text("snooze-aside"),
            )
            .id(FieldId::Until)
            .about(Topic::Day),
        ];
        let goods: Vec<String> = visit.goods.iter().map(|goods| goods.name.clone()).collect();
        let about = format!("{}  {}", subject.name, goods.join(&words.text("between-goods")));
        let form = Form { title: words.text("skip-title"), about, fields, at: 0 };
        let products = visit.goods.iter().map(|goods| goods.product).collect();
        let purpose = FormKind::Skip(Self { customer: subject.customer, products });
        Some(FormSheet { purpose, form, also: Vec::new(), saving: false })
    }

    /// Returns the same form for a marked row, of which every jar is skipped; `None` if nothing is
    /// proposed there.
    pub(super) fn of(mark: &Mark) -> Option<Self> {
        match *mark {
            Mark::Visit(customer, None) => Some(Self { customer, products: Vec::new() }),
            Mark::Visit(_, Some(_)) | Mark::Customer(_) | Mark::FollowUp(..) => None,
        }
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let until = read::day(model, form, FieldId::Until)?;
        let reason = form.text(FieldId::Reason).to_owned();
        let Self { customer, products } = self.clone();
        Some(Command::AddSkip(NewSkip { customer, products, on: model.today, until, reason }))
    }
}
