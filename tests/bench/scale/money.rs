//! The commands about money, each beside the bare query of the sqlite3 shell.

use std::fs;

use super::child::Call;
use super::commands::{Commands, run};
use super::shop::remove;
use super::table::Budget;

const LIST: &[Budget] = &[Budget::Milliseconds(300.0), Budget::Megabytes(40.0)];
const SALES: &[Budget] = &[Budget::Milliseconds(500.0), Budget::Megabytes(40.0)];
const STATEMENT: &[Budget] = &[Budget::Milliseconds(20.0)];
const FLAT: &[Budget] = &[Budget::Megabytes(40.0)];

/// The customer with a long statement, and the number of entries that are added to it.
const CUSTOMER: u32 = 7;
const ENTRIES: usize = 5_000;

impl Commands<'_> {
    /// Measures what is owed, today and a year before, what was sold, the calendar of cash and a long statement.
    pub fn money(&mut self) {
        let day = self.day();
        let due = format!(
            "SELECT c.code, c.name, s.balance, s.oldest_due FROM standing s JOIN customer c ON c.id = s.customer_id \
             WHERE s.oldest_due <= '{day}' ORDER BY c.area, c.code_key"
        );
        self.one(
            "collect --format csv",
            LIST,
            &["collect", "--format", "csv"],
            Some((".mode csv", &due)),
        );
        let ages =
            "SELECT oldest_due, sum(balance) FROM standing WHERE balance > 0 GROUP BY oldest_due";
        self.one("report ageing", LIST, &["report", "ageing"], Some(("", ages)));
        let earlier = "2025-03-27";
        let sums = format!(
            "SELECT sum(owed) FROM (SELECT sum(amount) AS owed FROM entry WHERE day <= '{earlier}' GROUP BY customer_id)"
        );
        let file = self.file();
        self.pair(
            "report ageing, a year before",
            LIST,
            |_| Call::ricejar(&file, earlier, &["report", "ageing"]),
            Some(&|_| Call::sqlite(&file, &[&sums])),
        );
        let sold = "SELECT substr(d.closed_on, 1, 7), l.product_id, sum(l.delivered), sum(l.delivered * l.price / 1000) \
                    FROM delivery d JOIN delivery_line l ON l.delivery_id = d.id WHERE d.stage = 'done' GROUP BY 1, 2";
        let sales = ["report", "sales", "--by", "month", "--from", "2021-01-01"];
        self.one("report sales --by month", SALES, &sales, Some(("", sold)));
        self.one("report cash", FLAT, &["report", "cash"], None);
        self.one("export ledger", FLAT, &["export", "ledger"], None);
        self.statement();
    }

    fn statement(&mut self) {
        let day = self.day();
        let file = self.copy("statement.ricejar");
        let who = format!("#{CUSTOMER}");
        let code =
            run(&file, &day, &["customer", "show", &who, "--format", "csv"].map(str::to_owned));
        let code = code.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
        let list = file.with_extension("csv");
        let mut rows = String::from("customer,day,kind,amount\n");
        for nth in 0..ENTRIES {
            let kind = if nth % 2 == 0 { "charge" } else { "payment" };
            rows.push_str(&format!(
                "{code},2025-{:02}-{:02},{kind},{}\n",
                nth % 12 + 1,
                nth % 28 + 1,
                nth % 90 + 1
            ));
        }
        fs::write(&list, rows).unwrap();
        run(
            &file,
            &day,
            &["import", list.to_str().unwrap(), "--into", "entries"].map(str::to_owned),
        );
        let select =
            format!("SELECT * FROM entry WHERE customer_id = {} ORDER BY day, id", CUSTOMER);
        self.pair(
            "statement of 5,000 entries",
            STATEMENT,
            |_| Call::ricejar(&file, &day, &["statement", &who, "--format", "csv"]),
            Some(&|_| Call::sqlite(&file, &[".mode csv", &select])),
        );
        remove(&list);
        remove(&file);
    }
}
