//! Tables at several widths.

use super::*;

fn lines(rows: &[Vec<ListCell>], columns: &[ListColumn], width: u16) -> Vec<String> {
    let area = Rect::new(0, 0, width, rows.len() as u16 + 1);
    let mut buffer = Buffer::empty(area);
    ListTable {
        columns,
        rows,
        top: 0,
        selected: None,
        titles: true,
        indent: 0,
        column_widths: Widths::default(),
    }
    .draw(area, &mut buffer, Look::default());
    let row = |y| {
        let mut line = String::new();
        let mut x = 0;
        while x < width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += cells::width(symbol).max(1);
        }
        line.trim_end().to_owned()
    };
    (0..area.height).map(row).collect()
}

#[test]
fn columns_align_whatever_the_script_and_leave_when_it_is_narrow() {
    let columns = [
        ListColumn::text("name", (5, 8), 0),
        ListColumn::text("area", (4, 8), 2),
        ListColumn::number("owes", (5, 8), 1),
    ];
    let row = |name: &'static str, area: &'static str, owes: &'static str| {
        [name, area, owes].map(|text| ListCell::new(text, Tone::Plain)).to_vec()
    };
    let rows = [row("林阿嬷", "竹巷", "1 240"), row("O'Neill & Sons", "河边", "-5")];
    assert_eq!(
        lines(&rows, &columns, 30),
        [
            "name            area   owes",
            "林阿嬷          竹巷  1 240",
            "O'Neill & Sons  河边     -5"
        ]
    );
    // The widest column shrinks first, then the least important is hidden, then the rest
    // shrink. A text goes on over the blank cells before a number.
    assert_eq!(
        lines(&rows, &columns, 18),
        ["name   area   owes", "林阿…  竹巷  1 240", "O'Ne…  河边     -5"]
    );
    assert_eq!(
        lines(&rows, &columns, 15),
        ["name       owes", "林阿嬷    1 240", "O'Neill & …  -5"]
    );
    assert_eq!(lines(&rows, &columns, 5), ["name", "林阿…", "O'Ne…"]);
}

#[test]
fn what_shrinks_is_at_its_least_before_what_never_leaves_gives_way() {
    let columns = [ListColumn::text("name", (4, 14), 0), ListColumn::text("goods", (16, 30), 0)];
    let rows = [["O'Neill & Sons", "gas 2 cylinders"].map(|text| ListCell::new(text, Tone::Plain))];
    let rows = rows.map(|row| row.to_vec());
    assert_eq!(lines(&rows, &columns, 21)[1], "O'N…  gas 2 cylinders");
    assert_eq!(lines(&rows, &columns, 19)[1], "O'N…  gas 2 cylind…");
}

// F2.
#[test]
fn figures_are_never_cut_and_names_take_the_room_that_is_left() {
    let columns = [
        ListColumn::text("", (6, 10), 0),
        ListColumn::text("", (4, 6), 2),
        ListColumn::text("", (4, 6), 1),
    ];
    let name = "林阿嬷和她的一大家子人".to_owned();
    let text = |text: &'static str| ListCell::new(text, Tone::Plain);
    let paid = || text("charged 1 340.00").figure();
    let rows = [vec![ListCell::new(name, Tone::Plain), text("east"), paid()]];
    assert_eq!(lines(&rows, &columns, 46)[1], "林阿嬷和她的一大家子人  east  charged 1 340.00");
    assert_eq!(lines(&rows, &columns, 40)[1], "林阿嬷和她的一…   east  charged 1 340.00");
    assert_eq!(lines(&rows, &columns, 26)[1], "林阿嬷…   charged 1 340.00");
    assert_eq!(lines(&rows, &columns, 22)[1], "林阿嬷和她的一大家子人");
    assert_eq!(lines(&rows, &columns, 16)[1], "林阿嬷和她的一…");
}

// F2.
#[test]
fn a_text_extends_over_the_blank_cells_behind_it() {
    let columns = [
        ListColumn::text("", (4, 6), 0),
        ListColumn::text("", (4, 20), 0),
        ListColumn::number("", (4, 8), 0),
    ];
    let row = |name: &'static str, goods: &'static str, due: &'static str| {
        [name, goods, due].map(|text| ListCell::new(text, Tone::Plain)).to_vec()
    };
    let rows = [
        row("O'Neill & Sons of the harbour", "", ""),
        row("O'Neill & Sons of the harbour", "", "5"),
        row("O'Neill & Sons of the harbour", "rice 15 kg, oil 2 L", "1 240"),
    ];
    assert_eq!(
        lines(&rows, &columns, 34)[1..],
        [
            "O'Neill & Sons of the harbour",
            "O'Neill & Sons of the harbour    5",
            "O'Nei…  rice 15 kg, oil 2 L  1 240"
        ]
    );
}
