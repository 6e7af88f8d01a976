//! The sum behind a forecast, in words that a shopkeeper understands.

use super::Words;
use super::values::with_unit;
use crate::domain::Rate;
use crate::domain::forecast::RateSource;
use crate::domain::jar::Strategy;
use crate::domain::rows::JarRow;
use crate::reports::Why;
use crate::reports::proposal::{Chosen, Reason};

impl Words {
    /// Each step of the sum as a line: what was seen, who eats, how fast, who is away, and the days.
    pub fn why(&self, why: &Why) -> Vec<String> {
        let unit = &why.product.unit;
        let Some(row) = &why.row else {
            return vec![
                self.tell("why-unknown", &[("product", why.product.name.as_str().into())]),
            ];
        };
        let mut lines = vec![self.anchor(row, unit)];
        if let Some(level) = why.level {
            lines.push(self.tell("why-level", &[("level", self.about(level, unit).into())]));
        }
        if why.household.people() > 0 {
            lines.push(self.tell("why-people", &[("count", why.household.people().into())]));
        }
        match row.strategy {
            Strategy::Every(span) => {
                lines.push(self.tell("why-every", &[("days", u32::from(span.days()).into())]));
            }
            Strategy::Forecast | Strategy::OnCall => lines.push(self.rate(row, why)),
        }
        for away in &why.away {
            let period = away.period;
            lines.push(self.tell(
                "why-away",
                &[
                    ("from", self.short_day(period.from).into()),
                    ("to", self.short_day(period.to).into()),
                    ("count", away.people.map_or(0, u32::from).into()),
                ],
            ));
        }
        lines.push(self.tell(
            "why-empty",
            &[
                ("likely", self.day(row.likely).into()),
                ("low", self.short_day(row.low).into()),
                ("high", self.short_day(row.high).into()),
            ],
        ));
        lines.push(self.tell("why-safe", &[("safe", self.day(row.safe).into())]));
        lines.push(match row.latest {
            None => self.say("why-on-call"),
            // In a small jar there may be no room yet when it is time: then time wins.
            Some(latest) if row.earliest >= latest => {
                self.tell("why-by", &[("latest", self.short_day(latest).into())])
            }
            Some(latest) => {
                let earliest = self.short_day(row.earliest);
                self.tell(
                    "why-window",
                    &[("earliest", earliest.into()), ("latest", self.short_day(latest).into())],
                )
            }
        });
        lines
    }

    /// Why a delivery is proposed for its day: what decided, the days that there were, and what else is
    /// good about this one.
    pub fn chosen(&self, chosen: &Chosen) -> Vec<String> {
        let Chosen { from, until, reason, beside, payday } = *chosen;
        let args = [
            ("from", self.short_day(from).into()),
            ("until", self.short_day(until).into()),
            ("count", beside.into()),
        ];
        let key = match reason {
            Reason::Late => "chosen-late",
            Reason::Last => "chosen-last",
            Reason::Full => "chosen-full",
            Reason::Payday => "chosen-payday",
            Reason::Beside => "chosen-beside",
            Reason::Quiet => "chosen-quiet",
        };
        let mut lines = vec![self.tell(key, &args)];
        if from < until {
            lines.push(self.tell("chosen-window", &args));
        }
        if beside > 0 && reason != Reason::Beside {
            lines.push(self.tell("chosen-beside", &args));
        }
        if payday && reason != Reason::Payday {
            lines.push(self.say("chosen-payday"));
        }
        lines
    }

    fn anchor(&self, row: &JarRow, unit: &str) -> String {
        let (key, level) = if row.seen {
            ("why-seen", self.quantity(row.level, unit))
        } else {
            ("why-estimated", self.about(row.level, unit))
        };
        self.tell(key, &[("level", level.into()), ("day", self.day(row.anchor).into())])
    }

    fn rate(&self, row: &JarRow, why: &Why) -> String {
        // A use in a day is said with two digits that matter, as a person would.
        let rate = Rate::from_millionths((row.rate * 1e6).round() as i64);
        let digits = if row.rate >= 1.0 {
            100_000
        } else if row.rate >= 0.1 {
            10_000
        } else {
            1_000
        };
        let rounded = Rate::from_millionths((rate.millionths() + digits / 2) / digits * digits);
        let rate = with_unit(rounded, &why.product.unit);
        let args = [("rate", rate.into()), ("count", row.intervals.into())];
        self.tell(
            match row.source {
                RateSource::Pinned => "why-pinned",
                RateSource::Declared => "why-declared",
                RateSource::People => "why-appetite",
                RateSource::Learned => "why-learned",
            },
            &args,
        )
    }
}
