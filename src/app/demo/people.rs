//! The customers of the sample shop: who they are, where they live, what they use and how they pay.

use super::dice::Dice;
use super::goods::{CHOICE, SampleGoods, packs};
use super::words::{
    CALLED, ELDERS, ENGLISH_TRADES, FIRST, GIVEN, LAST, PETS, SURNAMES, SampleWords, TRADES,
};
use crate::domain::birthday::Birthday;
use crate::domain::credit_limit::CreditLimit;
use crate::domain::customer::{
    Away, Channel, Consent, Customer, CustomerKind, Departure, Household, HouseholdChange,
};
use crate::domain::day::{Period, Span, Weekdays, iso};
use crate::domain::id::{CustomerId, JarId};
use crate::domain::jar::{Jar, Strategy};
use crate::domain::payday::Payday;
use crate::domain::product::Product;
use crate::domain::shop::Language;
use crate::domain::{Day, Money, Quantity, Rate};
use chrono::Days;

/// Payment behaviour of a customer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pays {
    AtTheDoor,
    OnPayday,
    /// A payday later than asked.
    Late,
    /// A part on the first payday, the rest on the next.
    InParts,
    /// More than is owed, in round sums.
    Ahead,
    /// Nothing any more from this day on.
    NotSince(Day),
}

/// A jar, and the truth about it, which the shop can only guess.
pub(super) struct TrueJar {
    pub(super) jar: Jar,
    /// Which of the shop's products.
    pub(super) product: usize,
    pub(super) usual: Quantity,
    /// Units a day for the household of the first day.
    pub(super) rate: f64,
}

/// One customer, and the truth about them.
pub(super) struct Person {
    pub(super) customer: Customer,
    pub(super) changes: Vec<HouseholdChange>,
    pub(super) away: Vec<Away>,
    pub(super) jars: Vec<TrueJar>,
    pub(super) pays: Pays,
    /// A time in which they bought elsewhere.
    pub(super) gone: Option<Period>,
    /// The day on which they fell silent, if they did.
    pub(super) silent: Option<Day>,
}

/// The inputs for generating a customer.
pub(super) struct Maker<'a> {
    pub(super) words: &'static SampleWords,
    pub(super) goods: &'a SampleGoods,
    pub(super) areas: &'a [String],
    pub(super) today: Day,
}

impl Maker<'_> {
    /// Generates the customer with this number, who joined on `joined` and is visited every
    /// `rhythm` days.
    pub(super) fn person(&self, dice: &mut Dice, number: i64, joined: Day, rhythm: f64) -> Person {
        let kind = if dice.percent(11) { CustomerKind::Business } else { CustomerKind::Household };
        let (name, language) = self.name(dice, kind);
        let code = format!("C{number:03}");
        let mut customer = Customer::new(CustomerId::new(number), code, name, joined);
        customer.kind = kind;
        self.describe(dice, &mut customer, language);
        let days = (self.today - joined).num_days();

        let changes = household_change(dice, &customer, days);
        let away = self.away(dice, &customer, days);
        let jars = self.jars(dice, &customer, rhythm);
        let mut pays = self.pays(dice, number, &customer.payday);
        let gone = (days > 500 && dice.percent(3)).then(|| {
            let from = joined + Days::new(dice.between(150, days - 250) as u64);
            Period { from, to: from + Days::new(dice.between(60, 200) as u64) }
        });
        // A few are no customers any more; who owes for long is still there, or it would be written
        // off.
        if days > 120 && gone.is_none() && dice.percent(8) {
            let on = joined + Days::new(dice.between(60, days - 20) as u64);
            customer.left =
                Some(Departure { on, reason: dice.pick(self.words.reasons_left).to_owned() });
            if matches!(pays, Pays::NotSince(_)) {
                pays = Pays::NotSince(on - Days::new(30));
            }
        }
        let calls = jars.iter().all(|jar| jar.jar.strategy == Strategy::OnCall);
        let silent = (customer.left.is_none() && days > 200 && (calls || dice.percent(1)))
            .then(|| dice.percent(if calls { 20 } else { 15 }))
            .filter(|silent| *silent)
            .map(|_| self.today - Days::new(dice.between(10, 70) as u64));
        Person { customer, changes, away, jars, pays, gone, silent }
    }

    fn name(&self, dice: &mut Dice, kind: CustomerKind) -> (String, Language) {
        let chinese = dice.percent(match self.words.language {
            Language::Chinese => 88,
            Language::English => 60,
        });
        let (surname, given) = (dice.pick(SURNAMES), dice.pick(GIVEN));
        let (first, last) = (dice.pick(FIRST), dice.pick(LAST));
        let name = match (chinese, kind) {
            (true, CustomerKind::Business) => {
                let trade = dice.pick(TRADES);
                match given.chars().count() {
                    1 => format!("阿{given}{trade}"),
                    _ if dice.percent(50) => format!("{given}{trade}"),
                    _ => format!("{surname}记{trade}"),
                }
            }
            (true, CustomerKind::Household) => match dice.below(100) {
                0..=25 => format!("{surname}{}", dice.pick(CALLED)),
                26..=28 => dice.pick(PETS).to_owned(),
                _ => format!("{surname}{given}"),
            },
            (false, CustomerKind::Business) => format!("{last}'s {}", dice.pick(ENGLISH_TRADES)),
            (false, CustomerKind::Household) => match dice.below(100) {
                0..=9 => format!("Mrs {last}"),
                10..=17 => format!("The {last} family"),
                _ => format!("{first} {last}"),
            },
        };
        (name, if chinese { Language::Chinese } else { Language::English })
    }

    fn describe(&self, dice: &mut Dice, customer: &mut Customer, speaks: Language) {
        let note = |dice: &mut Dice, times, from: &[&'static str]| {
            if dice.percent(times) { dice.pick(from).to_owned() } else { String::new() }
        };
        customer.household = household(dice, customer.kind);
        let old = ELDERS.iter().any(|called| customer.name.ends_with(called));
        if old && customer.household.elders == 0 {
            customer.household.elders = 1;
            customer.household.adults = customer.household.adults.saturating_sub(1);
        }
        let phones = 1 + usize::from(dice.percent(12));
        customer.phones = (0..phones).map(|_| phone(dice)).collect();
        customer.area = self.areas.get(dice.below(self.areas.len())).cloned().unwrap_or_default();
        customer.address = address(dice, self.words.language);
        customer.door_note = note(dice, 30, self.words.door_notes);
        customer.note = note(dice, 12, self.words.notes);
        customer.payday = payday(dice, customer.kind, customer.joined_on);
        customer.weekdays = weekdays(dice);
        customer.limit = dice
            .percent(12)
            .then(|| CreditLimit::Amount(Money::from_minor(dice.between(2, 12) * 1000)));
        if dice.percent(25) {
            customer.tags.push(dice.pick(self.words.tags).to_owned());
        }
        // Neighbours send neighbours, and only those who are there already can.
        if customer.id.number() > 5 && dice.percent(14) {
            let referrer = dice.between(1, customer.id.number() - 1);
            customer.referred_by = Some(CustomerId::new(referrer));
        }
        if customer.kind == CustomerKind::Household && dice.percent(45) {
            let age = dice.between(22 * 365, 85 * 365);
            customer.birthday = Some(Birthday::Dated(self.today - Days::new(age as u64)));
        }
        let channels = [Channel::Visit, Channel::Phone, Channel::Message, Channel::Email];
        customer.channel =
            channels.get(dice.weighted(&[45, 30, 22, 3])).copied().unwrap_or_default();
        customer.language = dice.percent(60).then_some(speaks);
        let consents = [Consent::Unknown, Consent::ALL_CHANNELS, Consent::NO_CHANNEL];
        customer.consent = consents.get(dice.weighted(&[55, 38, 7])).copied().unwrap_or_default();
    }

    fn away(&self, dice: &mut Dice, customer: &Customer, days: i64) -> Vec<Away> {
        if customer.kind == CustomerKind::Business || days < 30 {
            return Vec::new();
        }
        let mut times: Vec<Away> = Vec::new();
        let mut add = |dice: &mut Dice, from: Day| {
            let period = Period { from, to: from + Days::new(dice.between(2, 16) as u64) };
            let household = customer.household.people();
            let some = (household > 2 && dice.percent(35))
                .then(|| dice.between(1, i64::from(household) - 1) as u16);
            if times.iter().all(|other| other.period.overlap(period) == 0) {
                times.push(Away { period, people: some });
            }
        };
        for _ in 0..dice.below(1 + days as usize / 400) {
            let from = customer.joined_on + Days::new(dice.between(10, days) as u64);
            add(dice, from);
        }
        // Some have just left, and some have said that they will.
        if dice.percent(4) {
            let from = self.today + Days::new(dice.below(12) as u64) - Days::new(4);
            add(dice, from);
        }
        times.sort_by_key(|away| away.period.from);
        times
    }

    fn jars(&self, dice: &mut Dice, customer: &Customer, rhythm: f64) -> Vec<TrueJar> {
        let mut chosen = vec![dice.weighted(&CHOICE)];
        for times in [24, 6] {
            let another = dice.below(CHOICE.len());
            if dice.percent(times) && !chosen.contains(&another) {
                chosen.push(another);
            }
        }
        let with_product = |place: usize| Some((place, self.goods.products.get(place)?));
        chosen
            .into_iter()
            .filter_map(with_product)
            .map(|(place, product)| self.jar(dice, customer, (place, product), rhythm))
            .collect()
    }

    fn jar(
        &self,
        dice: &mut Dice,
        customer: &Customer,
        (place, product): (usize, &Product),
        rhythm: f64,
    ) -> TrueJar {
        let appetite = product.appetite.map_or(0.1, Rate::per_day);
        let rate = match customer.kind {
            CustomerKind::Household => appetite * product.adults_worth(customer.household),
            CustomerKind::Business => appetite * dice.float(4.0, 18.0),
        } * dice.about_one(0.14);
        let mut jar = Jar::new(JarId::new(0), customer.id, product.id);
        // At most the quantity that a person can carry up, or a business can store.
        let packs_at_most = if customer.kind == CustomerKind::Business { 40.0 } else { 16.0 };
        let most = product.pack.unwrap_or(Quantity::whole(1)).as_f64() * packs_at_most;
        let mut usual = packs(product, (rate * rhythm * dice.about_one(0.2)).min(most) * 0.85);
        jar.usual = (Some(usual) != product.pack || dice.percent(50)).then_some(usual);
        let room = packs(product, usual.as_f64() * dice.float(1.25, 1.7));
        jar.capacity = dice.percent(92).then_some(room);
        let said = rate * 30.44 * dice.float(0.85, 1.15);
        let said = Quantity::from_thousandths((said * 2.0).round().max(1.0) as i64 * 500);
        jar.monthly = (customer.kind == CustomerKind::Business || dice.percent(45)).then_some(said);
        match dice.below(100) {
            0..=6 => jar.strategy = Strategy::OnCall,
            7..=12 => {
                // A jar filled by the calendar must be used up between deliveries, or goods would
                // pile up; of a few quantities, the one that lasts until just before the next is
                // agreed.
                let pack = product.pack.unwrap_or(Quantity::whole(1));
                let lasts = |brought: Quantity| brought.as_f64() / rate / 7.0;
                let weeks = |brought: Quantity| lasts(brought).ceil().clamp(1.0, 50.0);
                let empty = |brought: &Quantity| 1.0 - lasts(*brought) / weeks(*brought);
                let few = [usual, usual + pack, usual + pack + pack];
                usual = (few.into_iter())
                    .min_by(|one, other| empty(one).total_cmp(&empty(other)))
                    .unwrap_or(usual);
                jar.strategy =
                    Span::of_days(weeks(usual) as u16 * 7).map(Strategy::Every).unwrap_or_default();
                jar.usual = Some(usual);
                let room = packs(product, usual.as_f64() * 1.5);
                jar.capacity = jar.capacity.map(|_| room);
            }
            13..=16 => {
                let pinned = Rate::from_millionths((rate * 100.0).round().max(1.0) as i64 * 10_000);
                jar.pinned = Some(pinned);
            }
            17..=22 => jar.safety_days = dice.between(1, 3) as u16,
            _ => {}
        }
        if customer.kind == CustomerKind::Business && dice.percent(50) {
            jar.price = Some(Money::from_minor(product.price.minor() * 95 / 100));
        }
        TrueJar { jar, product: place, usual, rate }
    }

    /// Dealt like cards, so that a shop of sixty has a few of each.
    fn pays(&self, dice: &mut Dice, number: i64, payday: &Payday) -> Pays {
        match number * 37 % 100 {
            0..=2 => Pays::NotSince(self.today - Days::new(dice.between(35, 150) as u64)),
            3..=6 => Pays::Late,
            7..=9 => Pays::InParts,
            10..=12 => Pays::Ahead,
            _ if *payday == Payday::NONE || dice.percent(10) => Pays::AtTheDoor,
            _ => Pays::OnPayday,
        }
    }
}

fn household(dice: &mut Dice, kind: CustomerKind) -> Household {
    let (adults, children, elders) = if kind == CustomerKind::Business {
        (dice.between(1, 9), 0, 0)
    } else {
        match dice.weighted(&[14, 20, 26, 12, 10, 12, 6]) {
            0 => (1, 0, 0),
            1 => (2, 0, 0),
            2 => (2, dice.between(1, 2), 0),
            3 => (2, dice.between(1, 3), dice.between(1, 2)),
            4 => (0, 0, dice.between(1, 2)),
            5 => (dice.between(2, 4), 0, dice.between(0, 2)),
            _ => (dice.between(3, 5), dice.between(1, 3), dice.between(1, 2)),
        }
    };
    Household { adults: adults as u16, children: children as u16, elders: elders as u16 }
}

/// A baby, a student who leaves home, a grandmother who moves in.
fn household_change(dice: &mut Dice, customer: &Customer, days: i64) -> Vec<HouseholdChange> {
    if customer.kind == CustomerKind::Business || days < 100 || !dice.percent(14) {
        return Vec::new();
    }
    let from = customer.joined_on + Days::new(dice.between(60, days - 5) as u64);
    let mut household = customer.household;
    match dice.below(3) {
        0 => household.children += 1,
        1 if household.adults > 2 => household.adults -= 1,
        1 => household.adults += 1,
        _ => household.elders += 1,
    }
    vec![HouseholdChange { from, household }]
}

fn phone(dice: &mut Dice) -> String {
    let (start, middle, end) = (dice.below(90) + 10, dice.below(1000), dice.below(1000));
    format!("09{start}-{middle:03}-{end:03}")
}

fn address(dice: &mut Dice, language: Language) -> String {
    let (house, building) = (dice.between(1, 160), dice.between(1, 9));
    let (floor, flat) = (dice.between(1, 12), dice.between(1, 6));
    match (language, dice.below(10)) {
        (Language::English, 0..=3) => format!("No. {house}"),
        (Language::English, 4..=5) => format!("No. {house}, {floor}F"),
        (Language::English, _) => format!("No. {house}, building {building}, {floor}F-{flat}"),
        (Language::Chinese, 0..=3) => format!("{house}号"),
        (Language::Chinese, 4..=5) => format!("{house}号{floor}楼"),
        (Language::Chinese, _) => format!("{house}号{building}栋{floor}楼{flat}室"),
    }
}

fn payday(dice: &mut Dice, kind: CustomerKind, joined: Day) -> Payday {
    let from = iso(joined + Days::new(dice.below(14) as u64));
    let at_once = if kind == CustomerKind::Business { 45 } else { 9 };
    let rule = match dice.weighted(&[at_once, 16, 12, 14, 10, 8, 7, 8, 8, 4, 4]) {
        0 => "none".to_owned(),
        1 => "25".to_owned(),
        2 => "last".to_owned(),
        3 => ["5", "10", "15"].get(dice.below(3)).copied().unwrap_or("5").to_owned(),
        4 => "1".to_owned(),
        5 => "10,25".to_owned(),
        6 => "last fri".to_owned(),
        7 => format!("every 2 weeks fri from {from}"),
        8 => dice.between(2, 28).to_string(),
        9 => "2nd mon".to_owned(),
        _ => format!("every 10 days from {from}"),
    };
    let shift = match dice.below(10) {
        0..=2 if rule != "none" => " before weekend",
        3 if rule != "none" => " after weekend",
        _ => "",
    };
    // Every rule above is one; a slip in them would show as a shop that is paid at once.
    Payday::parse(&format!("{rule}{shift}")).unwrap_or(Payday::NONE)
}

fn weekdays(dice: &mut Dice) -> Weekdays {
    let days = match dice.below(100) {
        0..=4 => "sat",
        5..=9 => "mon,wed,fri",
        10..=13 => "tue,thu,sat",
        14..=17 => "mon-fri",
        _ => return Weekdays::NONE,
    };
    Weekdays::parse(days).unwrap_or_default()
}
