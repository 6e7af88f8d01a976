//! The days on which a customer can be visited: the shop delivers, the customer takes deliveries, and
//! somebody is there.

use chrono::Days;

use super::customer::Away;
use super::day::{Day, Period, Weekdays};
use super::forecast::Forecast;
use super::jar::Strategy;
use super::shop::Shop;
use super::skip::SkipNote;

/// Days that are searched for one on which a customer can be visited.
const SEARCHED: usize = 366;

/// The days on which one customer can be visited.
#[derive(Clone, Copy, Debug)]
pub struct VisitDays<'a> {
    /// The shop, with its delivery days and holidays.
    pub shop: &'a Shop,
    /// Weekdays on which the customer takes deliveries; empty is any.
    pub weekdays: Weekdays,
    /// The periods in which nobody of the household is there.
    pub away: &'a [Period],
}

impl VisitDays<'_> {
    /// Returns whether the customer can be visited on `day`.
    pub fn allow(&self, day: Day) -> bool {
        self.shop.delivers_on(day, self.weekdays) && self.absence(day).is_none()
    }

    /// Returns the period around `day` in which nobody is there.
    pub fn absence(&self, day: Day) -> Option<Period> {
        self.away.iter().copied().find(|away| away.contains(day))
    }

    /// Returns the first such day on or after `day`, within a year; `day` itself if there is none.
    pub fn first_from(&self, day: Day) -> Day {
        day.iter_days().take(SEARCHED).find(|day| self.allow(*day)).unwrap_or(day)
    }

    /// Returns the last such day on or before `day`, and not before `earliest`.
    pub fn last_until(&self, day: Day, earliest: Day) -> Option<Day> {
        std::iter::successors(Some(day), Day::pred_opt)
            .take_while(|day| *day >= earliest)
            .find(|day| self.allow(*day))
    }

    /// Returns the day for which a delivery is proposed whose window closes on `latest`: that day, or
    /// where it is over already the next one on which the customer can be visited.
    pub fn proposed_for(&self, latest: Day, today: Day) -> Day {
        if latest < today { self.first_from(today) } else { latest }
    }

    /// Returns the end of a delivery window: the safe day, moved back to a day on which the customer
    /// can be visited, but not before the first such day after the anchor, as nothing can be delivered
    /// earlier, nor before the first one after a skip. A visit that was agreed for the return from a time away is made after it, not before.
    /// Returns `None` for a jar that is filled on call.
    pub fn bring_by(
        &self,
        strategy: Strategy,
        forecast: &Forecast,
        skip: Option<&SkipNote>,
    ) -> Option<Day> {
        self.window_end(strategy, (forecast.anchor, forecast.likely, forecast.safe), skip)
    }

    /// Returns the end of a delivery window as [`VisitDays::bring_by`] does, from the day of the anchor, the likely
    /// empty day and the safe day alone.
    pub fn window_end(
        &self,
        strategy: Strategy,
        (anchor, likely, safe): (Day, Day, Day),
        skip: Option<&SkipNote>,
    ) -> Option<Day> {
        if strategy == Strategy::OnCall {
            return None;
        }
        // What was found empty can be filled on the same day.
        let after_anchor = if likely <= anchor { anchor } else { anchor + Days::new(1) };
        let first =
            self.first_from(skip.map_or(after_anchor, |skip| skip.ends().max(after_anchor)));
        let day = self.last_until(safe, first).unwrap_or(first);
        let until_then = Period { from: day, to: safe };
        let before_they_go = || self.away.iter().any(|away| away.overlap(until_then) > 0);
        match strategy {
            Strategy::Every(_) if self.absence(safe).is_none() && before_they_go() => {
                Some(self.first_from(safe))
            }
            Strategy::Every(_) | Strategy::Forecast | Strategy::OnCall => Some(day),
        }
    }
}

/// Returns the periods in which nobody of a household is there.
pub fn everybody_away(away: &[Away]) -> Vec<Period> {
    away.iter().filter(|away| away.people.is_none()).map(|away| away.period).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Quantity;
    use crate::domain::forecast::RateSource;
    use crate::domain::jar::Strategy;
    use crate::domain::money::Currency;
    use crate::domain::shop::ServiceLevel;
    use crate::domain::urgency::{JarDays, Urgency};
    use proptest::prelude::*;

    fn first() -> Day {
        Day::from_ymd_opt(2026, 3, 1).unwrap()
    }

    fn day(number: u64) -> Day {
        first() + Days::new(number)
    }

    fn shop(delivery_days: Weekdays, holidays: &[u64]) -> Shop {
        Shop {
            name: String::new(),
            currency: Currency::from_code("CNY").unwrap(),
            language: None,
            service_level: ServiceLevel::DEFAULT,
            grace_days: 0,
            delivery_days,
            holidays: holidays.iter().map(|number| (day(*number), String::new())).collect(),
            areas: Vec::new(),
            daily_capacity: None,
            date_order: None,
            rules_off: Default::default(),
            credit_limit: None,
            tickets_valid: None,
            contact: Default::default(),
            ageing: Default::default(),
            methods: Vec::new(),
            reminders: Default::default(),
            complaint_kinds: Vec::new(),
        }
    }

    fn forecast(safe: u64, likely: u64) -> Forecast {
        Forecast {
            anchor: first(),
            level: Quantity::whole(10),
            seen: true,
            rate: 1.0,
            level_sd: 0.0,
            rate_spread: 0.0,
            calculated: None,
            source: RateSource::Learned,
            intervals: 4,
            earliest: first(),
            low: day(safe),
            likely: day(likely),
            high: day(likely + 5),
            safe: day(safe),
        }
    }

    #[test]
    fn a_jar_is_filled_before_its_household_goes_away_where_it_would_run_dry_on_the_return() {
        // B3
        let shop = shop(Weekdays::ALL, &[]);
        let away = [Period { from: day(10), to: day(20) }];
        let visits = VisitDays { shop: &shop, weekdays: Weekdays::default(), away: &away };
        assert_eq!(visits.bring_by(Strategy::Forecast, &forecast(20, 25), None), Some(day(9)));
        assert_eq!(visits.bring_by(Strategy::Forecast, &forecast(22, 25), None), Some(day(22)));
        assert_eq!(visits.proposed_for(day(9), day(12)), day(21));
    }

    proptest! {
        #[test]
        fn a_proposal_is_never_on_an_away_day_or_a_day_off_and_never_late_while_the_next_day_is_safe(
            (delivery, weekly) in (1..128_u8, 0..128_u8),
            holidays in prop::collection::vec(0..60_u64, 0..8),
            away in prop::collection::vec((1..60_u64, 0..15_u64), 0..4),
            (safe, more, today) in (1..40_u64, 0..20_u64, 0..60_u64),
        ) {
            let delivery = Weekdays::from_bits(delivery).unwrap();
            let weekdays = Weekdays::from_bits(weekly & delivery.bits()).unwrap();
            let shop = shop(delivery, &holidays);
            let away: Vec<Period> =
                away.iter().map(|(from, days)| Period { from: day(*from), to: day(from + days) }).collect();
            let visits = VisitDays { shop: &shop, weekdays, away: &away };
            let (forecast, today) = (forecast(safe, safe + more), day(today));
            let latest = visits.bring_by(Strategy::Forecast, &forecast, None).unwrap();
            let on = visits.proposed_for(latest, today);
            prop_assert!(visits.allow(latest) && visits.allow(on) && on >= today);
            prop_assert!(visits.absence(on).is_none());
            let jar = JarDays { latest: Some(latest), likely: forecast.likely };
            let next = visits.first_from(today);
            if next <= forecast.safe && forecast.likely >= today {
                prop_assert_eq!(jar.unplanned(today), Urgency::WindowOpen);
            }
            if jar.unplanned(today) == Urgency::Late {
                prop_assert!(next > forecast.safe);
            }
        }
    }
}
