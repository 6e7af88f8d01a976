//! Widgets that screens are built from. They draw their arguments and do not depend on the shop.

pub mod cells;
pub mod panel;
pub mod table;
pub mod text_field;
