//! Complaints as lists and pages show them.

use super::CustomerLabel;
use crate::domain::complaint::Complaint;
use crate::domain::id::ComplaintId;

/// A complaint with its customer and product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComplaintRow {
    /// The complaint.
    pub complaint: Complaint,
    /// Whose.
    pub who: CustomerLabel,
    /// The product's name, if it is about one.
    pub product: Option<String>,
}

/// A complaint that a follow-up is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComplaintNote {
    /// The complaint.
    pub id: ComplaintId,
    /// In the customer's words.
    pub text: String,
}
