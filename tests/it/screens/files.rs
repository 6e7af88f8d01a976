//! Whole files at the screens: lists in and out, backups, a new notebook, the sample shop.

use std::fs;
use std::path::PathBuf;

use ricejar::domain::query::IncludeFormer;
use ricejar::domain::refusal::Refusal;
use ricejar::domain::shop::Language;
use ricejar::tui::input::{Input, KeyPress};
use ricejar::tui::keymap::KeyContext;
use ricejar::tui::msg::Question;

use super::shop::TestShop;
use super::stage::Stage;

fn empty() -> Stage {
    Stage::new(TestShop::empty(), Language::English, (80, 24))
}

fn place(stage: &Stage) -> KeyContext {
    stage.session.model().place()
}

/// A place beside the notebook.
fn beside(stage: &Stage, name: &str) -> PathBuf {
    stage.shop.file().with_file_name(name)
}

/// Writes a list of so many customers.
fn list(stage: &Stage, count: usize) -> String {
    let file = beside(stage, "customers.csv");
    let rows: String = (1..=count).map(|number| format!("客户 {number}\n")).collect();
    fs::write(&file, format!("name\n{rows}")).unwrap();
    file.display().to_string()
}

#[test]
fn a_new_notebook_is_begun_by_a_key() {
    let mut stage = empty();
    assert_eq!(place(&stage), KeyContext::Welcome);
    let seen = stage.text();
    for key in ["a  Add the first", "i  Import customers", "s  Look around"] {
        assert!(seen.contains(key), "{seen}");
    }
    stage.press("a").paste("林阿嬷").press("enter");
    let seen = stage.text();
    assert!(seen.contains("C001 林阿嬷 added"), "{seen}");
    assert_eq!(place(&stage), KeyContext::Today);
}

#[test]
fn a_list_of_customers_is_read_in_and_taken_back_as_one() {
    let mut stage = empty();
    let file = list(&stage, 300);
    stage.press("i").paste(&file).press("enter");
    let seen = stage.text();
    assert!(seen.contains("300 rows of customers imported"), "{seen}");
    assert!(stage.press("2").text().contains("客户 1"));
    // It was recorded beside the screens, so it is asked about.
    assert!(stage.press("u y").text().contains("Undone: 300 rows of customers imported"));
    assert_eq!(stage.shop.open_again().count_customers(IncludeFormer::With).unwrap(), 0);
}

// A5: the same list is read in once more only if somebody chooses so.
#[test]
fn a_list_that_was_read_in_before_is_refused_until_it_is_chosen() {
    let mut stage = empty();
    let file = list(&stage, 2);
    stage.press("i").paste(&file).press("enter");
    let count =
        |stage: &Stage| stage.shop.open_again().count_customers(IncludeFormer::With).unwrap();
    let seen = stage.press("I").paste(&file).press("enter").text();
    assert!(seen.contains("This file was already imported"), "{seen}");
    assert!(seen.contains("import again") && !seen.contains("--again"), "{seen}");
    assert_eq!((place(&stage), count(&stage)), (KeyContext::File, 2));
    let seen = stage.press("tab tab tab space enter").text();
    assert!(seen.contains("2 rows of customers imported"), "{seen}");
    assert_eq!(count(&stage), 4);
}

#[test]
fn a_list_is_looked_at_before_it_is_read_in() {
    let mut stage = empty();
    let file = list(&stage, 3);
    stage.press("i").paste(&file).press("tab tab space enter");
    let seen = stage.text();
    assert!(seen.contains("3 rows of customers imported"), "{seen}");
    assert!(seen.contains("nothing was written"), "{seen}");
    let count =
        |stage: &Stage| stage.shop.open_again().count_customers(IncludeFormer::With).unwrap();
    assert_eq!((place(&stage), count(&stage)), (KeyContext::Form, 0));
    // The form is still there, to read it in for good.
    stage.press("space enter");
    assert_eq!((place(&stage), count(&stage)), (KeyContext::Today, 3), "{}", stage.text());
}

#[test]
fn the_check_tells_what_does_not_add_up() {
    let mut stage = Stage::usual(80, 24);
    assert!(stage.press("C").text().contains("Everything adds up."));
    let file = rusqlite::Connection::open(stage.shop.file()).unwrap();
    file.execute("UPDATE standing SET balance = balance + 1", []).unwrap();
    let seen = stage.press("C").text();
    assert!(seen.contains("do not add up") && seen.contains("C001"), "{seen}");
    assert_eq!(place(&stage), KeyContext::Sheet);
}

#[test]
fn a_list_that_is_wrong_gives_the_form_back_with_what_is_wrong() {
    let mut stage = empty();
    let missing = beside(&stage, "nowhere.csv").display().to_string();
    let seen = stage.press("i").paste(&missing).press("enter").text();
    assert!(seen.contains("There is no file"), "{seen}");
    let file = list(&stage, 1);
    // The same list is none of products.
    let seen = stage.press("ctrl-u").paste(&file).press("tab space space enter").text();
    assert!(seen.contains("The column"), "{seen}");
    assert_eq!(place(&stage), KeyContext::File);
    let seen = stage.press("tab left left enter").text();
    assert!(seen.contains("One row of customers imported"), "{seen}");
    assert!(stage.press("I enter").text().contains("Enter a file name."));
}

#[test]
fn a_table_is_written_to_a_new_file_in_the_format_of_its_name() {
    let mut stage = Stage::usual(80, 24);
    let file = beside(&stage, "out.json");
    let seen = stage.press("E").paste(&file.display().to_string()).press("tab p enter").text();
    assert!(seen.contains("Written: "), "{seen}");
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.starts_with('[') && written.contains("珍珠米"), "{written}");
    // What is there is not written over.
    let seen = stage.press("E").paste(&file.display().to_string()).press("enter").text();
    assert!(seen.contains("exists; nothing was"), "{seen}");
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
}

#[test]
fn a_backup_is_a_notebook() {
    let mut stage = Stage::usual(80, 24);
    let file = beside(&stage, "copy.ricejar");
    assert!(stage.press("B").text().contains("backup-2026-03-27.ricejar"));
    stage.press("ctrl-u").paste(&file.display().to_string()).press("enter");
    assert!(stage.text().contains("Written: "));
    let copy = ricejar::store::Store::open(&file).unwrap();
    let copy = ricejar::app::App::new(copy, super::shop::clock(stage.shop.day.get()));
    assert_eq!(copy.check().unwrap(), []);
}

#[test]
fn a_folder_that_is_not_there_is_named_under_the_file() {
    for (key, name) in [("B", "copy.ricejar"), ("E", "customers.csv")] {
        let mut stage = Stage::usual(80, 24);
        let file = std::path::Path::new("nowhere").join(name);
        let seen = stage.press(key).paste(&file.display().to_string()).press("enter").text();
        assert!(seen.contains("There is no folder nowhere."), "{seen}");
        assert!(seen.contains("Create it first") && !seen.contains("tmp"), "{seen}");
    }
}

#[test]
fn of_many_bad_rows_the_first_few_are_told_each_on_a_line_and_the_others_are_counted() {
    let mut stage = empty();
    let file = beside(&stage, "customers.csv");
    let rows: String = (1..=120).map(|number| format!("客户 {number},two\n")).collect();
    fs::write(&file, format!("name,adults\n{rows}")).unwrap();
    let seen = stage.press("i").paste(&file.display().to_string()).press("enter").text();
    for line in 2..=6 {
        let told = format!("│ Line {line}, column “adults”: “two” is not a number.");
        assert!(seen.contains(&told), "{seen}");
    }
    assert!(!seen.contains("Line 7"), "{seen}");
    assert!(seen.contains("│ … and 115 more.") && seen.contains("Mode"), "{seen}");
}

#[test]
fn a_job_that_is_stopped_leaves_nothing_and_nothing_is_changed_beside_it() {
    let mut stage = empty();
    let file = list(&stage, 20);
    stage.press("i").paste(&file);
    let take =
        |stage: &mut Stage, key| stage.session.on_input(Input::Key(KeyPress::parse(key).unwrap()));
    take(&mut stage, "enter");
    let seen = stage.text();
    assert!(seen.contains("Importing"), "{seen}");
    // Looking around goes on; changing has to wait.
    take(&mut stage, "u");
    assert!(stage.text().contains("Wait until the running job"));
    take(&mut stage, "B");
    assert_eq!(place(&stage), KeyContext::Welcome);
    take(&mut stage, "esc");
    let begun = stage.session.take_pending_job().unwrap();
    take(&mut stage, "esc");
    let told = std::cell::RefCell::new(Vec::new());
    begun.run(|one| told.borrow_mut().push(one));
    told.into_inner().into_iter().for_each(|one| stage.session.on_job(one));
    assert!(stage.text().contains("Stopped; nothing was changed."));
    let app = stage.shop.open_again();
    assert_eq!(app.count_customers(IncludeFormer::With).unwrap(), 0);
    assert_eq!(app.journal(None, None).unwrap(), []);
}

#[test]
fn it_is_told_how_far_a_job_is() {
    let mut stage = empty();
    let file = list(&stage, 20);
    stage.press("i").paste(&file);
    stage.session.on_input(Input::Key(KeyPress::parse("enter").unwrap()));
    let begun = stage.session.take_pending_job().unwrap();
    let told = std::cell::RefCell::new(Vec::new());
    begun.run(|one| told.borrow_mut().push(one));
    let mut seen = Vec::new();
    for one in told.into_inner() {
        stage.session.on_job(one);
        seen.push(stage.text());
    }
    for far in ["7 of 20 rows", "7 of 20 customers"] {
        assert!(seen.iter().any(|seen| seen.contains(far)), "{far}: {}", seen.join("\n"));
    }
}

#[test]
fn the_sample_shop_stands_in_the_place_of_a_new_notebook_which_stays_as_it_is() {
    let mut stage = empty();
    let seen = stage.press("s").text();
    assert!(seen.contains("This is a sample shop"), "{seen}");
    assert_eq!(place(&stage), KeyContext::Today);
    assert!(stage.press("esc 2").text().contains("C002"));
    stage.press("p enter u");
    assert_eq!(stage.shop.open_again().count_customers(IncludeFormer::With).unwrap(), 0);
}

#[test]
fn a_backup_is_brought_back_after_a_question_and_what_was_there_is_kept() {
    let mut stage = Stage::usual(80, 24);
    let customers = |app: &ricejar::app::App| app.count_customers(IncludeFormer::With).unwrap();
    let copy = beside(&stage, "copy.ricejar").display().to_string();
    stage.press("B ctrl-u").paste(&copy).press("enter");
    let before = customers(&stage.shop.open_again());
    stage.press("2 a").paste("新客户").press("enter enter");
    assert_eq!(place(&stage), KeyContext::Page);
    stage.press("esc R").paste(&copy).press("enter");
    let seen = stage.text();
    assert!(seen.contains("u cannot undo this"), "{seen}");
    assert!(seen.lines().last().unwrap().contains("y yes  n no"), "{seen}");
    // No is no, and gives the form back.
    stage.press("n");
    assert_eq!(
        (place(&stage), customers(&stage.shop.open_again())),
        (KeyContext::File, before + 1)
    );
    stage.press("enter y");
    let seen = stage.text();
    assert!(seen.contains("The backup was restored."), "{seen}");
    assert_eq!((place(&stage), customers(&stage.shop.open_again())), (KeyContext::Today, before));
    let kept = ricejar::store::Store::open(&stage.shop.file().with_file_name(format!(
        "{}.old-1",
        stage.shop.file().file_name().unwrap().to_str().unwrap()
    )));
    let kept = ricejar::app::App::new(kept.unwrap(), super::shop::clock(stage.shop.day.get()));
    assert_eq!(customers(&kept), before + 1);
    for app in [&kept, &stage.shop.open_again()] {
        assert_eq!(app.check().unwrap(), []);
    }
    // One works on in the notebook as it is now.
    stage.press("2 a").paste("又一位").press("enter");
    assert_eq!(customers(&stage.shop.open_again()), before + 1);
}

#[test]
fn what_is_no_backup_is_not_brought_back_and_the_form_says_so() {
    let mut stage = Stage::usual(80, 24);
    let file = beside(&stage, "list.csv");
    fs::write(&file, "name\n").unwrap();
    let before = stage.shop.open_again().count_customers(IncludeFormer::With).unwrap();
    // A14
    let copy = beside(&stage, "copy.ricejar");
    stage.shop.open_again().backup(&copy, &ricejar::app::no_progress).unwrap();
    let spoiled = rusqlite::Connection::open(&copy).unwrap();
    spoiled.execute_batch("UPDATE customer SET joined_on = 'soon' WHERE id = 1").unwrap();
    drop(spoiled);
    for (name, told) in [
        ("nowhere.ricejar", "There is no file"),
        ("list.csv", "is not a backup"),
        ("copy.ricejar", "Row 1 of customer, joined_on: “soon” is not a date."),
    ] {
        let file = beside(&stage, name).display().to_string();
        stage.press("R").paste(&file).press("enter y");
        let seen = stage.text();
        assert!(seen.contains(told), "{seen}");
        assert_eq!(place(&stage), KeyContext::File);
        stage.press("esc y");
    }
    let app = stage.shop.open_again();
    assert_eq!(app.count_customers(IncludeFormer::With).unwrap(), before);
    let names = fs::read_dir(stage.shop.file().parent().unwrap()).unwrap();
    let names: Vec<_> = names.map(|name| name.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("old-")), "{names:?}");
}

#[test]
fn a_backup_that_is_brought_back_can_be_stopped_and_nothing_is_changed_meanwhile() {
    let mut stage = Stage::usual(80, 24);
    let copy = beside(&stage, "copy.ricejar").display().to_string();
    stage.press("B ctrl-u").paste(&copy).press("enter 2 a").paste("新客户").press("enter");
    let before = stage.shop.open_again().count_customers(IncludeFormer::With).unwrap();
    let take =
        |stage: &mut Stage, key| stage.session.on_input(Input::Key(KeyPress::parse(key).unwrap()));
    stage.press("R").paste(&copy).press("enter");
    take(&mut stage, "y");
    assert!(stage.text().contains("Restoring"), "{}", stage.text());
    take(&mut stage, "u");
    assert!(stage.text().contains("Wait until the running job"), "{}", stage.text());
    take(&mut stage, "esc");
    let begun = stage.session.take_pending_job().unwrap();
    take(&mut stage, "esc");
    let told = std::cell::RefCell::new(Vec::new());
    begun.run(|one| told.borrow_mut().push(one));
    told.into_inner().into_iter().for_each(|one| stage.session.on_job(one));
    assert!(stage.text().contains("Stopped; nothing was changed."), "{}", stage.text());
    let app = stage.shop.open_again();
    assert_eq!(app.count_customers(IncludeFormer::With).unwrap(), before);
}

#[test]
fn a_sample_shop_of_a_size_is_written_to_a_file_and_looked_at() {
    let mut stage = empty();
    let file = beside(&stage, "sample.ricejar");
    stage.press("Z ctrl-u").paste(&file.display().to_string());
    let seen = stage.press("tab ctrl-u").paste("0").press("enter").text();
    assert!(seen.contains("“0”"), "{seen}");
    stage.press("ctrl-u").paste("7").press("tab ctrl-u").paste("40").press("enter");
    let seen = stage.text();
    assert!(seen.contains("This is the sample shop in"), "{seen}");
    assert_eq!(place(&stage), KeyContext::Today);
    assert!(stage.press("esc 2").text().contains("C007"), "{}", stage.text());
    let app = ricejar::store::Store::open(&file).unwrap();
    let app = ricejar::app::App::new(app, super::shop::clock(stage.shop.day.get()));
    assert_eq!(app.count_customers(IncludeFormer::With).unwrap(), 7);
    assert_eq!(stage.shop.open_again().count_customers(IncludeFormer::With).unwrap(), 0);
}

#[test]
fn a_new_notebook_is_given_its_name_and_its_money() {
    let mut stage = empty();
    let seen = stage.press("n").text();
    assert!(seen.contains("Currency") && !seen.contains("Holidays"), "{seen}");
    // What is proposed makes room for what is typed.
    stage.paste("永庆水店").press("tab tab").paste("CNY").press("enter");
    let shop = stage.shop.open_again().shop().unwrap();
    assert_eq!((shop.name.as_str(), shop.currency.code()), ("永庆水店", "CNY"));
    assert!(stage.text().contains("永庆水店"), "{}", stage.text());
}

#[test]
fn the_name_of_a_file_makes_room_for_what_is_typed_and_the_rules_that_somebody_set_do_not() {
    let mut stage = empty();
    let seen = stage.press("B").paste("mine.ricejar").text();
    assert!(seen.contains(" mine.ricejar") && !seen.contains("backup-"), "{seen}");
    stage.press("esc y n").paste("永庆水店").press("enter");
    let seen = stage.press("S").paste("二").text();
    assert!(seen.contains("永庆水店二"), "{seen}");
}

#[test]
fn a_sample_that_is_finished_leads_nobody_away_from_a_form() {
    let mut stage = empty();
    let file = beside(&stage, "sample.ricejar");
    stage.press("Z ctrl-u").paste(&file.display().to_string());
    stage.press("tab ctrl-u").paste("3").press("tab ctrl-u").paste("9");
    stage.session.on_input(Input::Key(KeyPress::parse("enter").unwrap()));
    let begun = stage.session.take_pending_job().unwrap();
    stage.press("a").paste("林阿嬷");
    let told = std::cell::RefCell::new(Vec::new());
    begun.run(|one| told.borrow_mut().push(one));
    told.into_inner().into_iter().for_each(|one| stage.session.on_job(one));
    let seen = stage.text();
    assert!(seen.contains("Written: ") && seen.contains("林阿嬷"), "{seen}");
    stage.press("enter");
    assert_eq!(stage.shop.open_again().count_customers(IncludeFormer::With).unwrap(), 1);
}

#[test]
fn what_was_asked_about_the_new_notebook_is_of_no_use_once_the_sample_shop_is_shown() {
    let (shop, app) = TestShop::empty();
    let answer = |shop: &TestShop, question| {
        ricejar::tui::effects::answer(&mut shop.open_again(), question).map(Box::new)
    };
    let mut stage = Stage::new((shop, app), Language::English, (80, 24));
    stage.session.on_input(Input::Key(KeyPress::parse("2").unwrap()));
    let asked = stage.session.take_queries();
    let count = asked.iter().find(|later| later.question == Question::CustomerCount).unwrap();
    stage.press("1 s");
    // The answer about the empty notebook comes late, and so does the news that it cannot be read.
    let late = answer(&stage.shop, Question::CustomerCount);
    assert!(!stage.session.answered(count.generation, late));
    assert!(!stage.session.answered(count.generation, Err(Refusal::NothingChosen.into())));
    let seen = stage.text();
    assert!(seen.contains("Deliver") && !seen.contains("NothingChosen"), "{seen}");
    assert_eq!(place(&stage), KeyContext::Today);
}

#[test]
fn a_backup_becomes_the_notebook_only_when_the_check_is_over() {
    let mut stage = Stage::usual(80, 24);
    let copy = beside(&stage, "copy.ricejar").display().to_string();
    stage.press("B ctrl-u").paste(&copy).press("enter");
    stage.session.on_input(Input::Key(KeyPress::parse("C").unwrap()));
    stage.session.on_input(Input::Key(KeyPress::parse("R").unwrap()));
    let seen = stage.text();
    assert!(seen.contains("Wait until the running job is finished: Checking everything"), "{seen}");
    assert!(stage.session.model().form().is_none());
    stage.press("1");
    assert!(stage.text().contains("Everything adds up."), "{}", stage.text());
    stage.press("R").paste(&copy).press("enter y");
    assert!(stage.text().contains("The backup was restored."), "{}", stage.text());
}

#[test]
fn an_answer_from_before_a_change_is_dropped_and_asked_for_again() {
    let mut stage = Stage::usual(80, 24);
    stage.session.on_input(Input::Key(KeyPress::parse("7").unwrap()));
    let insights = stage.session.take_queries().pop().unwrap();
    let before = ricejar::tui::effects::answer(&mut stage.shop.open_again(), Question::Insights);
    stage.press("1 d enter");
    assert!(!stage.session.answered(insights.generation, before.map(Box::new)));
    assert!(stage.session.model().insights.report.is_none());
    // What a check has found is told whatever was done meanwhile.
    stage.session.on_input(Input::Key(KeyPress::parse("C").unwrap()));
    let check = stage.session.take_pending_job().unwrap();
    assert!(stage.press("u").text().contains("Undone"));
    let told = std::cell::RefCell::new(Vec::new());
    check.run(|one| told.borrow_mut().push(one));
    told.into_inner().into_iter().for_each(|one| stage.session.on_job(one));
    assert!(stage.text().contains("adds up"), "{}", stage.text());
}

// F6
#[test]
fn tab_completes_the_name_of_a_file_or_goes_to_the_next_field() {
    let mut stage = empty();
    for name in ["customers-1.csv", "customers-2.csv"] {
        std::fs::write(beside(&stage, name), "name\nA\n").unwrap();
    }
    let begun = beside(&stage, "cust").display().to_string();
    let file = |stage: &Stage| {
        let form = stage.session.model().form().unwrap();
        form.text(ricejar::tui::model::FieldId::File).to_owned()
    };
    stage.press("i").paste(&begun).press("tab");
    assert_eq!(file(&stage), format!("{begun}omers-"));
    let seen = stage.press("tab").text();
    assert!(seen.contains("customers-1.csv, customers-2.csv"), "{seen}");
    stage.press("2 tab");
    assert_eq!(file(&stage), format!("{begun}omers-2.csv"));
    assert_eq!(place(&stage), KeyContext::File);
    stage.press("tab");
    assert_eq!(place(&stage), KeyContext::Form);
}
