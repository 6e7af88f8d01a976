//! Small things that screens are made of. They draw what they are given and know nothing of the shop.

pub mod cells;
pub mod panel;
pub mod table;
pub mod text_field;
