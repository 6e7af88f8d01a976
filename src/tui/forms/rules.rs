//! The rules of the shop on one form: its name, its money, when it delivers. What was changed is set as
//! one thing that can be undone.

use super::{FormKind, read};
use crate::domain::day::Weekdays;
use crate::domain::quantity::parse_count;
use crate::domain::refusal::Topic;
use crate::domain::shop::{
    Language, ServiceLevel, Shop, ShopSetting, parse_areas, parse_daily_capacity, parse_holidays,
};
use crate::domain::text::rules;
use crate::domain::{Command, Currency};
use crate::i18n::Sentence;
use crate::tui::model::{Form, FormField, FormSheet, Model};

/// The rules of the shop, being set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rules;

// The fields, in the order in which they are typed.
const NAME: usize = 0;
const LANGUAGE: usize = 1;
const CURRENCY: usize = 2;
const DELIVERY_DAYS: usize = 3;
const HOLIDAYS: usize = 4;
const AREAS: usize = 5;
const SERVICE_LEVEL: usize = 6;
const GRACE_DAYS: usize = 7;
const CARRY: usize = 8;

impl Rules {
    /// The form, with the rules as they are.
    pub fn open(model: &Model) -> FormSheet {
        let words = &model.words;
        let field = |label: &str, rule: ShopSetting, aside: &str| {
            FormField::new(words.text(label), rule.value(), words.text(aside))
        };
        let Shop { name, currency, language, service_level, grace_days, .. } = model.shop.clone();
        let Shop { delivery_days, holidays, areas, daily_capacity: carry, .. } = model.shop.clone();
        let mut languages = vec![words.text("rules-language-unsaid")];
        languages.extend(Language::ALL.iter().map(|language| words.language_name(*language)));
        let spoken = language.and_then(|one| Language::ALL.iter().position(|l| *l == one));
        let fields = vec![
            FormField::new(words.text("rules-name"), name.clone(), String::new()).of(rules::NAME),
            FormField::choice(
                words.text("field-language"),
                languages,
                spoken.map_or(0, |at| at + 1),
            )
            .with_aside(words.text("field-choice")),
            field("rules-currency", ShopSetting::Currency(currency), "rules-currency-aside")
                .about(Topic::Currency),
            field(
                "field-weekdays",
                ShopSetting::DeliveryDays(delivery_days),
                "rules-delivery-days-aside",
            )
            .about(Topic::Weekdays),
            field("rules-holidays", ShopSetting::Holidays(holidays), "rules-holidays-aside")
                .of(rules::HOLIDAY),
            field("rules-areas", ShopSetting::Areas(areas), "rules-areas-aside")
                .of(rules::SHOP_AREA),
            field(
                "rules-service-level",
                ShopSetting::ServiceLevel(service_level),
                "rules-service-level-aside",
            ),
            field("rules-grace-days", ShopSetting::GraceDays(grace_days), "rules-grace-days-aside")
                .about(Topic::Days),
            field("rules-carry", ShopSetting::DailyCapacity(carry), "rules-carry-aside"),
        ];
        let form = Form { title: words.text("rules-title"), about: name, fields, at: 0 };
        FormSheet { purpose: FormKind::Rules(Self), form, also: Vec::new(), saving: false }
    }

    /// The form with what a new notebook is asked first.
    pub fn begin(model: &Model) -> FormSheet {
        let mut sheet = Self::open(model);
        // Nobody has typed these yet: they are what the program thinks of first.
        sheet.form = sheet.form.only(&[NAME, LANGUAGE, CURRENCY]).proposing(&[NAME, CURRENCY]);
        sheet
    }

    pub(super) fn command(self, model: &Model, form: &mut Form) -> Option<Command> {
        let carry = read::changed(model, form, CARRY, parse_daily_capacity);
        let grace_days = read::changed(model, form, GRACE_DAYS, parse_count);
        let service_level = read::changed(model, form, SERVICE_LEVEL, ServiceLevel::parse);
        let holidays =
            read::changed(model, form, HOLIDAYS, |text| parse_holidays(text, model.today));
        let delivery_days = read::changed(model, form, DELIVERY_DAYS, Weekdays::parse);
        let currency = read::changed(model, form, CURRENCY, Currency::from_code);
        let language = form
            .changed(LANGUAGE)
            .map(|_| Language::ALL.get(form.chosen(LANGUAGE).wrapping_sub(1)).copied());
        let settings: Vec<ShopSetting> = [
            form.changed(NAME).map(|name| ShopSetting::Name(name.to_owned())),
            language.map(ShopSetting::Language),
            currency?.map(ShopSetting::Currency),
            delivery_days?.map(ShopSetting::DeliveryDays),
            holidays?.map(ShopSetting::Holidays),
            form.changed(AREAS).map(|areas| ShopSetting::Areas(parse_areas(areas))),
            service_level?.map(ShopSetting::ServiceLevel),
            grace_days?.map(ShopSetting::GraceDays),
            carry?.map(ShopSetting::DailyCapacity),
        ]
        .into_iter()
        .flatten()
        .collect();
        if settings.is_empty() {
            let text = model.words.text("rules-unchanged");
            form.refuse(form.at, Sentence { text, hint: None });
            return None;
        }
        Some(Command::SetShop(settings))
    }
}
