//! Several commands as one: all or none, one line of the journal, one step of undo.

use ricejar::app::Error;
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::entry::{EntryDetails, RepeatedPayment};
use ricejar::domain::follow_up::FollowUpRef;
use ricejar::domain::id::{CustomerId, FollowUpId};
use ricejar::domain::shop::Language;
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::{Command, Day, Money, Refusal};
use ricejar::i18n::Localizer;

use crate::notebook::{Notebook, day, shop};

fn today() -> Day {
    day("2026-03-27")
}

/// Four customers who owe 100 each, with a follow-up for each of them.
fn notebook() -> Notebook {
    let mut notebook = Notebook::new(today());
    for (name, number) in ["林阿嬷", "陈师傅", "吴家", "张伯"].into_iter().zip(1..) {
        let patch = CustomerPatch { name: Some(name.to_owned()), ..CustomerPatch::default() };
        let opening = Some(Money::from_minor(100));
        notebook.does(Command::AddCustomer { patch, opening, on: today() });
        let (customer, text) = (CustomerId::new(number), "call".to_owned());
        notebook.does(Command::AddFollowUp { customer, text, on: today(), repeat: None });
    }
    notebook
}

fn finish(number: i64) -> Command {
    let follow_up = FollowUpRef::Recorded(FollowUpId::new(number));
    Command::FinishFollowUp { follow_up, on: today(), outcome: String::new() }
}

fn entry(kind: EntryKind, customer: i64, amount: i64) -> Command {
    Command::AddEntry {
        customer: CustomerId::new(customer),
        kind,
        amount: Money::from_minor(amount),
        on: today(),
        method: String::new(),
        note: String::new(),
        over: OverLimit::Accept,
        details: EntryDetails { repeated: RepeatedPayment::Accept, ..EntryDetails::default() },
    }
}

fn words(language: Language) -> Localizer {
    Localizer::new(language, shop().currency)
}

#[test]
fn several_are_one_line_of_the_journal_and_one_step_of_undo() {
    let mut notebook = notebook();
    let (before, lines) = (notebook.rows(), notebook.app.journal(None, None).unwrap().len());
    let done = notebook.does(Command::Batch(vec![finish(1), finish(3), finish(4)]));
    assert_eq!(done.notes, []);
    assert_eq!(notebook.app.open_follow_ups(None).unwrap().len(), 1);
    assert_eq!(notebook.app.journal(None, None).unwrap().len(), lines + 1);
    let (english, chinese) = (words(Language::English), words(Language::Chinese));
    assert_eq!(english.done(&done), "3 follow-ups done (C001 林阿嬷, C003 吴家, C004 张伯)");
    let (after, undone) = (notebook.rows(), notebook.does(Command::Undo(None)));
    assert_eq!(chinese.done(&undone), "已撤销：完成 3 件回访（C001 林阿嬷、C003 吴家、C004 张伯）");
    assert_eq!(notebook.rows(), before);
    notebook.does(Command::Redo);
    assert_eq!(notebook.rows(), after);
    notebook.is_whole();
}

#[test]
fn money_is_added_up_and_the_first_few_are_named() {
    let mut notebook = notebook();
    let pay = |customer| entry(EntryKind::Payment, customer, 50);
    let done = notebook.does(Command::Batch((1..=4).map(pay).collect()));
    assert_eq!(
        words(Language::English).done(&done),
        "4 payments of 200 in all (C001 林阿嬷, C002 陈师傅, C003 吴家, …)"
    );
    assert_eq!(
        words(Language::Chinese).done(&done),
        "4 笔付款，共 200（C001 林阿嬷、C002 陈师傅、C003 吴家、…）"
    );
    let mixed = notebook.does(Command::Batch(vec![pay(1), finish(1)]));
    assert_eq!(
        words(Language::English).done(&mixed),
        "2 changes at once (C001 林阿嬷, C001 林阿嬷)"
    );
    // One alone is said as ever.
    let done = notebook.does(Command::Batch(vec![finish(2)]));
    assert_eq!(words(Language::English).done(&done), "Follow-up for C002 陈师傅 done (call)");
}

#[test]
fn each_goes_by_what_the_one_before_it_left() {
    let mut notebook = notebook();
    let let_off = || entry(EntryKind::Discount, 1, 60);
    let twice = notebook.app.perform(&Command::Batch(vec![let_off(), let_off()]));
    assert!(matches!(twice, Err(Error::Refused(Refusal::OneOfBatch { .. }))), "{twice:?}");
}

#[test]
fn one_that_is_refused_refuses_all_and_it_is_said_for_whom() {
    let mut notebook = notebook();
    notebook.does(finish(3));
    let before = notebook.rows();
    let refused = notebook.app.perform(&Command::Batch(vec![finish(1), finish(3), finish(4)]));
    let Err(Error::Refused(refused)) = refused else { panic!("{refused:?}") };
    let said = words(Language::English).refused(&refused);
    assert!(said.text.starts_with("C003 吴家: The follow-up"), "{}", said.text);
    assert!(said.text.ends_with("Nothing was done for the others either."), "{}", said.text);
    assert_eq!(notebook.rows(), before);
}

#[test]
fn nothing_is_not_done_and_taking_back_is_done_alone() {
    let mut notebook = notebook();
    for (commands, because) in [
        (vec![], Refusal::NothingChosen),
        (vec![finish(1), Command::Undo(None)], Refusal::OnlyAlone),
        (vec![finish(1), Command::Batch(vec![Command::Redo])], Refusal::OnlyAlone),
    ] {
        match notebook.app.perform(&Command::Batch(commands)) {
            Err(Error::Refused(refused)) => assert_eq!(refused, because),
            other => panic!("{other:?}"),
        }
    }
}
