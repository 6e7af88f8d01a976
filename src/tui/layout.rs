//! The layout of the screens at a given size. Drawing and moving the selection both use it, so that
//! the selected row can always be seen.

use ratatui::layout::Rect;

use super::model::{InsightsPanel, Model, Screen, TodayPanel};
use super::widgets::cells;

/// The parts of the screen; any of them may be empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The shop and the day.
    pub header: Rect,
    /// The tabs.
    pub tabs: Rect,
    /// The screen's own part.
    pub body: Rect,
    /// The keys.
    pub footer: Rect,
}

/// The fewest cells across and down in which a screen can be read.
pub const LEAST: (u16, u16) = (24, 6);

/// The whole of the terminal.
pub fn screen(size: (u16, u16)) -> Rect {
    Rect::new(0, 0, size.0, size.1)
}

/// The parts at a size: the lower it is, the more goes to the body.
pub fn parts(size: (u16, u16)) -> Parts {
    let whole = screen(size);
    let header = u16::from(whole.height >= 8);
    let tabs = u16::from(whole.height >= 5);
    let footer = u16::from(whole.height >= 3);
    let row = |y: u16, height: u16| Rect { y, height, ..whole };
    Parts {
        header: row(0, header),
        tabs: row(header, tabs),
        body: row(header + tabs, whole.height - header - tabs - footer),
        footer: row(whole.height - footer, footer),
    }
}

/// The inside of a framed panel, as [`super::widgets::panel`] leaves it.
pub fn inside(panel: Rect) -> Rect {
    if panel.height >= 3 && panel.width >= 4 {
        Rect::new(panel.x + 1, panel.y + 1, panel.width - 2, panel.height - 2)
    } else {
        Rect { y: panel.y + panel.height.min(1), height: panel.height.saturating_sub(1), ..panel }
    }
}

/// The panels of the morning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Morning {
    /// The customers to bring goods to.
    pub deliver: Rect,
    /// The customers to ask for money.
    pub collect: Rect,
    /// The customers to look after.
    pub look_after: Rect,
}

impl Morning {
    /// The place of a panel.
    pub fn of(&self, panel: TodayPanel) -> Rect {
        match panel {
            TodayPanel::Deliver => self.deliver,
            TodayPanel::Collect => self.collect,
            TodayPanel::LookAfter => self.look_after,
        }
    }
}

/// The panels of the morning with these many rows each: one above two where it is wide, else each on
/// its own with the one that has the focus unfolded.
pub fn morning(body: Rect, rows: (usize, usize, usize), here: TodayPanel) -> Morning {
    let height = body.height;
    let row = |y: u16, height: u16| Rect { y: body.y + y, height, ..body };
    if body.width < 72 || height < 10 {
        let folded = if height >= 5 { 1 } else { 0 };
        let open = height - 2 * folded;
        let of = |panel| if panel == here { open } else { folded };
        let (first, second, third) =
            (of(TodayPanel::Deliver), of(TodayPanel::Collect), of(TodayPanel::LookAfter));
        return Morning {
            deliver: row(0, first),
            collect: row(first, second),
            look_after: row(first + second, third),
        };
    }
    let framed = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX).max(1).saturating_add(2);
    let (above, below) = (framed(rows.0), framed(rows.1.max(rows.2)));
    // Each gets what it needs where there is room; else deliveries keep three fifths.
    let upper = if above.saturating_add(below) <= height {
        height - below
    } else {
        above.min((height * 3 / 5).max(height.saturating_sub(below)))
    };
    let (left, lower) = (body.width / 2, height - upper);
    Morning {
        deliver: row(0, upper),
        collect: Rect { width: left, ..row(upper, lower) },
        look_after: Rect { x: body.x + left, width: body.width - left, ..row(upper, lower) },
    }
}

/// The parts of the deliveries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RoundLayout {
    /// The week as a board: framed, folded to one line, or empty.
    pub week: Rect,
    /// The round of the day.
    pub list: Rect,
    /// The goods to load for the round.
    pub load: Rect,
}

/// Places the week at the top, the list of a round below it, and the goods to load next to the
/// list.
pub fn round(body: Rect) -> RoundLayout {
    // The name of a day and four rows of figures, with the frame.
    let board = 7;
    let week = match body.height {
        _ if body.width >= 72 && body.height >= 2 * board => board,
        5.. => 1,
        _ => 0,
    };
    let week = Rect { height: week, ..body };
    let below = Rect { y: week.bottom(), height: body.height - week.height, ..body };
    if body.width >= 100 {
        let load = 32;
        let list = Rect { width: body.width - load, ..below };
        RoundLayout { week, list, load: Rect { x: list.right(), width: load, ..below } }
    } else {
        RoundLayout { week, list: below, load: Rect { height: 0, ..below } }
    }
}

/// The columns of the days on the board of a week, and whether each has rows for its figures.
pub fn days_of_week(week: Rect) -> ([Rect; 7], bool) {
    let framed = week.height >= 3;
    let inside = if framed { inside(week) } else { week };
    let width = inside.width / 7;
    let column = |index: u16| Rect { x: inside.x + index * width, width, ..inside };
    ([0, 1, 2, 3, 4, 5, 6].map(column), framed)
}

/// The list of tabs, and above it as a board (or, where it is narrow, below it) what is owed by age.
pub fn owing(body: Rect) -> (Rect, Rect) {
    let (board, lines) = (5, 9);
    if body.width >= 72 && body.height >= 14 {
        let list = Rect { y: body.y + board, height: body.height - board, ..body };
        (list, Rect { height: board, ..body })
    } else if body.height >= lines + 9 {
        let list = Rect { height: body.height - lines, ..body };
        (list, Rect { y: list.bottom(), height: lines, ..body })
    } else {
        (body, Rect { height: 0, ..body })
    }
}

/// The places of the five ages on a board, or none where they are lines.
pub fn ages(panel: Rect) -> Option<[Rect; 5]> {
    let inside = inside(panel);
    let width = inside.width / 5;
    let place = |index: u16| Rect { x: inside.x + index * width, width, ..inside };
    (panel.width >= 72).then(|| [0, 1, 2, 3, 4].map(place))
}

/// The panels of the insights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are those of the panels")]
pub struct InsightsLayout {
    pub best: Rect,
    pub weeks: Rect,
    pub months: Rect,
    pub debts: Rect,
    pub jars: Rect,
    pub cash: Rect,
}

impl InsightsLayout {
    /// The place of a panel.
    pub fn of(&self, panel: InsightsPanel) -> Rect {
        match panel {
            InsightsPanel::Best => self.best,
            InsightsPanel::Weeks => self.weeks,
            InsightsPanel::Months => self.months,
            InsightsPanel::Debts => self.debts,
            InsightsPanel::Jars => self.jars,
            InsightsPanel::Cash => self.cash,
        }
    }
}

/// The panels of the insights: all at once where there is room, else each on its own with the one
/// that has the focus unfolded.
pub fn insights(body: Rect, here: InsightsPanel) -> InsightsLayout {
    // Twelve weeks, three months, five ages, and five weeks with their titles, each with its frame; the jars are a
    // small chart.
    let (weeks, months, debts, jars, cash) = (14, 6, 7, 6, 8);
    if body.width < 72 || body.height < weeks + months {
        let folded = u16::from(body.height >= 8);
        let open = body.height - (InsightsPanel::ALL.len() as u16 - 1) * folded;
        let mut y = body.y;
        let mut row = |panel| {
            let height = if panel == here { open } else { folded };
            y += height;
            Rect { y: y - height, height, ..body }
        };
        return InsightsLayout {
            best: row(InsightsPanel::Best),
            weeks: row(InsightsPanel::Weeks),
            months: row(InsightsPanel::Months),
            debts: row(InsightsPanel::Debts),
            jars: row(InsightsPanel::Jars),
            cash: row(InsightsPanel::Cash),
        };
    }
    let half = body.width / 2;
    let left = |y: u16, height: u16| Rect { y: body.y + y, height, width: half, ..body };
    let right = |y: u16, height: u16| Rect {
        x: body.x + half,
        y: body.y + y,
        width: body.width - half,
        height,
    };
    let height = body.height;
    let upper = weeks + months;
    if height >= upper + debts + jars {
        return InsightsLayout {
            best: right(0, height - cash),
            weeks: left(0, weeks),
            months: left(weeks, months),
            debts: left(upper, debts),
            jars: left(upper + debts, height - upper - debts),
            cash: right(height - cash, cash),
        };
    }
    // The cash calendar is unfolded in the place of the debts.
    let (debts, cash) = if here == InsightsPanel::Cash { (1, cash) } else { (debts, 1) };
    let best = height - debts - jars - cash;
    InsightsLayout {
        best: right(0, best),
        weeks: left(0, height - months),
        months: left(height - months, months),
        debts: right(best, debts),
        jars: right(best + debts, jars),
        cash: right(best + debts + jars, cash),
    }
}

/// The rows of a list below the names of its columns.
pub fn list(panel: Rect) -> Rect {
    let inside = inside(panel);
    let titles = u16::from(inside.height >= 3);
    Rect { y: inside.y + titles, height: inside.height - titles, ..inside }
}

/// Returns whether a list panel is high enough to show the column titles.
pub fn has_titles(panel: Rect) -> bool {
    inside(panel).height >= 3
}

/// Returns the tabs of the screens, from left to right: the place of each, and whether its name fits.
pub fn screen_tabs(model: &Model) -> Vec<(Screen, Rect, bool)> {
    let row = parts(model.size).tabs;
    if row.is_empty() {
        return Vec::new();
    }
    let name_width = |screen: Screen| cells::width(&model.words.text(screen.message()));
    tabs(row, model.screen, name_width)
}

/// The tabs from left to right: whole names where there is room, if need be without a cell behind
/// them, else only the name of the one that is shown.
pub fn tabs(
    row: Rect,
    here: Screen,
    name_width: impl Fn(Screen) -> u16,
) -> Vec<(Screen, Rect, bool)> {
    let whole =
        |beside: u16| Screen::ALL.iter().map(|screen| name_width(*screen) + beside).sum::<u16>();
    let beside = if whole(4) > row.width && whole(3) <= row.width { 3 } else { 4 };
    let named = |screen: Screen| whole(beside) <= row.width || screen == here;
    let mut x = row.x;
    let mut tabs = Vec::new();
    for screen in Screen::ALL {
        let width = if named(screen) { name_width(screen) + beside } else { 3 };
        let room = row.right().saturating_sub(x);
        tabs.push((screen, Rect { x, width: width.min(room), ..row }, named(screen)));
        x = x.saturating_add(width).min(row.right());
    }
    tabs
}
