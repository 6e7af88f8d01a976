//! The form for returnable containers: lent, returned, lost or counted, with the deposit.

use super::{FormKind, read};
use crate::domain::container::{Container, ContainerMoveKind, DepositAmount, NewContainerMove};
use crate::domain::id::CustomerId;
use crate::domain::quantity::parse_whole;
use crate::domain::refusal::Topic;
use crate::domain::text::rules;
use crate::domain::{Command, StableName};
use crate::reports::CustomerPage;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// Containers being lent, returned, lost or counted.
#[derive(Clone, PartialEq, Debug)]
pub struct ContainerForm {
    customer: CustomerId,
    kinds: Vec<Container>,
}

impl ContainerForm {
    /// Returns the form for the customer of a page; `None` if the shop has no kind of container.
    pub fn open(model: &Model, page: &CustomerPage) -> Option<FormSheet> {
        let words = &model.words;
        let kinds = page.container_kinds.clone();
        let held = page.containers.first().map(|holding| holding.container.clone());
        let first = kinds.iter().position(|kind| Some(&kind.name) == held.as_ref()).unwrap_or(0);
        kinds.first()?;
        let moves = ContainerMoveKind::ALL.iter().map(|(kind, _)| words.label(*kind)).collect();
        let deposits = ["container-no-deposit", "container-usual-deposit"];
        let names = kinds.iter().map(|kind| kind.name.clone()).collect();
        let choice = |id: FieldId, label: &str, choices: Vec<String>, at: usize| {
            let aside = words.text("field-choice");
            FormField::choice(words.text(label), choices, at).id(id).with_aside(aside)
        };
        let fields = vec![
            choice(FieldId::Kind, "container-move", moves, 0),
            choice(FieldId::Container, "column-container", names, first),
            FormField::new(words.text("column-count"), "1".to_owned(), String::new())
                .id(FieldId::Quantity)
                .proposed()
                .about(Topic::Quantity),
            choice(
                FieldId::Deposit,
                "column-deposit",
                deposits.map(|key| words.text(key)).to_vec(),
                0,
            ),
            FormField::new(words.text("payment-note"), String::new(), String::new())
                .id(FieldId::Note)
                .of(rules::NOTE),
            read::on(model),
        ];
        let about = match page.containers.as_slice() {
            [] => page.customer.name.clone(),
            held => format!("{}  {}", page.customer.name, words.holdings(held)),
        };
        let form = Form { title: words.text("container-title"), about, fields, at: 0 };
        let purpose = FormKind::Container(Self { customer: page.customer.id, kinds });
        Some(FormSheet { purpose, form, also: Vec::new(), saving: false })
    }

    /// Returns the remark beside the deposit: what it is for so many.
    pub(super) fn remarks(&self, model: &Model, form: &Form) -> Vec<(FieldId, String)> {
        let count = parse_whole(form.text(FieldId::Quantity), 0, u32::MAX).ok();
        let kind = self.kinds.get(form.chosen(FieldId::Container));
        let usual = count
            .zip(kind)
            .map(|(count, kind)| model.words.money(DepositAmount::Standard.of(count.into(), kind)));
        vec![(FieldId::Deposit, usual.unwrap_or_default())]
    }

    pub(super) fn command(&self, model: &Model, form: &mut Form) -> Option<Command> {
        let (kind, _) = *ContainerMoveKind::ALL.get(form.chosen(FieldId::Kind))?;
        let container = self.kinds.get(form.chosen(FieldId::Container))?.id;
        let count = read::value(model, form, FieldId::Quantity, |text| {
            parse_whole(text, 0, u32::MAX).map(i64::from)
        });
        let on = read::day(model, form, FieldId::On);
        let typed = form.text(FieldId::Note).to_owned();
        let note = match kind {
            ContainerMoveKind::Lost if typed.is_empty() => model.words.text("container-lost"),
            ContainerMoveKind::Lost
            | ContainerMoveKind::Lent
            | ContainerMoveKind::Returned
            | ContainerMoveKind::Counted => typed,
        };
        Some(Command::MoveContainers(NewContainerMove {
            customer: self.customer,
            container: Some(container),
            on: on?,
            kind,
            count: count?,
            deposit: (form.chosen(FieldId::Deposit) == 1).then_some(DepositAmount::Standard),
            price: None,
            method: String::new(),
            note,
        }))
    }
}
