//! Whole tables, row by row, for exports: nothing is held but one row.
