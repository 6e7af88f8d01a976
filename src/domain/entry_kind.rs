//! The kinds of entries of a tab: one table of rules that the rest of the program reads.
//!
//! A new kind is a variant, its stable name and its row in [`EntryKind::rule`]; see `# Additions` in the crate's
//! documentation for the rest.

use super::money::Money;
use super::refusal::Refusal;
use super::stable_name::{StableName, keys};

/// The kind of an entry.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EntryKind {
    /// Goods delivered, or anything else to be paid.
    Charge,
    /// Money received.
    Payment,
    /// Money returned.
    Refund,
    /// Goods that came back, at the price that was charged for them.
    Return,
    /// A debt reduced as a kindness.
    Discount,
    /// A debt given up as lost.
    WriteOff,
    /// A balance to which the customer agreed; it changes nothing.
    Agreement,
    /// Money held for a container that is lent, such as a gas cylinder; below zero when it is returned.
    Deposit,
    /// A mistake corrected, in either direction.
    Correction,
    /// The balance with which the tab began.
    Opening,
}

keys!(EntryKind {
    Charge = "charge",
    Payment = "payment",
    Refund = "refund",
    Return = "return",
    Discount = "discount",
    WriteOff = "write-off",
    Agreement = "agreement",
    Deposit = "deposit",
    Correction = "correction",
    Opening = "opening",
});

/// The rules of a kind of entry: a row of the table [`EntryKind::rule`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EntryRule {
    /// The verb of `ricejar tab` that records it; `None` if it is not recorded by hand.
    pub verb: Option<&'static str>,
    /// The effect of a positive amount.
    pub sign: EntrySign,
    /// True if a person may enter an amount below zero.
    pub may_be_negative: bool,
    /// The limit of the amount or number of entries, apart from the sign.
    pub limit: EntryLimit,
    /// True if the entry is counted in the sums of money received.
    pub counts_as_paid: bool,
    /// The balance to which it belongs.
    pub ledger: EntryLedger,
    /// Its effect on the money of the till.
    pub till: TillEffect,
}

/// The effect of an entry on the money that the shop has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TillEffect {
    /// No money changes hands.
    None,
    /// The amount comes in.
    Same,
    /// The amount goes out: what makes the customer owe less comes in.
    Opposite,
}

/// The balance to which a kind of entry belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryLedger {
    /// The balance that the customer owes.
    Owed,
    /// Money that the shop holds for the customer: it settles no debt, is no credit, and counts
    /// neither as a sale nor as a payment.
    Held,
    /// No balance: the amount states what the balance is at the end of the entry.
    Stated,
}

/// The effect of an entry on the balance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntrySign {
    /// The customer owes more.
    Debit,
    /// The customer owes less.
    Credit,
}

/// The limit of an entry, given the other entries of the tab.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryLimit {
    /// No limit.
    Unlimited,
    /// The balance after it is at most the customer's credit limit, unless that is accepted.
    Credit,
    /// The amount is at most what is owed.
    Owed,
    /// A tab has at most one entry of the kind.
    Once,
    /// An amount below zero, which is returned, is at most what is held.
    Held,
    /// The amount is the balance.
    Balance,
}

/// Handling of an entry beyond the customer's credit limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OverLimit {
    /// Refuse it, so that the person is asked first.
    Refuse,
    /// Record it: the person has been asked.
    Accept,
}

impl EntryKind {
    /// Returns the rules of the kind.
    pub const fn rule(self) -> EntryRule {
        let debit = EntryRule {
            verb: None,
            sign: EntrySign::Debit,
            may_be_negative: false,
            limit: EntryLimit::Unlimited,
            counts_as_paid: false,
            ledger: EntryLedger::Owed,
            till: TillEffect::None,
        };
        let credit = EntryRule { sign: EntrySign::Credit, ..debit };
        match self {
            Self::Charge => EntryRule { verb: Some("charge"), limit: EntryLimit::Credit, ..debit },
            Self::Payment => EntryRule {
                verb: Some("pay"),
                counts_as_paid: true,
                till: TillEffect::Opposite,
                ..credit
            },
            Self::Return => credit,
            Self::Refund => EntryRule { verb: Some("refund"), till: TillEffect::Opposite, ..debit },
            Self::Discount => {
                EntryRule { verb: Some("discount"), limit: EntryLimit::Owed, ..credit }
            }
            Self::WriteOff => {
                EntryRule { verb: Some("write-off"), limit: EntryLimit::Owed, ..credit }
            }
            Self::Deposit => EntryRule {
                verb: Some("deposit"),
                may_be_negative: true,
                limit: EntryLimit::Held,
                ledger: EntryLedger::Held,
                till: TillEffect::Same,
                ..debit
            },
            Self::Correction => EntryRule { verb: Some("correct"), may_be_negative: true, ..debit },
            Self::Agreement => EntryRule {
                verb: Some("agree"),
                may_be_negative: true,
                limit: EntryLimit::Balance,
                ledger: EntryLedger::Stated,
                ..debit
            },
            Self::Opening => EntryRule { may_be_negative: true, limit: EntryLimit::Once, ..debit },
        }
    }

    /// Returns the kinds that are recorded by hand, in the order in which they are offered.
    pub fn by_hand() -> impl Iterator<Item = Self> {
        Self::ALL.iter().map(|(kind, _)| *kind).filter(|kind| kind.rule().verb.is_some())
    }

    /// Converts an amount as a person says it (a payment is positive) to its effect on the balance (positive: owes
    /// more), and back.
    pub fn signed(self, amount: Money) -> Money {
        match self.rule().sign {
            EntrySign::Debit => amount,
            EntrySign::Credit => -amount,
        }
    }

    /// Checks the sign of an amount as a person says it.
    ///
    /// # Errors
    /// [`Refusal::NotPositive`] for zero, unless it is a balance, and below zero where the kind does not allow it.
    pub fn check_sign(self, amount: Money) -> Result<(), Refusal> {
        let may_be_zero = self.rule().ledger == EntryLedger::Stated;
        if (amount.is_zero() && !may_be_zero)
            || (amount.is_negative() && !self.rule().may_be_negative)
        {
            return Err(Refusal::NotPositive { amount });
        }
        Ok(())
    }
}
