# What the command line says.

file-made = A new notebook was made: { $file }
first-run-missing = There is no notebook yet: { $file }
first-run-question = Create it? [y/n]
first-run-declined = No notebook was created. To look at a sample shop first: ricejar --demo
waiting-for-lock = Another program is writing to the notebook; waiting for it. Ctrl-C gives up.
file-there = There is { $file } already; nothing was written.
    .hint = Use it as it is, or name another place.
new-shop-name = Rice shop

# Words that do not fit the grammar.
usage-see-help = See: { $command } --help
usage-did-you-mean = Did you mean { $text }?
usage-choose = Choose one of: { $values }
usage-value = “{ $value }” will not do for { $argument }.
usage-value-missing = { $argument } needs a value.
usage-because = { $argument }: { $because }
usage-unknown-argument = There is no option { $argument } here.
usage-unknown-word = There is no place for “{ $argument }” here.
usage-unknown-command = There is no command “{ $text }”.
usage-too-many-values = { $argument } was given too many values: “{ $value }”.
usage-too-few-values = { $argument } was given too few values.
usage-conflict = { $argument } and { $prior } cannot go together.
usage-twice = { $argument } can be given only once.
usage-missing = This is missing: { $argument }
usage-not-utf8 = One of the words is not UTF-8.
usage-other = The words of this command do not fit together.
usage-language = “{ $text }” is not a language that ricejar speaks.
    .hint = Choose en or zh-CN.
usage-pair = “{ $text }” stands alone: products and quantities go in turn.
    .hint = Like this: rice 15 oil 2
usage-follow-up = “{ $text }” is not a follow-up.
    .hint = Use its number, or its name in follow-up list, such as birthday/C001/2026-03-27.
usage-nothing-to-change = Nothing was given that could change “{ $text }”.
    .hint = Name at least one thing to change; --help lists them.
usage-service-level = “{ $text }” is not a service level.
    .hint = It is the chance of an empty jar that the shop accepts, from 0.1% to 50%: 5%

# Whom a word means.
pick-no-customer = No customer fits “{ $text }”.
    .hint = Try a part of the name, its pinyin or initials, the code, or digits of the phone: customer list
pick-no-product = No product fits “{ $text }”.
    .hint = See what there is: product list
pick-several-customers = “{ $text }” fits several customers: { $matches }.
    .hint = Type more of the name, or the code.
pick-several-products = “{ $text }” fits several products: { $matches }.
    .hint = Type more of the name.

# The output.
output-full = The output is not whole: the disk is full.
    .hint = Make room and try again.
output-failed = The output cannot be written: { $reason }.
output-no-file = { $path } cannot be written: { $reason }.
    .hint = Look whether the folder is there and whether you may write to it.

jar-learned = Learned from everything that was seen and brought; every forecast is made anew.
check-well = Everything adds up.
check-unsound =
    { $count ->
        [one] One thing does not add up.
       *[other] { $count } things do not add up.
    }
    .hint = Copy everything that can be read into a new notebook: ricejar rescue FILE

# Tabs.
tab-balance = Balance of { $who }: { $balance }
tab-total = Owed { $owed }, paid ahead { $credit }

# Today and the round.
today-head = { $shop }, { $day }
today-nothing = Nothing to do today.
today-deliver = Deliver: { $stops ->
        [one] one stop
       *[other] { $stops } stops
    }; load { $load }
today-collect = Collect: { $tabs ->
        [one] one tab
       *[other] { $tabs } tabs
    }, { $due }
today-look-after = Look after: { $count }
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
sheet-changes = Changes
sheet-away = Away
sheet-balance = Tab
sheet-oldest-due = Oldest due
sheet-held = Deposits
sheet-joined = With us since
sheet-external = External reference
sheet-household =
    { $adults ->
        [one] 1 adult
       *[other] { $adults } adults
    }, { $children ->
        [one] 1 child
       *[other] { $children } children
    }, { $elders ->
        [one] 1 elder
       *[other] { $elders } elders
    }
sheet-jars = Jars
sheet-deliveries = Deliveries
sheet-entries = Entries
sheet-follow-ups = Follow-ups
sheet-contacts = Last words

# Deliveries.
plan-nothing = Nothing is proposed that is not planned already.

# Whole files.
export-folder = To export all, name a folder that is not there yet.
    .hint = Like this: export all -o FOLDER
import-dry-run = This was only tried: nothing was written.
input-missing = There is no file { $path }.
    .hint = Look at its name and its folder; nothing was read.
input-no-file = { $path } cannot be read: { $reason }.
backup-made = The notebook was copied and checked: { $file }
backup-made-unsound = The notebook was copied as it is: { $file }
restored = The backup is the notebook now: { $file }
rescued = What could be read is in { $file }
rescue-lost =
    { $count ->
        [one] One thing could not be copied as it was.
       *[other] { $count } things could not be copied as they were.
    }
    .hint = The damaged notebook is as it was. Enter what is missing again, then use the new file.
restore-kept = The notebook that was there is kept: { $file }

# The screens.
no-terminal = There is no terminal here for the screens.
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
config-no-deed = no key is named “{ $name }”.
    .hint = assets/config.toml and the README list the names.
config-no-key = “{ $name }” cannot be bound to “{ $text }”.
    .hint = Keys are parted by blanks: "x ctrl-x page-up".
config-typed = “{ $name }” cannot be bound to “{ $text }”, which is typed there.
    .hint = Where something is typed, use Ctrl or a key with a name: "ctrl-{ $text }", "esc".
config-twice = “{ $text }” cannot do both “{ $name }” and “{ $other }” in one place.
    .hint = Bind “{ $other }” to another key too.
