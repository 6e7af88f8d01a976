# What the command line says.

file-made = Created a new notebook: { $file }
first-run-missing = There is no notebook yet: { $file }
first-run-question = Create it? [y/n]
first-run-declined = No notebook was created. To look at a sample shop first: ricejar --demo
waiting-for-lock = Another program is writing to the notebook; waiting for it. Ctrl-C gives up.
file-there = { $file } already exists; nothing was written.
    .hint = Use it as it is, or name another file.
new-shop-name = Rice shop

# Words that do not fit the grammar.
usage-see-help = See: { $command } --help
usage-did-you-mean = Did you mean { $text }?
usage-choose = Choose one of: { $values }
usage-value = “{ $value }” is not a valid value for { $argument }.
usage-value-missing = { $argument } needs a value.
usage-because = { $argument }: { $because }
usage-unknown-argument = There is no option { $argument } here.
usage-unknown-word = Unexpected argument “{ $argument }”.
usage-unknown-command = Unknown command “{ $text }”.
usage-too-many-values = Too many values for { $argument }: “{ $value }”.
usage-too-few-values = Too few values for { $argument }.
usage-conflict = { $argument } and { $prior } cannot be used together.
usage-twice = { $argument } can be given only once.
usage-missing = Missing: { $argument }
usage-not-utf8 = One of the arguments is not valid UTF-8.
usage-other = The arguments of this command do not fit together.
usage-language = “{ $text }” is not a supported language.
    .hint = Choose en or zh-CN.
usage-consent = “{ $text }” is not a list of channels.
    .hint = Choose some of phone,message,email; or all, none, unknown.
usage-pair = “{ $text }” has no partner: give products and quantities in pairs.
    .hint = For example: rice 15 oil 2
usage-follow-up = “{ $text }” is not a follow-up.
    .hint = Use its number, or its name as follow-up list shows it, such as birthday/C001/2026-03-27.
usage-nothing-to-change = Nothing to change was given for “{ $text }”.
    .hint = Give at least one option; --help lists them.
usage-no-customers = The rows of “{ $text }” belong to no customer.
    .hint = Leave out --area, --tag and --customer.
usage-no-days = The rows of “{ $text }” have no day.
    .hint = Leave out --from and --to.
usage-date-order = “{ $text }” is not a date order.
    .hint = Write mdy (4/3 is 3 April) or dmy (4/3 is 4 March), or none.
usage-reminders = “{ $text }” is no step of reminding, or its day is there twice.
    .hint = Write days from the due day, with the name of a template: -1: friendly, +3, +10: firm, +30: last
reminders-not-set = No steps of reminding are set: shop set reminders '-1: friendly, +3, +10: firm, +30: last'
reminders-nobody = Nobody is to be reminded.
reminders-left-out = { $count ->
        [one] One customer is left out, who has
       *[other] { $count } customers are left out, who have
    } not agreed to this channel or cannot be reached by it.
reminders-no-command = No command sends reminders.
    .hint = Set one in config.toml: [reminders] and below it command = "..."
reminder-not-sent = { $who }: not sent, and not recorded: { $reason }
reminders-not-sent = { $count ->
        [one] One reminder was not sent.
       *[other] { $count } reminders were not sent.
    } The others were.
hand-over-too-long = it took longer than { $seconds } seconds and was stopped
usage-rules-off = “{ $text }” is not a rule of follow-ups: first-delivery, promise, birthday, silent, reminder, complaint, return-visit.
usage-html = Only statements and receipts can be written as HTML.
    .hint = Choose one of: table, csv, json, jsonl.
usage-hledger = Only the tabs can be written for hledger: export ledger.
    .hint = Choose one of: table, csv, json, jsonl.
usage-ledger = A ledger is written for hledger only. For another format, export entries.
    .hint = Leave out --format.
usage-ageing = “{ $text }” is not a list of ages.
    .hint = Give up to eight numbers of days, each larger than the one before: 7,30,60.
usage-service-level = “{ $text }” is not an accepted risk of an empty jar.
    .hint = Give a percentage from 0.1% to 50%, such as 5%.

# Looking up a customer or a product.
pick-no-customer = No customer matches “{ $text }”.
    .hint = Try part of the name, its pinyin or initials, the code, or digits of the phone number: customer list
pick-no-product = No product matches “{ $text }”.
    .hint = See all products: product list
pick-no-container = No kind of container matches “{ $text }”.
    .hint = See all kinds: container list
pick-several-customers = “{ $text }” matches several customers: { $matches }.
    .hint = Type more of the name, or the code.
pick-several-products = “{ $text }” matches several products: { $matches }.
    .hint = Type more of the name.
pick-several-containers = “{ $text }” matches several kinds of container: { $matches }.
    .hint = Type more of the name.

# The output.
output-full = The output is incomplete: the disk is full.
    .hint = Free some space and try again.
output-failed = The output cannot be written: { $reason }.
output-no-file = { $path } cannot be written: { $reason }.
    .hint = Check that the folder exists and that you may write to it.

jar-learned = Learned from all readings and deliveries; every forecast was updated.
check-well = Everything adds up.
check-unsound =
    { $count ->
        [one] One thing does not add up.
       *[other] { $count } things do not add up.
    }
    .hint = Copy everything that can be read into a new notebook: ricejar rescue FILE

# Tabs.
tab-balance = Balance of { $who }: { $balance }
tab-total = Owed { $owed }, prepaid { $credit }
ticket-total = Outstanding: { $count } tickets, { $value } paid for them

# Today and the round.
today-head = { $shop }, { $day }
today-could-join = { $count ->
    [one] One more stop could join today: see `delivery propose`.
   *[other] { $count } more stops could join today: see `delivery propose`.
}
today-unknown-jars = { $count ->
    [one] One jar has no forecast: nobody has looked into it, or its use is not known. See `jar list`.
   *[other] { $count } jars have no forecast: nobody has looked into them, or their use is not known. See `jar list`.
}
today-nothing = Nothing to do today.
today-deliver = Deliver: { $stops ->
        [one] one stop
       *[other] { $stops } stops
    }; load { $load }
load-none = nothing
today-collect = Collect: { $tabs ->
        [one] one tab
       *[other] { $tabs } tabs
    }, { $due }
today-look-after = Follow up: { $count }
today-short = Running short
round-head = Round of { $day }: { $stops ->
        [0] no stops
        [one] one stop; load { $load }; { $due } due
       *[other] { $stops } stops; load { $load }; { $due } due
    }

# The customer's page.
sheet-between = { ", " }
sheet-more = { $fact }: { $more }
sheet-left = Left
sheet-people = People
sheet-people-business = People
sheet-changes = Household changes
sheet-away = Away
sheet-skips = Skipped
sheet-balance = Tab
sheet-oldest-due = Oldest due
sheet-held = Deposits
sheet-tickets = Tickets
sheet-prices = Own prices
sheet-containers = Holds
statement-containers = Containers held: { $held }
sheet-joined = Customer since
sheet-external = External reference
sheet-household =
    { $adults ->
        [one] 1 adult
       *[other] { $adults } adults
    }, { $children ->
        [one] 1 child
       *[other] { $children } children
    }, { $elders ->
        [one] 1 senior
       *[other] { $elders } seniors
    }
sheet-jars = Jars
sheet-deliveries = Deliveries
sheet-entries = Entries
sheet-follow-ups = Follow-ups
sheet-complaints = Complaints
sheet-contacts = Recent contacts

# Deliveries.
plan-nothing = No proposed deliveries are left to plan.

# Whole files.
export-folder = To export everything, name a folder that does not exist yet.
    .hint = For example: export all -o FOLDER
import-dry-run = Dry run: nothing was written.
input-missing = There is no file { $path }.
    .hint = Check the name and the folder; nothing was read.
input-no-file = { $path } cannot be read: { $reason }.
backup-made = Backed up and verified: { $file }
restored = Restored the backup: { $file }
rescued = Everything that could be read was copied to { $file }
backup-made-unchecked = Backed up, and not verified yet: { $file }
backup-made-unsound = The notebook was copied as it is: { $file }
rescue-lost =
    { $count ->
        [one] One thing could not be copied as it was.
       *[other] { $count } things could not be copied as they were.
    }
    .hint = The damaged notebook is unchanged. Enter what is missing again, then use the new file.
restore-kept = The previous notebook was kept: { $file }

# The screens.
no-terminal = The screens need a terminal.
    .hint = Use ricejar --headless for today's list, or a command: ricejar --help
dumb-terminal = This terminal can only print lines; it cannot show the screens.
    .hint = Use ricejar --headless for today's list, or a command: ricejar --help

# The configuration file.
config-not-a-file = { $text } is not a file but a folder, a pipe or a device.
config-too-large = The configuration file { $text } is larger than 1 MB.
config-where = { $file }, line { $line }:{ " " }
config-grammar = this is not TOML: { $text }
config-unknown = there is no setting “{ $name }”.
    .hint = Settings: theme, ascii, language and a table [keys].
config-value = “{ $name }” cannot be { $text }.
    .hint = theme: "dark", "light" or "colour-blind"; ascii: true or false; language: "en" or "zh-CN".
config-no-deed = There is no key action “{ $name }”.
    .hint = assets/config.toml and the README list the names.
config-no-key = “{ $name }” cannot be bound to “{ $text }”.
    .hint = Separate keys with spaces: "x ctrl-x page-up".
config-typed = “{ $name }” cannot be bound to “{ $text }”, which is a character to type there.
    .hint = In text fields, use Ctrl or a named key: "ctrl-{ $text }", "esc".
config-twice = “{ $text }” cannot be bound to both “{ $name }” and “{ $other }” in the same place.
    .hint = Bind “{ $other }” to another key too.
