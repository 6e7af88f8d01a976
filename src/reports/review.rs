//! Items of the review: jars whose use has changed, and goods that are
//! bought again and again without a jar.

use crate::domain::id::ProductId;
use crate::domain::views::{CustomerLabel, JarRow, OneOffGoods};

/// One question to the shop.
#[derive(Clone, PartialEq, Debug)]
pub enum ReviewItem {
    /// The use of a jar has changed: learn from then on, or pin it.
    Changed(Box<JarRow>),
    /// Goods without a jar were bought several times: follow them?
    BoughtAgain(OneOffGoods),
}

impl ReviewItem {
    /// Returns whom it is about.
    pub const fn who(&self) -> &CustomerLabel {
        match self {
            Self::Changed(row) => &row.who,
            Self::BoughtAgain(goods) => &goods.who,
        }
    }

    /// Returns which goods it is about.
    pub const fn product(&self) -> ProductId {
        match self {
            Self::Changed(row) => row.goods.product,
            Self::BoughtAgain(goods) => goods.product,
        }
    }

    /// Returns the name of these goods.
    pub fn product_name(&self) -> &str {
        match self {
            Self::Changed(row) => &row.goods.name,
            Self::BoughtAgain(goods) => &goods.product_name,
        }
    }
}
