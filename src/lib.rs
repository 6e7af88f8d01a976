//! ricejar: the rice-shop notebook of Wang Yongqing as a program.
//!
//! For each customer it knows the household, how much they use and their payday; it works out when
//! their jar runs out, brings the goods just before, and collects on payday.
//!
//! # The house
//!
//! ```text
//! main ─► cli ─┬─► i18n ─► app ─┬─► store ───► domain
//!   └───► tui ─┘                ├─► reports ─► domain
//!                               └─► exchange ─► domain
//! ```
//!
//! A module may use every module that an arrow leads to, directly or over others, and no other; a test
//! checks it. `config` knows where files are, and is used by `cli`, `tui` and `main`. `main` parses, opens and
//! decides the exit code.
//!
//! - [`domain`] is what the shop *is*: values, rules and pure functions. `domain::forecast` says when a
//!   jar runs out, `domain::payday` when money falls due, `domain::settlement` what a payment settles,
//!   `domain::lifetime_value` what a customer will buy.
//! - [`reports`] is what the shop *looks like*: plain structs worked out from rows.
//! - [`app`] is what can be *done*: `commands` turn every [`domain::Command`] into rows, `queries` answer every
//!   question with a report; both have one file for each noun.
//! - [`store`] is where it is *kept*: one SQLite file; all SQL is there.
//! - [`exchange`] is values to bytes and back: tables, CSV, JSON.
//! - [`tui`] is the screens: one table of keys, a pure update, a view of the model.
//! - [`i18n`] turns a value or an error into a sentence, in English and Chinese.
//!
//! # What always holds
//!
//! - Money is whole minor units, quantities are whole thousandths; nothing stored or summed is a float.
//! - Every text is normalized and within its limit when it comes in, whichever way ([`domain::text::rules`]);
//!   what is shown of it is safe for a terminal.
//! - Every change is one [`domain::Command`], one transaction, one line of the journal, one step of undo.
//! - What follows from other rows (balances, due days, forecasts, stock) is refreshed in the transaction
//!   that changes what it follows from, so no list works anything out; `check` counts it all again.
//! - What an application keeps from one question to the next is read anew where the journal names a change that it
//!   follows from.
//! - What the shop has learned from all its jars is fitted anew beside the work, never inside it; the
//!   forecasts that follow from it are refreshed a few customers at a time ([`app::App::learn`]).
//! - `today` is an argument everywhere; only `main` reads the clock.
//! - Identities are opaque; what only SQLite understands is in `store/sqlite/dialect.rs`, and the rest is counted.
//!
//! # Two journeys
//!
//! A command line: clap reads it, `cli` resolves the customer that is meant and builds a
//! [`domain::Command`], [`app::App::perform`] performs it, [`i18n`] says what was done.
//!
//! A key: the terminal's event becomes an intent by the one table of keys, a pure update turns it into
//! an effect, the effect performs the *same* command, and the view draws the new model.
//!
//! # Additions
//!
//! ## How to add an entry kind
//!
//! 1. `domain/entry_kind.rs`: the variant, its stable name, and its row of rules in `EntryKind::rule`.
//! 2. `store/sqlite/schema/NNN_name.sql`, named in `migrate.rs`: one `INSERT INTO entry_kind`. A test compares the rows
//!    with the rule table.
//! 3. `cli/args/tab.rs` and `cli/tab.rs`: the verb, if it is recorded by hand. The form offers it by itself.
//! 4. Both catalogues: `entry-NAME` and `action-entry-NAME` (and `action-entry-NAME-returned` for a kind of the ledger
//!    `Held`); the verb's examples `example-tab-VERB` and Chinese help `help-tab-VERB`; the hint
//!    `key-entry`.
//! 5. `README.md` names the kinds of a file of entries; `assets/config.toml` follows from `key-entry`.
//!
//! ## How to add a field of a customer, a product or a jar
//!
//! 1. A column in a new step `src/store/sqlite/schema/NNN_name.sql`, its line in `MIGRATIONS`
//!    (`src/store/sqlite/migrate.rs`), and `RICEJAR_WRITE_SCHEMA=1 cargo test --lib the_expected_schema`.
//! 2. `src/domain/customer.rs` (`product.rs`, `jar.rs`): the field in the record, in its patch and in its `new`,
//!    and its variant, stable name and kind in [`domain::customer::CustomerField`]
//!    ([`domain::product::ProductField`], [`domain::jar::JarField`]). A text may need a rule of its own; a new kind
//!    of value is a variant of [`domain::field::ValueKind`], and the compiler names the rest.
//! 3. `src/cli/args/customer.rs` (`product.rs`, `jar.rs`): its option, and that option in `Fields::patch`
//!    (`product_patch`, `jar_patch`).
//! 4. `assets/locales/{en,zh-CN}/fields.ftl`: the label `row-name`, the word `thing-name` for refusals, and
//!    in Chinese the help `help--name`.
//! 5. `README.md`: its row in the table of the columns of that list; a test compares them.
//! 6. Of a product or a jar: its input in `src/tui/forms/product.rs` (`jar.rs`), with a `FieldId`.
//!
//! Files, the database with its check and rescue, undo and the journal follow from the table; of a customer
//! also the form and the pages.
//!
//! ## How to add a noun
//!
//! A noun has the same file name in every layer; `skip` is a small example of each.
//!
//! 1. `src/domain/NOUN.rs`: the record with its rules, and its identity in `src/domain/id.rs` and
//!    `src/store/sqlite/values.rs`.
//! 2. A step of the format with its table, as in 1 above, and its columns in
//!    `src/store/sqlite/columns/tables.rs`, behind its parents: the journal, undo, the check, the backup and the rescue
//!    follow from them. The words `table-NOUN` and `row-COLUMN` in `screens.ftl`.
//! 3. `src/store/sqlite/NOUN.rs`: how a row is read and bound (`StoredRecord`), and its queries.
//! 4. `src/domain/command.rs` (and `texts.rs`): what can be done; `src/app/commands/NOUN.rs` does it and
//!    `src/app/queries/NOUN.rs` asks. `src/domain/action/{kind,detail}.rs`, its mirror in
//!    `src/store/sqlite/action_payload.rs` and `src/i18n/action.rs`: its lines of the journal, with the sentences
//!    `action-NOUN-VERB` in `done.ftl`.
//! 5. `src/cli/args/NOUN.rs` and `src/cli/NOUN.rs`: the verbs, with examples (`example-NOUN-VERB`) and the Chinese
//!    help in `help.ftl`.
//! 6. Files: the record and its two tables in `src/domain/record.rs`, `src/exchange/tables/NOUN.rs`, the import in
//!    `src/app/commands/import`, and a chapter of `README.md`.
//! 7. Screens: `src/tui/forms/NOUN.rs` with its `FormKind`, a row of the table of keys if it has a key of its own,
//!    and for a list `src/tui/lists/NOUN.rs`.
//!
//! The compiler names every match that lacks the noun; tests name the lists: `a_record_reads_every_column`,
//! `a_notebook_comes_back_from_its_files`, the words of every table and column, and the README's columns.

pub mod app;
pub mod cli;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod reports;
pub mod store;
pub mod tui;
