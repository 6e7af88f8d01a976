//! Work that takes more than a turn of the key thread: it goes on beside the screens, where every key is
//! answered, and can be stopped.

use std::cell::RefCell;

use ricejar::app::{App, Progress};
use ricejar::domain::Command;
use ricejar::domain::import::Import;
use ricejar::domain::query::IncludeFormer;
use ricejar::domain::record::ImportTable;
use ricejar::domain::shop::Language;
use ricejar::tui::input::{Input, KeyPress};
use ricejar::tui::job::{JobEvent, PendingJob};
use ricejar::tui::model::{Overlay, Screen};
use ricejar::tui::msg::Question;
use ricejar::tui::session::{MOST_TO_READ, MOST_TO_WRITE};
use rusqlite::Connection;

use super::shop::TestShop;
use super::stage::Stage;

/// Takes keys as they come from the terminal, and does nothing beside the screens.
fn take(stage: &mut Stage, keys: &str) {
    for key in keys.split_whitespace() {
        stage.session.on_input(Input::Key(KeyPress::parse(key).unwrap()));
    }
}

/// The usual morning, where each change takes more than a turn, as in a large shop.
fn busy() -> Stage {
    let mut stage = Stage::usual(100, 30);
    stage.session.limit_turns(MOST_TO_READ, 0);
    stage
}

/// Lets a job end, and the screens hear of it.
fn finish(stage: &mut Stage, job: PendingJob) {
    let told = RefCell::new(Vec::new());
    job.run(|one| told.borrow_mut().push(one));
    told.into_inner().into_iter().for_each(|one| stage.session.on_job(one));
}

/// Every key that leads somewhere does so: other screens, rows, help.
fn keys_are_answered(stage: &mut Stage) {
    take(stage, "2");
    assert_eq!(stage.session.model().screen, Screen::Customers);
    let at = stage.session.model().customers.window.scroll.at;
    take(stage, "j");
    assert_ne!(stage.session.model().customers.window.scroll.at, at);
    take(stage, "6");
    stage.session.catch_up();
    assert!(stage.session.model().products.known, "the products are read meanwhile");
    take(stage, "?");
    assert!(matches!(stage.session.model().overlays.last(), Some(Overlay::Help(_))));
    take(stage, "esc 1");
}

// G8
#[test]
fn a_rule_that_moves_many_rows_is_set_beside_the_screens_and_the_form_makes_room() {
    let mut stage = busy();
    take(&mut stage, "S end");
    let open = stage.session.model().form().is_some();
    assert!(open, "{}", stage.text());
    let form = |stage: &Stage| stage.session.model().form().map(|form| form.title.clone());
    let title = form(&stage);
    set_grace(&mut stage, "9");
    assert_eq!(form(&stage), None, "the form makes room: {}", stage.text());
    assert!(stage.text().contains("Setting the rules of the shop."), "{}", stage.text());
    let job = stage.session.take_pending_job().unwrap();
    keys_are_answered(&mut stage);
    // Another change is refused with the name of the job, and what was typed stays.
    take(&mut stage, "2 a");
    stage.paste("Lee");
    take(&mut stage, "enter");
    let seen = stage.text();
    assert!(seen.contains("Lee") && seen.contains("New customer"), "{seen}");
    assert!(seen.contains("Wait until the running job is finished: Setting the rules"), "{seen}");
    take(&mut stage, "esc enter");
    finish(&mut stage, job);
    assert_eq!(stage.shop.open_again().shop().unwrap().grace_days, 9);
    assert!(stage.text().contains("The grace days set (9)"), "{}", stage.text());
    assert_ne!(form(&stage), title);
    assert!(stage.session.longest_turn() <= MOST_TO_READ.max(1));
}

/// Sets the days of grace in the form of the rules, which is open.
fn set_grace(stage: &mut Stage, days: &str) {
    use ricejar::tui::model::FieldId;
    for _ in 0..11 {
        let at = stage.session.model().form().and_then(|form| form.focused()?.id);
        if at == Some(FieldId::GraceDays) {
            break;
        }
        take(stage, "tab");
    }
    take(stage, "ctrl-u");
    stage.paste(days);
    take(stage, "enter");
}

// G8
#[test]
fn a_change_that_is_stopped_leaves_everything_and_its_form_comes_back() {
    let mut stage = busy();
    take(&mut stage, "S");
    set_grace(&mut stage, "9");
    let job = stage.session.take_pending_job().unwrap();
    take(&mut stage, "esc");
    finish(&mut stage, job);
    let seen = stage.text();
    assert!(seen.contains("Stopped; nothing was changed."), "{seen}");
    let grace = ricejar::tui::model::FieldId::GraceDays;
    assert_eq!(stage.session.model().form().map(|form| form.text(grace)), Some("9"));
    assert_eq!(stage.shop.open_again().shop().unwrap().grace_days, 0);
}

// G8
#[test]
fn undo_and_redo_of_much_go_on_beside_the_screens() {
    let mut stage = busy();
    for (key, doing, done) in [("u", "Undoing.", "Undone:"), ("ctrl-r", "Redoing.", "Redone:")] {
        take(&mut stage, key);
        if stage.session.model().form().is_some() {
            take(&mut stage, "enter");
        }
        assert!(stage.text().contains(doing), "{}", stage.text());
        let job = stage.session.take_pending_job().unwrap();
        keys_are_answered(&mut stage);
        finish(&mut stage, job);
        assert!(stage.text().contains(done), "{}", stage.text());
    }
    // Several steps are one job, and one sentence.
    take(&mut stage, "J j j U");
    let job = stage.session.take_pending_job().unwrap();
    assert!(stage.text().contains("Undoing one step after another."), "{}", stage.text());
    finish(&mut stage, job);
    assert_eq!(stage.session.model().job, None);
    assert_eq!(stage.shop.open_again().check().unwrap(), []);
}

// G7
#[test]
fn a_sheet_that_takes_more_than_a_turn_opens_when_it_is_read_unless_somebody_goes_on() {
    let mut stage = Stage::usual(100, 30);
    let opening = stage.session.longest_turn();
    stage.session.limit_turns(0, MOST_TO_WRITE);
    let is_open = |stage: &Stage| !stage.session.model().overlays.is_empty();
    for sheet in ["J", "enter", "w"] {
        take(&mut stage, sheet);
        assert!(!is_open(&stage), "{sheet}: {}", stage.text_at_once());
        assert!(stage.text_at_once().contains("Loading"), "{sheet}: {}", stage.text_at_once());
        stage.session.catch_up();
        assert!(is_open(&stage), "{sheet}: {}", stage.text_at_once());
        take(&mut stage, "esc esc");
        // Somebody goes on: nothing opens over what they do.
        take(&mut stage, sheet);
        take(&mut stage, "j");
        stage.session.catch_up();
        assert!(!is_open(&stage), "{sheet}: {}", stage.text_at_once());
    }
    // What is open is read again after a change, whatever is pressed meanwhile.
    take(&mut stage, "J");
    stage.session.catch_up();
    take(&mut stage, "j");
    assert!(is_open(&stage));
    assert_eq!(stage.session.longest_turn(), opening);
}

// G12
#[test]
fn the_screens_answer_while_everything_is_checked() {
    let mut stage = Stage::usual(100, 30);
    take(&mut stage, "C");
    assert!(stage.text().contains("Checking everything."), "{}", stage.text());
    let job = stage.session.take_pending_job().unwrap();
    keys_are_answered(&mut stage);
    // A change is no reason to wait for: the check sees one state of the file.
    assert!(stage.press("u y").text().contains("Undone"), "{}", stage.text());
    finish(&mut stage, job);
    assert!(stage.text().contains("Everything adds up."), "{}", stage.text());
}

// G12
#[test]
fn a_check_is_stopped_in_the_middle() {
    let mut stage = Stage::usual(100, 30);
    take(&mut stage, "C");
    let job = stage.session.take_pending_job().unwrap();
    let (told, stop) = (RefCell::new(Vec::new()), job.stop.clone());
    job.run(|one| {
        if matches!(one, JobEvent::Progress(Progress { .. })) {
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        told.borrow_mut().push(one);
    });
    told.into_inner().into_iter().for_each(|one| stage.session.on_job(one));
    assert!(stage.text().contains("Stopped"), "{}", stage.text());
}

// G9
#[test]
fn a_job_that_waits_for_another_program_says_so_and_is_given_up() {
    let mut stage = busy();
    take(&mut stage, "S");
    set_grace(&mut stage, "9");
    let job = stage.session.take_pending_job().unwrap();
    let other = Connection::open(stage.shop.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (events, heard) = std::sync::mpsc::channel();
    let waits = events.clone();
    let runs = std::thread::spawn(move || {
        job.run_beside(
            move |told| events.send(told).unwrap(),
            move || waits.send(JobEvent::Waits).unwrap(),
        );
    });
    let first = heard.recv().unwrap();
    assert!(matches!(first, JobEvent::Waits), "{first:?}");
    stage.session.on_job(first);
    let seen = stage.text();
    assert!(seen.contains("Waiting for another program") && seen.contains("Esc stops"), "{seen}");
    keys_are_answered(&mut stage);
    take(&mut stage, "esc");
    runs.join().unwrap();
    heard.iter().for_each(|told| stage.session.on_job(told));
    assert!(stage.text().contains("Stopped; nothing was changed."), "{}", stage.text());
}

/// A shop of some thousand customers, and what each of them owes, all imported at once.
fn large() -> (TestShop, App) {
    let (shop, mut app) = TestShop::empty();
    let customers = (1..=LARGE).fold("code,name\n".to_owned(), |rows, number| {
        format!("{rows}C{number:04},Customer {number}\n")
    });
    let entries = (1..=LARGE).fold("customer,day,kind,amount\n".to_owned(), |rows, number| {
        format!("{rows}C{number:04},2026-03-20,charge,{number}\n")
    });
    for (table, rows) in [(ImportTable::Customers, customers), (ImportTable::Entries, entries)] {
        let import = imported(&app, table, &rows);
        app.perform(&Command::Import(import)).unwrap();
    }
    (shop, app)
}

/// Number of customers in the large shop.
const LARGE: u32 = 3000;

fn imported(app: &App, table: ImportTable, rows: &str) -> Import {
    use ricejar::domain::import::Repeats;
    use ricejar::exchange::tables::{self, Spec};
    let spec = Spec {
        table,
        file: "rows.csv".to_owned(),
        currency: app.shop().unwrap().currency,
        today: app.today(),
        order: None,
        repeats: Repeats::Refuse,
    };
    let goes_on = |_| std::ops::ControlFlow::Continue(());
    let none = |_: &Import| Ok::<_, tables::BadFile>(Default::default());
    tables::scan_with_rules(rows.as_bytes(), spec, &goes_on, none).unwrap()
}

// G7, G8: the steps are counted, whatever the machine.
#[test]
fn no_turn_of_the_key_thread_is_long_in_a_shop_of_thousands() {
    let mut stage = Stage::new(large(), Language::English, (100, 30));
    stage.press("2 G g / C 3 enter esc 3 4 5 o / 9 esc 6 7 1 < > 2 enter J esc esc");
    stage.press("J enter j j page-down page-down G k k g esc esc");
    stage.press("2 a").paste("Lee").press("enter u");
    let turn = stage.session.longest_turn();
    assert!(turn <= MOST_TO_WRITE, "{turn} steps");
    // What cannot be done in a turn is a job, not a longer turn.
    take(&mut stage, "S");
    set_grace(&mut stage, "9");
    let job = stage.session.take_pending_job().expect("due days of thousands");
    finish(&mut stage, job);
    for _ in ["the rule", "the entries", "the customers"] {
        take(&mut stage, "u");
        if stage.session.model().form().is_some() {
            take(&mut stage, "enter");
        }
        let job = stage.session.take_pending_job().expect("what was imported is taken back");
        finish(&mut stage, job);
    }
    let app = stage.shop.open_again();
    assert_eq!(app.count_customers(IncludeFormer::With).unwrap(), 0);
    let turn = stage.session.longest_turn();
    assert!(turn <= MOST_TO_WRITE + 1, "{turn} steps");
}

// G7
#[test]
fn the_rows_of_a_line_of_the_journal_are_a_window() {
    let mut stage = Stage::new(large(), Language::English, (100, 30));
    stage.press("J enter");
    let sheet = |stage: &Stage| match stage.session.model().overlays.last() {
        Some(Overlay::Why(sheet)) => sheet.clone(),
        other => panic!("{other:?}"),
    };
    let seen = stage.text();
    let mut shown = seen.clone();
    for _ in 0..120 {
        shown.push_str(&stage.press("page-down").text());
        assert!(sheet(&stage).parts.len() <= 61, "only some rows are in memory");
    }
    for number in 1..=60 {
        let amount = format!("C{number:04} Customer {number}");
        assert!(shown.contains(&amount), "{amount} was passed over: {seen}");
    }
    let last = stage.press("G").text();
    assert!(last.contains(&format!("Customer {LARGE}")), "{last}");
    assert!(sheet(&stage).parts.len() <= 21);
    let back = stage.press("page-up page-up page-up").text();
    assert_ne!(back, last);
    for _ in 0..60 {
        stage.press("page-up");
        assert!(sheet(&stage).parts.len() <= 61);
    }
    let first = stage.press("g").text();
    assert_eq!(first, seen);
}

// G1: each letter of a search was read on the key thread, one after the other.
#[test]
fn letters_are_searched_for_beside_the_keys_and_only_the_newest_is() {
    for (keys, lists) in [("2 / 0 0 7", 1), ("1 / 0 0 7", 2), ("4 / 0 0 7", 1), ("5 / 0 0 7", 1)] {
        let mut stage = Stage::usual(100, 30);
        take(&mut stage, keys);
        let queries = stage.session.take_queries();
        let searches = queries.iter().map(|query| match &query.question {
            Question::Customers(asked) => asked.list.query.clone(),
            Question::Tabs(asked) => asked.list.query.clone(),
            Question::FollowUps(asked) => asked.list.query.clone(),
            _ => String::new(),
        });
        let searches: Vec<String> = searches.filter(|query| !query.is_empty()).collect();
        assert_eq!(searches, vec!["007"; lists], "{keys}");
    }
}
