//! Complaints counted by kind, product, cause and customer, with the days until they were answered and solved.

use crate::domain::Day;
use crate::domain::complaint::Complaint;
use crate::domain::stable_name::keys;
use crate::domain::views::ComplaintRow;
use std::collections::BTreeMap;

/// The groups by which complaints are counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ComplaintGroup {
    /// All of them.
    All,
    /// Their kind.
    Kind,
    /// The product.
    Product,
    /// The cause.
    Cause,
    /// The customer; only those who complained repeatedly.
    Customer,
}

keys!(ComplaintGroup {
    All = "all",
    Kind = "kind",
    Product = "product",
    Cause = "cause",
    Customer = "customer",
});

/// The complaints of a group with one name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComplaintCount {
    /// The group by which they are counted.
    pub group: ComplaintGroup,
    /// The kind, the product, the cause, or the customer; empty for all.
    pub name: String,
    /// Number of complaints.
    pub complaints: u32,
    /// Number of those that wait for a solution.
    pub unsolved: u32,
    /// Number of those whose promised day passed without a solution.
    pub late: u32,
    /// The median of the days until the first answer.
    pub answer_days: Option<i64>,
    /// The median of the days until the solution.
    pub solution_days: Option<i64>,
}

/// Counts complaints: all, then by kind, product, cause and repeating customer, the most frequent first.
pub fn count_complaints(rows: &[ComplaintRow], today: Day) -> Vec<ComplaintCount> {
    let mut groups: BTreeMap<(ComplaintGroup, String), Vec<&Complaint>> = BTreeMap::new();
    for row in rows {
        let one = &row.complaint;
        let names = [
            (ComplaintGroup::All, Some(String::new())),
            (ComplaintGroup::Kind, Some(one.kind.clone())),
            (ComplaintGroup::Product, row.product.clone()),
            (ComplaintGroup::Cause, Some(one.cause.clone()).filter(|cause| !cause.is_empty())),
            (ComplaintGroup::Customer, Some(format!("{} {}", row.who.code, row.who.name))),
        ];
        for (group, name) in names {
            if let Some(name) = name {
                groups.entry((group, name)).or_default().push(one);
            }
        }
    }
    groups.retain(|(group, _), of| *group != ComplaintGroup::Customer || of.len() > 1);
    let count = |of: &[&Complaint], is: &dyn Fn(&Complaint) -> bool| {
        u32::try_from(of.iter().filter(|one| is(one)).count()).unwrap_or(u32::MAX)
    };
    let rows = groups.into_iter().map(|((group, name), of)| ComplaintCount {
        group,
        name,
        complaints: count(&of, &|_| true),
        unsolved: count(&of, &Complaint::is_unsolved),
        late: count(&of, &|one| one.is_late(today)),
        answer_days: median(of.iter().filter_map(|one| one.answer_days()).collect()),
        solution_days: median(of.iter().filter_map(|one| one.solution_days()).collect()),
    });
    let mut rows: Vec<ComplaintCount> = rows.collect();
    rows.sort_by_key(|row| (row.group, std::cmp::Reverse(row.complaints)));
    rows
}

/// Returns the middle of some days, the smaller one of two.
fn median(mut days: Vec<i64>) -> Option<i64> {
    days.sort_unstable();
    days.get(days.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_two_days_is_the_smaller_one() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9, 2]), Some(2));
        assert_eq!(median(vec![9, 2, 4]), Some(4));
    }
}
