//! The help and the palette: their lines, and what choosing one does.

use super::dispatch::{act, ask, show};
use super::{forms, results};
use crate::domain::shop::Language;
use crate::i18n::{Localizer, Sentence};
use crate::tui::forms::Rules;
use crate::tui::keymap::{Binding, Intent, KeyContext, Screen};
use crate::tui::model::{
    FilterField, Found, HelpSheet, KeyLine, LookupKind, Model, Overlay, PaletteTarget, Sought,
    ToastKind, Use, is_possible, needs_row,
};
use crate::tui::msg::{Effect, Question};

/// Opens the help: the keys of this place.
pub(super) fn help(model: &mut Model) {
    let others = other_languages(model);
    let languages = all(model, &others);
    let bindings = model.keys.of(model.place());
    let line = |binding: &Binding| {
        KeyLine::of_binding(binding, PaletteTarget::Here(binding.intent), &languages)
    };
    let lines = bindings.map(line).collect();
    model.overlays.push(Overlay::Help(HelpSheet::new(Use::Read, lines)));
}

/// Opens the palette: what can be done here with the selected row, then what can be done elsewhere, then the
/// settings of the shop.
pub(super) fn open(model: &mut Model) {
    let others = other_languages(model);
    let languages = all(model, &others);
    let mut lines = commands(model, &languages);
    let keys = model.keys.shown(model.screen.place(), Intent::Rules);
    let rules = model.words.text("rules-title");
    let setting = |(field, label): &(_, &str)| {
        KeyLine::of_setting(*field, label, keys.clone(), &languages).leading_to(rules.clone())
    };
    lines.extend(Rules::SETTINGS.iter().map(setting));
    model.overlays.push(Overlay::Help(HelpSheet::new(Use::Do, lines)));
}

/// Returns the words of the languages that are not spoken now: whoever knows a thing by its name there finds
/// it, too.
fn other_languages(model: &Model) -> Vec<Localizer> {
    let others = Language::ALL.iter().filter(|language| **language != model.words.language());
    others.map(|language| Localizer::new(*language, model.shop.currency)).collect()
}

fn all<'a>(model: &'a Model, others: &'a [Localizer]) -> Vec<&'a Localizer> {
    std::iter::once(&model.words).chain(others).collect()
}

/// Returns a line for each command that a key requests somewhere, those of this place first.
fn commands(model: &Model, languages: &[&Localizer]) -> Vec<KeyLine> {
    let (place, subject) = (model.place(), model.subject());
    let can = |intent| place == KeyContext::Journal || is_possible(subject.as_ref(), intent);
    let here: Vec<&Binding> = (model.keys.of(place))
        .filter(|binding| binding.intent.is_action() && can(binding.intent))
        .collect();
    let mut known: Vec<Intent> = here.iter().map(|binding| binding.intent).collect();
    let line = |binding: &&Binding| {
        KeyLine::of_binding(binding, PaletteTarget::Here(binding.intent), languages)
    };
    let mut lines: Vec<KeyLine> = here.iter().map(line).collect();
    for binding in model.keys.iter().filter(|binding| binding.intent.is_action()) {
        if known.contains(&binding.intent) {
            continue;
        }
        if let Some((target, aside)) = elsewhere(model, binding, place) {
            let aside = model.words.text(aside);
            lines.push(KeyLine::of_binding(binding, target, languages).leading_to(aside));
            known.push(binding.intent);
        }
    }
    lines
}

/// Returns where else a key requests its action, with the name of that place: preferably on the screen below,
/// then on another, then on the page of a customer.
fn elsewhere(
    model: &Model,
    binding: &Binding,
    place: KeyContext,
) -> Option<(PaletteTarget, &'static str)> {
    let holds = |context| context != place && binding.scope.contains(context);
    let mut screens = std::iter::once(model.screen).chain(Screen::ALL);
    if let Some(screen) = screens.find(|screen| holds(screen.place())) {
        return Some((PaletteTarget::On(screen, binding.intent), screen.message()));
    }
    let on_page = PaletteTarget::OnPage(binding.intent);
    holds(KeyContext::Page).then_some((on_page, KeyContext::Page.message().unwrap_or_default()))
}

/// Narrows the lines to what was typed; the palette looks for customers and products, too.
pub(super) fn typed(sheet: &mut HelpSheet) -> Vec<Effect> {
    sheet.narrow();
    let query = sheet.typed.text().trim();
    if sheet.used == Use::Read || query.is_empty() {
        return Vec::new();
    }
    let kinds = [LookupKind::Customer, LookupKind::Product];
    kinds.map(|kind| Effect::Ask(Question::Find(kind, query.to_owned()))).into()
}

/// Shows what was found for the typed text, unless another text was typed meanwhile.
pub(super) fn found(sheet: &mut HelpSheet, query: &str, found: Vec<Found>) {
    if sheet.used == Use::Read || sheet.typed.text().trim() != query {
        return;
    }
    let line = |Found { which, name, .. }| {
        let target = match which {
            FilterField::Customer(customer) => PaletteTarget::Customer(customer),
            FilterField::Product(_) => PaletteTarget::Product(name.clone()),
        };
        KeyLine::of_name(name, target)
    };
    sheet.put_found(found.into_iter().map(line));
}

/// Closes the palette and does what was picked from it.
pub(super) fn choose(model: &mut Model) -> Vec<Effect> {
    let chosen = model.overlays.last().and_then(Overlay::as_help).and_then(HelpSheet::chosen);
    let Some(target) = chosen.map(|line| line.target.clone()) else {
        results::remark(model, "nothing-found");
        return Vec::new();
    };
    model.overlays.pop();
    match target {
        PaletteTarget::Here(intent) => act(model, intent),
        PaletteTarget::On(screen, intent) => on_screen(model, screen, intent),
        PaletteTarget::OnPage(intent) => on_page(model, intent),
        PaletteTarget::Setting(field) => forms::open(model, Rules::at(model, field)),
        PaletteTarget::Customer(customer) => ask(Question::Page(customer)),
        PaletteTarget::Product(name) => {
            model.overlays.clear();
            let effects = show(model, Screen::Products);
            model.sought = Some(Sought::Product(name));
            model.select_sought();
            effects
        }
    }
}

/// Shows a screen and presses a key there. One that is about a row is only named: the person has not seen
/// yet which row is selected.
fn on_screen(model: &mut Model, screen: Screen, intent: Intent) -> Vec<Effect> {
    model.overlays.clear();
    let mut effects = show(model, screen);
    if needs_row(intent) {
        name_key(model, "palette-select-row", (screen.place(), intent));
    } else {
        effects.extend(act(model, intent));
    }
    effects
}

/// Opens the page of the selected customer, or shows the customers, and names the key to press on the page.
fn on_page(model: &mut Model, intent: Intent) -> Vec<Effect> {
    match model.subject() {
        Some(who) => {
            name_key(model, "palette-press", (KeyContext::Page, intent));
            ask(Question::Page(who.customer))
        }
        None => {
            model.overlays.clear();
            name_key(model, "palette-open-page", (KeyContext::Page, intent));
            show(model, Screen::Customers)
        }
    }
}

/// Says which key does something in a context.
fn name_key(model: &mut Model, message: &str, (place, intent): (KeyContext, Intent)) {
    let binding = model.keys.of(place).find(|binding| binding.intent == intent);
    let what = binding.map(|binding| model.words.text(&binding.message())).unwrap_or_default();
    let key = model.keys.shown(place, intent);
    let text = model.words.format(message, &[("key", key.into()), ("what", what.into())]);
    results::show_toast(model, Sentence { text, hint: None }, ToastKind::Plain);
}
