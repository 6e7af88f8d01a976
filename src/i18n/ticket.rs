//! Formats prepaid tickets: how many are left, and until when.

use super::Localizer;
use crate::domain::Day;
use crate::domain::ticket::TicketBalance;

impl Localizer {
    /// Formats the tickets left for a product: `7 tickets for water, the first until Sun 1 Mar`.
    pub fn tickets_left(&self, product: &str, tickets: u32, expires: Option<Day>) -> String {
        let key = if expires.is_some() { "tickets-left-until" } else { "tickets-left" };
        let day = expires.map(|day| self.short_day(day)).unwrap_or_default();
        let args = [("product", product.into()), ("count", tickets.into()), ("day", day.into())];
        self.format(key, &args)
    }

    /// Formats the tickets of a customer for a product on a day, with those that expired or soon will.
    pub fn ticket_balance(&self, balance: &TicketBalance, day: Day) -> String {
        let mut text = self.tickets_left(&balance.product_name, balance.tickets, balance.expires);
        if balance.expires_soon(day) {
            text.push_str(&self.text("tickets-soon"));
        }
        if balance.expired > 0 {
            let expired = [("count", balance.expired.into())];
            text.push_str(&self.format("tickets-expired", &expired));
        }
        text
    }
}
