//! The form for the settings of the shop: its name, its currency, its delivery days. All changes
//! are saved as a single step that can be undone.

use super::{FormKind, read};
use crate::domain::ageing::AgeLimits;
use crate::domain::day::{DateOrder, Weekdays};
use crate::domain::payment::parse_methods;
use crate::domain::quantity::parse_count;
use crate::domain::refusal::Topic;
use crate::domain::reminder::ReminderSteps;
use crate::domain::shop::{
    Language, ServiceLevel, Shop, ShopSetting, parse_areas, parse_credit_limit,
    parse_daily_capacity, parse_holidays, parse_rules, parse_tickets_valid,
};
use crate::domain::text::rules;
use crate::domain::{Command, Currency};
use crate::i18n::Sentence;
use crate::tui::model::{FieldId, Form, FormField, FormSheet, Model};

/// The form for the settings of the shop.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rules;

impl Rules {
    /// Every setting, with its label in the catalogues.
    pub const SETTINGS: [(FieldId, &'static str); 20] = [
        (FieldId::Name, "rules-name"),
        (FieldId::Language, "field-language"),
        (FieldId::Currency, "rules-currency"),
        (FieldId::DeliveryDays, "field-weekdays"),
        (FieldId::Holidays, "rules-holidays"),
        (FieldId::Areas, "rules-areas"),
        (FieldId::ServiceLevel, "rules-service-level"),
        (FieldId::GraceDays, "rules-grace-days"),
        (FieldId::DailyCapacity, "rules-carry"),
        (FieldId::DateOrder, "rules-date-order"),
        (FieldId::RulesOff, "rules-off"),
        (FieldId::CreditLimit, "rules-credit-limit"),
        (FieldId::ShopAddress, "rules-address"),
        (FieldId::ShopPhone, "rules-phone"),
        (FieldId::PaymentQr, "rules-payment-qr"),
        (FieldId::Ageing, "rules-ageing"),
        (FieldId::Methods, "rules-methods"),
        (FieldId::Reminders, "rules-reminders"),
        (FieldId::TicketsValid, "rules-tickets-valid"),
        (FieldId::ComplaintKinds, "rules-complaint-kinds"),
    ];

    /// Returns the form with the focus in one of its fields.
    pub fn at(model: &Model, field: FieldId) -> FormSheet {
        let mut sheet = Self::open(model);
        sheet.form.focus(field);
        sheet
    }

    /// Returns the form with the current settings.
    pub fn open(model: &Model) -> FormSheet {
        let words = &model.words;
        let field = |id: FieldId, label: &str, rule: ShopSetting, aside: &str| {
            FormField::new(words.text(label), rule.value(), words.text(aside)).id(id)
        };
        let Shop { name, currency, language, service_level, grace_days, .. } = model.shop.clone();
        let Shop {
            delivery_days,
            holidays,
            areas,
            daily_capacity: carry,
            date_order,
            rules_off,
            credit_limit,
            contact,
            ageing,
            methods,
            reminders,
            tickets_valid,
            complaint_kinds,
            ..
        } = model.shop.clone();
        let mut languages = vec![words.text("rules-language-unsaid")];
        languages.extend(Language::ALL.iter().map(|language| words.language_name(*language)));
        let spoken = language.and_then(|one| Language::ALL.iter().position(|l| *l == one));
        let orders = ["rules-date-order-unsaid", "rules-date-order-mdy", "rules-date-order-dmy"];
        let orders = orders.iter().map(|key| words.text(key)).collect();
        let fields = vec![
            FormField::new(words.text("rules-name"), name.clone(), String::new())
                .id(FieldId::Name)
                .of(rules::NAME),
            FormField::choice(
                words.text("field-language"),
                languages,
                spoken.map_or(0, |at| at + 1),
            )
            .id(FieldId::Language)
            .with_aside(words.text("field-choice")),
            field(
                FieldId::Currency,
                "rules-currency",
                ShopSetting::Currency(currency),
                "rules-currency-aside",
            )
            .about(Topic::Currency),
            field(
                FieldId::DeliveryDays,
                "field-weekdays",
                ShopSetting::DeliveryDays(delivery_days),
                "rules-delivery-days-aside",
            )
            .about(Topic::Weekdays),
            field(
                FieldId::Holidays,
                "rules-holidays",
                ShopSetting::Holidays(holidays),
                "rules-holidays-aside",
            )
            .of(rules::HOLIDAY),
            field(FieldId::Areas, "rules-areas", ShopSetting::Areas(areas), "rules-areas-aside")
                .of(rules::SHOP_AREA),
            field(
                FieldId::ServiceLevel,
                "rules-service-level",
                ShopSetting::ServiceLevel(service_level),
                "rules-service-level-aside",
            ),
            field(
                FieldId::GraceDays,
                "rules-grace-days",
                ShopSetting::GraceDays(grace_days),
                "rules-grace-days-aside",
            )
            .about(Topic::Days),
            field(
                FieldId::DailyCapacity,
                "rules-carry",
                ShopSetting::DailyCapacity(carry),
                "rules-carry-aside",
            ),
            FormField::choice(
                words.text("rules-date-order"),
                orders,
                date_order.map_or(0, |order| {
                    DateOrder::ALL.iter().position(|one| *one == order).map_or(0, |at| at + 1)
                }),
            )
            .id(FieldId::DateOrder)
            .with_aside(words.text("field-choice")),
            field(
                FieldId::RulesOff,
                "rules-off",
                ShopSetting::RulesOff(rules_off),
                "rules-off-aside",
            ),
            field(
                FieldId::CreditLimit,
                "rules-credit-limit",
                ShopSetting::CreditLimit(credit_limit, currency),
                "rules-credit-limit-aside",
            )
            .about(Topic::Amount),
            field(
                FieldId::ShopAddress,
                "rules-address",
                ShopSetting::Address(contact.address),
                "rules-paper-aside",
            )
            .of(rules::ADDRESS),
            field(
                FieldId::ShopPhone,
                "rules-phone",
                ShopSetting::Phone(contact.phone),
                "rules-paper-aside",
            )
            .of(rules::SHOP_PHONE),
            field(
                FieldId::PaymentQr,
                "rules-payment-qr",
                ShopSetting::PaymentQr(contact.payment_qr),
                "rules-payment-qr-aside",
            )
            .of(rules::PAYMENT_QR),
            field(
                FieldId::Ageing,
                "rules-ageing",
                ShopSetting::Ageing(ageing),
                "rules-ageing-aside",
            ),
            field(
                FieldId::Methods,
                "rules-methods",
                ShopSetting::Methods(methods),
                "rules-methods-aside",
            )
            .of(rules::SHOP_METHOD),
            field(
                FieldId::Reminders,
                "rules-reminders",
                ShopSetting::Reminders(reminders),
                "rules-reminders-aside",
            ),
            field(
                FieldId::TicketsValid,
                "rules-tickets-valid",
                ShopSetting::TicketsValid(tickets_valid),
                "rules-tickets-valid-aside",
            )
            .about(Topic::Days),
            field(
                FieldId::ComplaintKinds,
                "rules-complaint-kinds",
                ShopSetting::ComplaintKinds(complaint_kinds),
                "rules-complaint-kinds-aside",
            )
            .of(rules::COMPLAINT_KIND),
        ];
        let form = Form { title: words.text("rules-title"), about: name, fields, at: 0 };
        FormSheet { purpose: FormKind::Rules(Self), form, also: Vec::new(), saving: false }
    }

    /// Returns the form with the settings asked for in a new notebook.
    pub fn begin(model: &Model) -> FormSheet {
        let mut sheet = Self::open(model);
        // These are the program's defaults and not typed by the user, so they are only proposed.
        sheet.form = sheet
            .form
            .only(&[FieldId::Name, FieldId::Language, FieldId::Currency])
            .proposing(&[FieldId::Name, FieldId::Currency]);
        sheet
    }

    pub(super) fn command(self, model: &Model, form: &mut Form) -> Option<Command> {
        let money = model.shop.currency;
        let tickets_valid = read::changed(model, form, FieldId::TicketsValid, parse_tickets_valid);
        let reminders = read::changed(model, form, FieldId::Reminders, ReminderSteps::parse);
        let ageing = read::changed(model, form, FieldId::Ageing, AgeLimits::parse);
        let credit_limit = read::changed(model, form, FieldId::CreditLimit, |text| {
            parse_credit_limit(text, money)
        });
        let carry = read::changed(model, form, FieldId::DailyCapacity, parse_daily_capacity);
        let rules_off = read::changed(model, form, FieldId::RulesOff, parse_rules);
        let grace_days = read::changed(model, form, FieldId::GraceDays, parse_count);
        let service_level = read::changed(model, form, FieldId::ServiceLevel, ServiceLevel::parse);
        let holidays = read::changed(model, form, FieldId::Holidays, |text| {
            parse_holidays(text, model.days())
        });
        let delivery_days = read::changed(model, form, FieldId::DeliveryDays, Weekdays::parse);
        let currency = read::changed(model, form, FieldId::Currency, Currency::from_code);
        let language = form
            .changed(FieldId::Language)
            .map(|_| Language::ALL.get(form.chosen(FieldId::Language).wrapping_sub(1)).copied());
        let date_order = form
            .changed(FieldId::DateOrder)
            .map(|_| DateOrder::ALL.get(form.chosen(FieldId::DateOrder).wrapping_sub(1)).copied());
        let typed = |field| form.changed(field).map(str::to_owned);
        let settings: Vec<ShopSetting> = [
            form.changed(FieldId::Name).map(|name| ShopSetting::Name(name.to_owned())),
            language.map(ShopSetting::Language),
            currency?.map(ShopSetting::Currency),
            delivery_days?.map(ShopSetting::DeliveryDays),
            holidays?.map(ShopSetting::Holidays),
            form.changed(FieldId::Areas).map(|areas| ShopSetting::Areas(parse_areas(areas))),
            service_level?.map(ShopSetting::ServiceLevel),
            grace_days?.map(ShopSetting::GraceDays),
            carry?.map(ShopSetting::DailyCapacity),
            date_order.map(ShopSetting::DateOrder),
            rules_off?.map(ShopSetting::RulesOff),
            credit_limit?.map(|limit| ShopSetting::CreditLimit(limit, money)),
            typed(FieldId::ShopAddress).map(ShopSetting::Address),
            typed(FieldId::ShopPhone).map(ShopSetting::Phone),
            typed(FieldId::PaymentQr).map(ShopSetting::PaymentQr),
            ageing?.map(ShopSetting::Ageing),
            form.changed(FieldId::Methods)
                .map(|methods| ShopSetting::Methods(parse_methods(methods))),
            reminders?.map(ShopSetting::Reminders),
            tickets_valid?.map(ShopSetting::TicketsValid),
            form.changed(FieldId::ComplaintKinds)
                .map(|kinds| ShopSetting::ComplaintKinds(parse_methods(kinds))),
        ]
        .into_iter()
        .flatten()
        .collect();
        if settings.is_empty() {
            let text = model.words.text("rules-unchanged");
            form.refuse_focused(Sentence { text, hint: None });
            return None;
        }
        Some(Command::SetShop(settings))
    }
}
