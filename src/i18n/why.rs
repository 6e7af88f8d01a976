//! Explains a forecast in sentences for the shopkeeper.

use super::Localizer;
use super::values::with_unit;
use crate::domain::day::Period;
use crate::domain::forecast::{RateChange, RatePart, RateSource};
use crate::domain::jar::Strategy;
use crate::domain::views::JarRow;
use crate::domain::{Quantity, Rate};
use crate::reports::ForecastExplanation;
use crate::reports::proposal::{Chosen, Reason};

impl Localizer {
    /// Returns one line per step: the last reading, the household, the rate of use, times away, and the forecast days.
    pub fn why(&self, why: &ForecastExplanation) -> Vec<String> {
        let unit = &why.product.unit;
        if let Some(on) = why.product.retired_on {
            let args =
                [("product", why.product.name.as_str().into()), ("day", self.day(on).into())];
            return vec![self.format("why-retired", &args)];
        }
        let Some(row) = &why.row else {
            return vec![
                self.format("why-unknown", &[("product", why.product.name.as_str().into())]),
            ];
        };
        let mut lines = vec![self.anchor(row, why, unit)];
        if let Some(level) = why.level {
            lines.push(self.format("why-level", &[("level", self.about(level, unit).into())]));
        }
        if why.household.people() > 0 {
            lines.push(self.format("why-people", &[("count", why.household.people().into())]));
        }
        match row.strategy {
            Strategy::Every(span) => {
                lines.push(self.format("why-every", &[("days", u32::from(span.days()).into())]));
            }
            Strategy::Forecast | Strategy::OnCall => {
                lines.push(self.rate(row, why));
                lines.extend(row.calculated.map(|calculated| {
                    let rate = self.use_a_day(calculated, unit);
                    self.format("why-capped", &[("rate", rate.into())])
                }));
                lines.extend(
                    row.change.map(|change| self.used_otherwise(&change, &why.product.unit)),
                );
            }
        }
        for away in &why.away {
            let period = away.period;
            lines.push(self.format(
                "why-away",
                &[
                    ("from", self.day_near(period.from, why.day).into()),
                    ("to", self.day_near(period.to, why.day).into()),
                    ("count", away.people.map_or(0, u32::from).into()),
                ],
            ));
        }
        lines.push(self.format(
            "why-empty",
            &[
                ("likely", self.day(row.likely).into()),
                ("low", self.day_near(row.low, row.likely).into()),
                ("high", self.day_near(row.high, row.likely).into()),
            ],
        ));
        // On the day on which it was found empty it is not safe any more.
        if row.likely > row.anchor {
            lines.push(self.format("why-safe", &[("safe", self.day(row.safe).into())]));
        }
        lines.extend(row.skip_on(why.day).map(|skip| {
            let product = why.product.name.as_str();
            self.format(
                "why-skipped",
                &[("product", product.into()), ("skip", self.skipped(skip).into())],
            )
        }));
        let price = why.prices.explained(row.goods.quantity);
        lines.extend(self.why_price(price, &why.product.unit));
        lines.extend(why.tickets.iter().map(|balance| {
            let tickets = self.ticket_balance(balance, why.day);
            self.format("why-tickets", &[("tickets", tickets.into())])
        }));
        lines.push(match row.latest {
            None => self.text("why-on-call"),
            // In a small jar there may be no room yet when it is time: then time wins.
            Some(latest) if row.earliest >= latest => {
                self.format("why-by", &[("latest", self.day_near(latest, row.safe).into())])
            }
            Some(latest) => {
                let earliest = self.day_near(row.earliest, row.safe);
                self.format(
                    "why-window",
                    &[
                        ("earliest", earliest.into()),
                        ("latest", self.day_near(latest, row.safe).into()),
                    ],
                )
            }
        });
        lines.extend(why.visit.iter().flat_map(|visit| self.why_visit(row, visit, why.day)));
        if why.is_silent {
            let since = self.day_near(row.likely, why.day);
            lines.push(self.format("why-silent", &[("since", since.into())]));
        }
        lines
    }

    /// Why a delivery is proposed for its day: what decided, the days that there were, and what else is
    /// good about this one.
    pub fn chosen(&self, chosen: &Chosen) -> Vec<String> {
        let Chosen { from, until, reason, beside, payday } = *chosen;
        let args = [
            ("from", self.day_near(from, until).into()),
            ("until", self.day_near(until, from).into()),
            ("count", beside.into()),
        ];
        let key = match reason {
            Reason::Late => "chosen-late",
            Reason::AtRisk => "chosen-at-risk",
            Reason::Empty => "chosen-empty",
            Reason::Last => "chosen-last",
            Reason::Full => "chosen-full",
            Reason::Payday => "chosen-payday",
            Reason::Beside => "chosen-beside",
            Reason::Quiet => "chosen-quiet",
        };
        let mut lines = vec![self.format(key, &args)];
        if from < until {
            lines.push(self.format("chosen-window", &args));
        }
        if beside > 0 && reason != Reason::Beside {
            lines.push(self.format("chosen-beside", &args));
        }
        if payday && reason != Reason::Payday {
            lines.push(self.text("chosen-payday"));
        }
        lines
    }

    /// Returns the mark of a stop that is planned while nobody is there.
    pub fn stop_away(&self, away: Period) -> String {
        self.format("stop-away", &[("until", self.short_day(away.to).into())])
    }

    /// Formats a change in the rate of use of a jar.
    pub fn used_otherwise(&self, change: &RateChange, unit: &str) -> String {
        let args = [
            ("since", self.short_day(change.since).into()),
            ("count", change.intervals.into()),
            ("before", self.use_a_day(change.before, unit).into()),
            ("after", self.use_a_day(change.after, unit).into()),
        ];
        self.format("why-changed", &args)
    }

    fn anchor(&self, row: &JarRow, why: &ForecastExplanation, unit: &str) -> String {
        let by = why.seen_by.as_str();
        let brought = why.read_and_brought.map_or(Quantity::ZERO, |(_, brought)| brought);
        let (key, level) = if let Some((read, _)) = why.read_and_brought {
            let key = if by.is_empty() { "why-seen-brought" } else { "why-seen-brought-by" };
            (key, self.quantity(read, unit))
        } else if row.seen {
            let key = if by.is_empty() { "why-seen" } else { "why-seen-by" };
            (key, self.quantity(row.level, unit))
        } else {
            ("why-estimated", self.about(row.level, unit))
        };
        let args = [
            ("level", level.into()),
            ("day", self.day(row.anchor).into()),
            ("by", by.into()),
            ("brought", self.quantity(brought, unit).into()),
        ];
        self.format(key, &args)
    }

    /// Formats a use per day with two significant digits.
    pub fn use_a_day(&self, a_day: f64, unit: &str) -> String {
        with_unit(Self::rounded_use(a_day), unit)
    }

    /// Rounds a use per day to two significant digits.
    pub fn rounded_use(a_day: f64) -> Rate {
        let rate = Rate::from_millionths((a_day * 1e6).round() as i64);
        let digits = if a_day >= 1.0 {
            100_000
        } else if a_day >= 0.1 {
            10_000
        } else {
            1_000
        };
        Rate::from_millionths((rate.millionths() + digits / 2) / digits * digits)
    }

    /// Formats the rate and what it rests on. Each number is there once; the rates of the parts, each to the
    /// power of its share, multiply out to the rate.
    fn rate(&self, row: &JarRow, why: &ForecastExplanation) -> String {
        let rate = self.use_a_day(row.rate, &why.product.unit);
        let shares = match why.parts.as_slice() {
            [] | [_] => "why-rate-one",
            [_, ..] => "why-rate",
        };
        let parts: Vec<String> = why.parts.iter().map(|part| self.part(part, row, why)).collect();
        self.format(shares, &[("rate", rate.into()), ("parts", self.list(&parts).into())])
    }

    fn part(&self, part: &RatePart, row: &JarRow, why: &ForecastExplanation) -> String {
        let unit = &why.product.unit;
        let key = match part.source {
            RateSource::Pinned => "why-part-pinned",
            RateSource::Declared => "why-part-declared",
            // Beside other parts, its rate is on the scale of their mean, and no product of the two numbers.
            RateSource::People if why.parts.len() > 1 => "why-part-people-share",
            RateSource::People => "why-part-people",
            RateSource::Others if why.similar < 1.0 => "why-part-assumed",
            RateSource::Others => "why-part-others",
            RateSource::Learned if why.weeks_brought > 0 => "why-part-brought",
            RateSource::Learned => "why-part-learned",
        };
        let each = why.product.appetite.map_or(0.0, Rate::per_day);
        let heads = why.product.adults_worth(why.household);
        let source = self.format(
            key,
            &[
                ("count", row.intervals.into()),
                ("weeks", why.weeks_brought.into()),
                ("monthly", self.quantity(why.jar.monthly.unwrap_or_default(), unit).into()),
                ("heads", format!("{heads}").into()),
                ("each", self.use_a_day(each, unit).into()),
                ("jars", (why.similar.round() as i64).into()),
            ],
        );
        if why.parts.len() < 2 {
            return source;
        }
        let share = (100.0 * part.share).round() as i64;
        let rate = self.use_a_day(part.rate, unit);
        self.format(
            "why-part",
            &[("rate", rate.into()), ("source", source.into()), ("share", share.into())],
        )
    }
}
