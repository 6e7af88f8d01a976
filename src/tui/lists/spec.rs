//! The specification of a list: its columns and the cells of a row. Drawing, measuring and mouse
//! hits of every list use it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::say_nothing;
use crate::domain::query::{SortBy, SortDirection};
use crate::tui::layout;
use crate::tui::model::{Listed, Model, PagedList, RowList, Scroll, Window};
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListCell, ListColumn, ListTable};

/// A column of a list that can be sorted by `By`.
#[derive(Clone, Copy)]
pub struct ListColumnSpec<By: 'static = ()> {
    /// The column, whose title is the message of its name.
    column: ListColumn<'static>,
    /// The order that a click on its name asks for.
    sort: Option<By>,
}

impl<By: Copy> ListColumnSpec<By> {
    /// Returns a column of texts.
    pub const fn text(title: &'static str, cells: (u16, u16), leaves: u8) -> Self {
        Self { column: ListColumn::text(title, cells, leaves), sort: None }
    }

    /// Returns a column of numbers.
    pub const fn number(title: &'static str, cells: (u16, u16), leaves: u8) -> Self {
        Self { column: ListColumn::number(title, cells, leaves), sort: None }
    }

    /// Returns the column with the order that a click on its name asks for.
    #[must_use]
    pub const fn sorted(mut self, by: By) -> Self {
        self.sort = Some(by);
        self
    }
}

/// A list of rows `R` that can be sorted by `By`.
pub struct ListSpec<R: 'static, By: 'static = ()> {
    /// Its columns, from left to right.
    pub columns: &'static [ListColumnSpec<By>],
    /// Puts a row into cells, one for each column.
    pub cells: for<'m, 'r> fn(&'m Model, &'r R) -> Vec<ListCell<'r>>,
    /// Empty cells at the left edge.
    pub indent: u16,
}

/// The rows of a list around those that can be seen.
pub struct ListRows<'a, R, By = ()> {
    rows: Vec<&'a R>,
    /// Number of rows before them.
    before: usize,
    scroll: &'a Scroll,
    sorted: Option<SortBy<By>>,
    focus: ListFocus,
}

/// The focus of a list, by which its selected row is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum ListFocus {
    Here,
    Elsewhere,
}

impl<'a, R> ListRows<'a, R> {
    /// Returns the rows of a list in memory that can be seen in a panel, a page before and a page
    /// behind.
    pub fn of_list(list: &'a RowList<R>, panel: Rect) -> Self
    where
        R: Listed,
    {
        Self::around(list.iter(), &list.scroll, panel)
    }

    /// Returns those of `rows` that can be seen in a panel, a page before and a page behind: the
    /// rest need no formatting, and the column widths stay steady.
    pub fn around(rows: impl Iterator<Item = &'a R>, scroll: &'a Scroll, panel: Rect) -> Self {
        let page = usize::from(layout::list(panel).height);
        let before = scroll.top.saturating_sub(page);
        let rows = rows.skip(before).take(3 * page).collect();
        Self { rows, before, scroll, sorted: None, focus: ListFocus::Here }
    }
}

impl<'a, R, By> ListRows<'a, R, By> {
    /// Returns the rows of a window that can be seen in a panel, a page before and a page behind.
    pub fn of_window<L: PagedList<Row = R>>(window: &'a Window<L>, panel: Rect) -> Self {
        let page = usize::from(layout::list(panel).height);
        let (rows, before) = window.visible_slice(page);
        Self {
            rows: rows.iter().collect(),
            before,
            scroll: &window.scroll,
            sorted: None,
            focus: ListFocus::Here,
        }
    }

    /// Returns the rows of a list without the focus: none of them is shown as selected.
    #[must_use]
    pub fn without_focus(self) -> Self {
        Self { focus: ListFocus::Elsewhere, ..self }
    }

    /// Returns the rows with the order that they are in, which the name of a column shows.
    #[must_use]
    pub fn sorted(self, sorted: SortBy<By>) -> Self {
        Self { sorted: Some(sorted), ..self }
    }
}

impl<R, By: Copy + PartialEq> ListSpec<R, By> {
    /// Draws the list in its panel, or the text of an empty list in the place of its first row.
    pub fn draw(
        &self,
        model: &Model,
        list: &ListRows<R, By>,
        (panel, empty): (&PanelFrame, &str),
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let inside = panel.draw(area, buffer, model.look);
        if list.rows.is_empty() {
            say_nothing(model, inside, empty, buffer);
        } else {
            self.with_table(model, list, area, |table| table.draw(inside, buffer, model.look));
        }
    }

    /// Calls a function with the table of the list as it is in its panel, and returns its result.
    pub fn with_table<T>(
        &self,
        model: &Model,
        list: &ListRows<R, By>,
        area: Rect,
        f: impl FnOnce(&ListTable) -> T,
    ) -> T {
        let titles: Vec<String> =
            self.columns.iter().map(|column| title(model, column, list.sorted)).collect();
        let shorts: Vec<String> = (self.columns.iter().zip(&titles))
            .map(|(spec, title)| short_title(model, spec.column.title, title))
            .collect();
        let columns: Vec<ListColumn> = (self.columns.iter().zip(&titles).zip(&shorts))
            .map(|((spec, title), short)| ListColumn { title, short, ..spec.column })
            .collect();
        let rows: Vec<_> = list.rows.iter().map(|row| (self.cells)(model, row)).collect();
        f(&ListTable {
            columns: &columns,
            rows: &rows,
            top: list.scroll.top - list.before,
            selected: (list.focus == ListFocus::Here).then_some(list.scroll.at - list.before),
            titles: layout::has_titles(area),
            indent: self.indent,
            column_widths: list.scroll.column_widths,
        })
    }

    /// Returns the order that the name of a column asks for.
    pub fn sort_at(&self, column: usize) -> Option<By> {
        self.columns.get(column)?.sort
    }

    /// Returns the order of the column after the one that the list is sorted by, around the end.
    pub fn sort_after(&self, by: By) -> By {
        let named = || self.columns.iter().filter(|column| !column.column.title.is_empty());
        let mut orders = named().filter_map(|column| column.sort).skip_while(|one| *one != by);
        let next = orders.nth(1);
        next.or_else(|| named().find_map(|column| column.sort)).unwrap_or(by)
    }
}

/// Returns the short name of a column, with the mark of its name; empty if it has none.
fn short_title(model: &Model, key: &str, title: &str) -> String {
    match model.words.short(key) {
        Some(short) => title.replacen(&model.words.text(key), &short, 1),
        None => String::new(),
    }
}

/// Returns the name of a column, with a mark behind it if the list is sorted by it.
fn title<By: Copy + PartialEq>(
    model: &Model,
    column: &ListColumnSpec<By>,
    sorted: Option<SortBy<By>>,
) -> String {
    if column.column.title.is_empty() {
        return String::new();
    }
    let title = model.words.text(column.column.title);
    let (up, down) = model.look.glyphs.sorted;
    match sorted.filter(|sorted| column.sort == Some(sorted.by)).map(|sorted| sorted.direction) {
        None => title,
        Some(SortDirection::Ascending) => format!("{title}{up}"),
        Some(SortDirection::Descending) => format!("{title}{down}"),
    }
}
