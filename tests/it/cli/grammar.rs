//! Words that do not fit: help, mistakes, and what they cost.

use super::Shop;

#[test]
fn help_is_told() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "--help",
        "customer",
        "delivery done --help",
        "--version",
    ]), @"
    $ --help
    Knows when each jar runs out, delivers just before, collects on payday

    Usage: ricejar [OPTIONS] [COMMAND]

    Commands:
      init         Create a new notebook
      shop         Show or set the rules of the shop
      customer     Manage customers
      product      Manage products and stock
      price        Manage prices by customer, by quantity and from a day on
      jar          Manage jars: what customers have at home, and when it runs out
      delivery     Manage deliveries
      tab          Manage tabs: who owes what, since when
      collect      List the tabs to collect: due, late, promised, in walking order
      day          Show and close days: the money of the till
      follow-up    Manage follow-ups
      contact      Manage contacts with customers
      complaint    Manage complaints and requests: answered, solved, asked about
      container    Manage returnable containers: who holds how many, since when
      promise      Manage promises to pay
      reminder     Remind customers of what is due, in the steps of the shop
      ticket       Manage prepaid tickets: books sold, left and refunded
      skip         Manage skips: goods that are not wanted for a while
      statement    Show or print a statement: balances, every line with its goods, payments
      receipt      Show or print the receipt for a payment
      today        Show what to do today: deliver, collect, follow up
      report       Report forecast accuracy, what to buy, and debts by age
      journal      Show the journal: every change ever made
      undo         Undo the last change, or one line of the journal
      redo         Redo the last undone change
      export       Export a list
      import       Import a CSV file: all rows or none
      backup       Back up and verify the notebook, even while it is in use
      restore      Restore a backup
      rescue       Copy what can be read of a damaged notebook to a new one
      check        Check that everything in the notebook adds up
      demo         Create a sample shop with years of history
      completions  Print completions for a shell
      man          Print a manual page, or write all of them
      help         Print the help of a command, or a topic

    Options:
      -h, --help     Print help
      -V, --version  Print version

    Global options:
          --db <FILE>        Notebook file [env: RICEJAR_DB]
          --demo             Use a small temporary sample shop
          --headless         Never open the screens; without a command, print today
          --as-of <DATE>     Date to use as today [env: RICEJAR_TODAY]
          --lang <LANG>      Language: en or zh-CN
          --format <FORMAT>  Format of lists [default: table; CSV for an export]; html for statements
                             and receipts, hledger for the ledger [possible values: table, csv, json,
                             jsonl, html, hledger]
      -o, --output <FILE>    Write to a file instead of the terminal; - is standard output
          --color <WHEN>     When to use colour [default: never] [possible values: auto, always, never]
          --config <FILE>    Configuration file [env: RICEJAR_CONFIG]
          --theme <THEME>    Colour theme of the screens [possible values: dark, light, colour-blind]
          --ascii            Draw the screens with ASCII characters only
          --verbose          Also print the cause of an error
          --by <NAME>        Who makes the change, for the journal [env: RICEJAR_BY]

    Examples:
      ricejar                                   # open the screens
      ricejar --demo                            # look around in a sample shop
      ricejar today                             # print what to do today
      ricejar help customer add

    Without a command, ricejar opens its screens. With one, it prints and never asks.
    The notebook is one file; --db names it, and init creates it.

    More help: ricejar help COMMAND, or a topic: customers, dates, amounts, prices, sales,
    value, formats, columns, exit-codes. Manual pages: ricejar man.

    Exit codes:
      0      done
      1      refused by a rule of the shop, not found, or something was found by a check
      2      a mistake in the command
      3      a file cannot be read or written
      4      done, but the message about it could not be written
      128+n  ended by signal n
    $ customer
    ! Manage customers
    !
    ! Usage: ricejar customer [OPTIONS] <COMMAND>
    !
    ! Commands:
    !   add        Add a customer
    !   edit       Edit a customer
    !   list       List customers, or those that match a text
    !   show       Show a customer's page
    !   leave      Record that a customer stops buying
    !   return     Record that a former customer buys again
    !   away       Record that people are away
    !   household  Change the number of people from a date on
    !
    ! Options:
    !   -h, --help  Print help
    !
    ! Global options:
    !       --db <FILE>        Notebook file [env: RICEJAR_DB]
    !       --demo             Use a small temporary sample shop
    !       --headless         Never open the screens; without a command, print today
    !       --as-of <DATE>     Date to use as today [env: RICEJAR_TODAY]
    !       --lang <LANG>      Language: en or zh-CN
    !       --format <FORMAT>  Format of lists [default: table; CSV for an export]; html for statements
    !                          and receipts, hledger for the ledger [possible values: table, csv, json,
    !                          jsonl, html, hledger]
    !   -o, --output <FILE>    Write to a file instead of the terminal; - is standard output
    !       --color <WHEN>     When to use colour [default: never] [possible values: auto, always, never]
    !       --config <FILE>    Configuration file [env: RICEJAR_CONFIG]
    !       --theme <THEME>    Colour theme of the screens [possible values: dark, light, colour-blind]
    !       --ascii            Draw the screens with ASCII characters only
    !       --verbose          Also print the cause of an error
    !       --by <NAME>        Who makes the change, for the journal [env: RICEJAR_BY]
    [exit 2]
    $ delivery done --help
    Record a delivery

    Usage: ricejar delivery done [OPTIONS] <ID>

    Arguments:
      <ID>  Delivery number

    Options:
          --line <PRODUCT> <QTY>   Goods delivered instead of the plan; QTY@PRICE sets another price,
                                   2@0 is a gift; repeat for more
          --left <LEVEL>           Level of the jar before the delivery: LEVEL, or PRODUCT=LEVEL; repeat
                                   for more
          --paid <MONEY>           Amount paid at the door
          --method <TEXT>          Payment method, one of the shop's list (`shop set methods`)
          --tickets <N>            Prepaid tickets used instead of money: N, or PRODUCT=N; repeat for
                                   more
          --lent <COUNT>           Containers left with the customer [default: one for each unit of
                                   goods that come in them]
          --returned <COUNT>       Containers brought back
          --deposit[=<MONEY>]      Take a deposit: the usual one for the containers that are more than
                                   before (paid back if fewer), or an amount
          --old-out                Old goods were removed first
          --cleaned                The container was cleaned
          --old-on-top             Old goods were put on top, to be used first
          --on <DATE>              Date [default: today]
          --rest <REST>            What to do with planned goods that were not delivered [default:
                                   replan] [possible values: replan, drop]
          --over-limit[=<REASON>]  Record it even if the tab exceeds the credit limit, with the reason
                                   as the note of the charge
      -h, --help                   Print help

    Global options:
          --db <FILE>        Notebook file [env: RICEJAR_DB]
          --demo             Use a small temporary sample shop
          --headless         Never open the screens; without a command, print today
          --as-of <DATE>     Date to use as today [env: RICEJAR_TODAY]
          --lang <LANG>      Language: en or zh-CN
          --format <FORMAT>  Format of lists [default: table; CSV for an export]; html for statements
                             and receipts, hledger for the ledger [possible values: table, csv, json,
                             jsonl, html, hledger]
      -o, --output <FILE>    Write to a file instead of the terminal; - is standard output
          --color <WHEN>     When to use colour [default: never] [possible values: auto, always, never]
          --config <FILE>    Configuration file [env: RICEJAR_CONFIG]
          --theme <THEME>    Colour theme of the screens [possible values: dark, light, colour-blind]
          --ascii            Draw the screens with ASCII characters only
          --verbose          Also print the cause of an error
          --by <NAME>        Who makes the change, for the journal [env: RICEJAR_BY]

    Examples:
      ricejar delivery done 12 --left 10% --paid 630
      ricejar delivery done 12 --line rice 10 --line oil 2@0
    $ --version
    ricejar 0.1.0
    ");
}

#[test]
fn every_mistake_of_grammar_is_one_sentence() {
    let shop = Shop::new();
    insta::assert_snapshot!(shop.play(&[
        "custmer",
        "nonsense",
        "customer add",
        "customer add Wu --bogus",
        "customer add Wu --codee C1",
        "customer add Wu --kind family",
        "customer add Wu --kind",
        "customer add Wu --adults two",
        "customer add Wu --adults 2.5",
        "customer add Wu --payday 32",
        "customer add Wu --payday 'every 0 weeks fri from 2026-01-09'",
        "customer add Wu --birthday 2024-02-30",
        "customer add Wu --birthday 1850-01-01",
        "customer add Wu --weekdays someday",
        "customer list a b",
        "--by a --by b today",
        "today --format xml",
        "today --lang fr",
        "today --as-of someday",
        "jar set Wu rice --every '2 weeks' --on-call",
        "delivery done 1 --line rice",
        "export nothing",
        "completions tcsh",
        "--db a --demo today",
    ]), @"
    $ custmer
    ! Unknown command “custmer”.
    ! Did you mean customer?
    [exit 2]
    $ nonsense
    ! Unknown command “nonsense”.
    ! See: ricejar --help
    [exit 2]
    $ customer add
    ! Missing: <NAME>
    ! See: ricejar customer add --help
    [exit 2]
    $ customer add Wu --bogus
    ! There is no option --bogus here.
    ! See: ricejar customer add --help
    [exit 2]
    $ customer add Wu --codee C1
    ! There is no option --codee here.
    ! Did you mean --code?
    [exit 2]
    $ customer add Wu --kind family
    ! “family” is not a valid value for --kind <KIND>.
    ! Choose one of: household, business
    [exit 2]
    $ customer add Wu --kind
    ! --kind <KIND> needs a value.
    ! Choose one of: household, business
    [exit 2]
    $ customer add Wu --adults two
    ! --adults: “two” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ customer add Wu --adults 2.5
    ! --adults: “2.5” has decimals; only whole numbers are allowed here.
    [exit 2]
    $ customer add Wu --payday 32
    ! --payday: “32” does not exist in every month.
    ! Use a day from 1 to 31, or last for the end of the month.
    [exit 2]
    $ customer add Wu --payday 'every 0 weeks fri from 2026-01-09'
    ! --payday: “0” is not a number of days or weeks up to one year.
    [exit 2]
    $ customer add Wu --birthday 2024-02-30
    ! --birthday: The date “2024-02-30” does not exist.
    ! Check the calendar: not every month has 31 days.
    [exit 2]
    $ customer add Wu --birthday 1850-01-01
    ! --birthday: “1850-01-01” is outside the years 1900 to 2199.
    [exit 2]
    $ customer add Wu --weekdays someday
    ! --weekdays: “someday” is not a weekday.
    ! Write weekdays like mon,wed or mon-fri.
    [exit 2]
    $ customer list a b
    ! Unexpected argument “b”.
    ! See: ricejar customer list --help
    [exit 2]
    $ --by a --by b today
    ! --by <NAME> can be given only once.
    ! See: ricejar --help
    [exit 2]
    $ today --format xml
    ! “xml” is not a valid value for --format <FORMAT>.
    ! Choose one of: table, csv, json, jsonl, html, hledger
    [exit 2]
    $ today --lang fr
    ! --lang: “fr” is not a supported language.
    ! Choose en or zh-CN.
    [exit 2]
    $ today --as-of someday
    ! --as-of: “someday” is not a date.
    ! Write a date like 2026-03-27, 27 Mar, today, +3, fri or 25.
    [exit 2]
    $ jar set Wu rice --every '2 weeks' --on-call
    ! --every <SPAN> and --on-call cannot be used together.
    ! See: ricejar jar set --help
    [exit 2]
    $ delivery done 1 --line rice
    ! Too few values for --line <PRODUCT> <QTY>.
    ! See: ricejar delivery done --help
    [exit 2]
    $ export nothing
    ! “nothing” is not a valid value for <WHAT>.
    ! Choose one of: customers, containers, products, jars, prices, deliveries, readings, entries, skips, promises, day-closes, tickets, container-moves, complaints, lines, follow-ups, contacts, journal, rates, run-outs, all, ledger
    [exit 2]
    $ completions tcsh
    ! “tcsh” is not a valid value for <SHELL>.
    ! Choose one of: bash, elvish, fish, powershell, zsh
    [exit 2]
    $ --db a --demo today
    ! --db <FILE> and --demo cannot be used together.
    ! See: ricejar --help
    [exit 2]
    ");
}

#[test]
fn an_amount_a_day_or_a_level_that_means_nothing_is_told_with_its_argument() {
    let shop = Shop::new();
    shop.says("product add rice --unit kg --price 42 --pack 15");
    shop.says("customer add Wu");
    shop.says("delivery plan Wu rice 15 --on today");
    insta::assert_snapshot!(shop.play(&[
        "product edit rice --price 12a",
        "product edit rice --price 12.5",
        "customer add Lin --opening ５a",
        "customer edit Wu --limit 99999999999999999999",
        "tab charge Wu 0",
        "tab pay Wu 100 --on soon",
        "delivery plan Wu rice abc --on today",
        "delivery done 1 --line rice -3",
        "delivery done 1 --left rice=x",
        "jar read Wu rice x",
        "--lang zh-CN product edit rice --price 12a",
        "--lang zh-CN tab charge Wu 100 --on 2024-02-30",
    ]), @"
    $ product edit rice --price 12a
    ! --price: “12a” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ product edit rice --price 12.5
    ! --price: “12.5” has decimals; only whole numbers are allowed here.
    [exit 2]
    $ customer add Lin --opening ５a
    ! --opening: “５a” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ customer edit Wu --limit 99999999999999999999
    ! --limit: “99999999999999999999” is too large.
    ! Check the number of zeros.
    [exit 2]
    $ tab charge Wu 0
    ! AMOUNT: “0” is too small.
    [exit 2]
    $ tab pay Wu 100 --on soon
    ! --on: “soon” is not a date.
    ! Write a date like 2026-03-27, 27 Mar, today, +3, fri or 25.
    [exit 2]
    $ delivery plan Wu rice abc --on today
    ! PRODUCT QTY: “abc” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ delivery done 1 --line rice -3
    ! --line: “-3” is too small.
    [exit 2]
    $ delivery done 1 --left rice=x
    ! --left: “x” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ jar read Wu rice x
    ! LEVEL: “x” is not a number.
    ! Write a number like 15, 4.5 or 1240.
    [exit 2]
    $ --lang zh-CN product edit rice --price 12a
    ! --price：“12a”不是数字。
    ! 数字要写成 15、4.5 或 1240 这样。
    [exit 2]
    $ --lang zh-CN tab charge Wu 100 --on 2024-02-30
    ! --on：没有“2024-02-30”这一天。
    ! 请查一下日历：不是每个月都有 31 天。
    [exit 2]
    ");
    let environment = shop.on("2024-02-30").run("today");
    let said = String::from_utf8(environment.stderr).unwrap();
    assert!(said.starts_with("RICEJAR_TODAY: The date “2024-02-30” does not exist."), "{said}");
}
