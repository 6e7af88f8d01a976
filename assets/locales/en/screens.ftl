# What the screens say.

screen-today = Today
screen-customers = Customers
screen-deliveries = Deliveries
screen-follow-ups = Follow-ups
screen-follow-up = follow-up

# The keys: the word stands in the footer, the hint in the help.
key-save = save
    .hint = Save what the form says
key-next-field = next
    .hint = Next field
key-previous-field = previous
    .hint = Previous field
key-keep-filter = keep
    .hint = Keep the filter and go back to the list
key-cancel = cancel
    .hint = Leave without saving, or without filtering
key-done = done
    .hint = Done: at the door, or a follow-up
key-pay = payment
    .hint = Write a payment down
key-snooze = snooze
    .hint = Put it off to another day
key-why = why
    .hint = Why the jar is forecast so
key-open = page
    .hint = Open the customer's page
key-filter = find
    .hint = Find by name, pinyin, initials, code, area
key-leavers = who left
    .hint = Look at those who have left too, or not any more
key-closed = closed ones
    .hint = Look at what was done, at what was dropped, and at what is open again
key-sort = sort
    .hint = Sort the list by its next column
key-reverse = other end
    .hint = Sort the list from its other end
key-day-before = day before
    .hint = Look at the day before
key-day-after = day after
    .hint = Look at the day after
key-board-left = day before
    .hint = Look at the day to the left
key-board-right = day after
    .hint = Look at the day to the right
key-today = today
    .hint = Look at today again
key-undo = undo
    .hint = Take the last change back
key-redo = redo
    .hint = Do again what was taken back
key-up = up
    .hint = Up
key-down = down
    .hint = Down
key-left = left
    .hint = Panel before
key-right = right
    .hint = Next panel
key-page-up = page up
    .hint = A page up
key-page-down = page down
    .hint = A page down
key-first = first
    .hint = To the beginning
key-last = last
    .hint = To the end
key-screen-today = today
    .hint = Show Today
key-screen-customers = customers
    .hint = Show Customers
key-screen-deliveries = deliveries
    .hint = Show Deliveries
key-screen-follow-ups = follow-ups
    .hint = Show Follow-ups
key-next-screen = next
    .hint = Next screen
key-previous-screen = previous
    .hint = Screen before
key-filter-up = up
    .hint = Up in the list
key-filter-down = down
    .hint = Down in the list
key-caret-left = left
    .hint = One character to the left
key-caret-right = right
    .hint = One character to the right
key-caret-start = start
    .hint = To the start of the field
key-caret-end = end
    .hint = To the end of the field
key-backspace = backspace
    .hint = Delete the character before
key-delete = delete
    .hint = Delete the character behind
key-delete-word = delete word
    .hint = Delete the word before
key-clear-field = clear
    .hint = Empty the field
key-close = close
    .hint = Close
key-back = back
    .hint = Close what was said, or forget the filter
key-help = help
    .hint = Show these keys
key-quit = quit
    .hint = Quit
key-quit-now = quit
    .hint = Quit, wherever you are

help-title = Keys
lines-below = { $count } more below

# Today.
panel-deliver = Deliver
panel-collect = Collect
panel-look-after = Look after
stops = { $count ->
        [one] one stop
       *[other] { $count } stops
    }
stops-and-goods = { $stops }, { $goods }
collections = { $count ->
        [one] one tab, { $amount }
       *[other] { $count } tabs, { $amount }
    }
short = running short: { $products }
late-days = late { $days } d
empty-on = empty { $day }
could-join = { $key }: { $count } more could join { $areas } today
areas = { $count } areas
owes = owes { $amount }
between-goods = { ", " }
payday-today = payday today
payday-then = payday
nothing-to-deliver = Nothing to deliver today.
nothing-to-collect = Nobody has to pay today.
nobody-to-look-after = Nobody to look after today.
nothing-on-that-day = Nothing on that day.
still-reading = Still being read: in a moment.
another-day = { $day }, { $away }
days-ago = { $days ->
        [1] yesterday
       *[other] { $days } days ago
    }
days-ahead = { $days ->
        [1] tomorrow
       *[other] in { $days } days
    }
field-cut = Cut after { $limit } characters: the rest does not fit.
nothing-found = Nothing found.

# Customers.
customers-and-left = with those who have left
customer-left = left
customers-in-all = { $count }
found = { $count ->
        [one] one found
       *[other] { $count } found
    }
no-customers = No customers yet. Press { $key } to add one.
column-code = Code
column-name = Name
column-area = Area
column-people = People
column-empty = Empty
column-balance = Owes
column-payday = Payday
column-last-contact = Contact
column-last-delivery = Delivered
column-tags = Tags
column-phone = Phone

# Deliveries.
round-of = Round of { $day }
due-at-the-doors = { $amount } due at the doors
no-round = Nothing is planned for this day.
proposed = proposed
panel-load = Load
charged = charged { $amount }
panel-brought = Brought
week-of = Week of { $day }
week-today = today
week-done = { $count } done
week-some-done = { $done }/{ $all } done
week-late = { $count } late
week-missed = { $count } missed
week-proposed = { $count } to plan
column-goods = Goods
column-address = Address
column-due = Due
column-door = At the door

# Follow-ups.
due-and-coming = { $due } due, { $coming } coming
follow-ups-done = done, newest first
follow-ups-dropped = dropped, newest first
no-follow-ups-done = Nothing was followed up yet.
no-follow-ups-dropped = Nothing was dropped.
column-outcome = What came of it
no-follow-ups = Nothing to follow up.
column-day = Day
column-what = To do
column-last-words = Said last

# A customer's page.
people = { $count ->
        [one] one person
       *[other] { $count } people
    }
people-of = adults { $adults }, children { $children }, elders { $elders }
away = { $from } to { $to }
page-household = Household
page-away = Away
page-left = Left
page-unknown = Not known
page-consent = may be written to: { $consent }
page-next-paydays = next: { $days }
page-tab = Tab
page-even = even
page-credit = { $amount } to the good
page-owes-due = owes { $amount }, due { $day }
page-jars = Jars
page-no-forecast = no forecast yet
page-jar = { $level } left, empty { $likely } ({ $low } to { $high })
page-window = bring { $earliest } to { $latest }
page-bring-by = bring by { $latest }
page-to-do = To do
page-seen = seen
page-timeline = What happened

# Why.
why-title = Why: { $who }
no-jars = No jar is agreed with this customer.

# At the door.
door-title = Done at the door
evening-step = { $number } of { $count }
evening-over = The round is through: { $done } delivered, { $skipped } skipped.
door-brought = { $product }
door-left = { $product } left over
door-left-aside = 0-9 tenths, or { $unit }
door-paid = Paid now
door-owes = of { $amount }

and-more-jars = And { $count ->
        [one] one jar
       *[other] { $count } jars
    } more.

# A payment.
payment-title = Payment
payment-amount = Amount
payment-method = How
payment-method-aside = cash, transfer ...
payment-note = Note

# Another day.
snooze-title = Put off
move-title = Bring it on
snooze-day = To
snooze-aside = fri, +3, 25, 2026-03-27

# A follow-up that was done.
outcome-title = Follow-up done
outcome-text = What came of it

# Why a key did nothing.
nobody-selected = No row is selected.
key-not-here = { $key } does nothing here.
key-elsewhere = “{ $does }” is for: { $places }.
key-nowhere = The last line shows the keys of this place.
place-page = a customer's page
place-statement = a tab
place-journal = the journal
place-jars = the list of jars
place-review = the jars to review
nothing-to-be-done = There is nothing to deliver or to follow up here.
nothing-to-put-off = Only a promised delivery or a follow-up can be put off.


# Everywhere: the help, the palette.
key-palette = do
    .hint = Find what can be done here, and do it
key-choose = do it
    .hint = Do what is selected
key-close-keys = close
    .hint = Close
palette-title = What can be done here
key-copy-phone = copy phone
    .hint = Copy the telephone number
key-copy-address = copy address
    .hint = Copy the address
key-language = language
    .hint = Speak the other language, at this terminal only
key-repaint = repaint
    .hint = Draw the whole screen again
key-suspend = suspend
    .hint = Stop the program and go back to the shell; fg continues it
cannot-suspend = There is no shell here to go back to.
paste-cut = The pasted text was too long: only its first 64 kB were taken.
lock-wait = Waiting for another program that is writing to the file ...
    .hint = Esc gives up; what you typed stays.
lock-given-up = Not done: another program is still writing to the file.
key-veil = hide
    .hint = Hide telephone numbers and money, or show them again
language-spoken = ricejar speaks English now.
veil-on = Telephone numbers and money are hidden.
veil-off = Telephone numbers and money are shown.
copied = Copied: { $text }
no-phone = No telephone number is known.
no-address = No address is known.
too-small = This window is too small: ricejar needs { $width } by { $height }.

# A new notebook.
welcome-title = A new notebook
welcome-empty = Nobody is in here yet. Press a key:
welcome-name = { $key }  Name the shop and its money
    .hint = ricejar shop set name NAME
welcome-add = { $key }  Write down the first customer
    .hint = ricejar customer add NAME
welcome-import = { $key }  Read customers from a list (CSV)
    .hint = ricejar import FILE --into customers
welcome-restore = { $key }  Bring a backup back
    .hint = ricejar restore FILE
welcome-sample = { $key }  Look around in a sample shop first
    .hint = ricejar --demo
welcome-demo = { $key }  Write a sample shop of any size to a file
    .hint = ricejar demo FILE --customers N

# Forms in which things are done.
key-take = take
    .hint = Take what was found into the field
door-old-out = Old rice out
door-cleaned = Jar cleaned
door-new-in = New rice in
door-old-on-top = Old rice on top
door-rest = What was not brought
month-of = { $month } { $year }
door-tick-aside = Space
key-miss = missed
    .hint = Nobody was there: why, and when again
key-evening = evening
    .hint = Write the round down, stop after stop
key-goods = goods, prices
    .hint = Write other goods or another price down
door-price = { $product }: price
door-price-aside = empty: as agreed; 0: a gift
door-other = Also brought
door-other-brought = How much
door-other-left = Left in the jar
door-other-left-aside = 0-9 tenths, or a quantity
door-other-price = Price
key-skip = skip
    .hint = Go on to the next stop; this one stays open
key-join = join
    .hint = Plan what could join the rounds of today
key-contact = contact
    .hint = Write down what was said
only-a-promise = Only a promised delivery can be missed. Plan it first.
miss-title = Nobody was there
miss-reason = Why
miss-next = Again on
cancel-title = Not wanted any more
contact-title = What was said
contact-text = Words
contact-channel = How
contact-mood = Mood
contact-promise = Will pay on
contact-promise-aside = empty: no promise
mood-unsaid = not said
mood-1 = 1 angry
mood-2 = 2 unhappy
mood-3 = 3 so so
mood-4 = 4 content
mood-5 = 5 delighted
key-follow-up = follow-up
    .hint = Write a follow-up down
key-add-customer = add
    .hint = Write a new customer down
key-edit-field = change
    .hint = Change the selected field of the page where it stands
key-edit-customer = edit
    .hint = Change what is known of the customer
key-edit-jar = jar
    .hint = Change the chosen jar
key-add-jar = add jar
    .hint = Agree another jar
key-away = away
    .hint = Write a time away down
key-household = household
    .hint = Other people from a day on
key-leave = leave
    .hint = They stop buying, or come back
customer-new = New customer
customer-new-about = Only the name is needed.
customer-edit = Customer
field-several = a, b
field-adults = Adults
field-people-at-first = as they were at first
field-children = Children
field-elders = Elders
field-payday = 25, last, 10,25, last fri
field-weekdays = Deliver on
field-weekdays-aside = mon,wed, mon-fri; empty: any
field-code = empty: made for you
field-opening = Owed before
field-find = type to find
field-language = Language
language-unsaid = not said
away-title = Away
away-from = From
away-to = To
away-people = How many
away-people-aside = empty: everybody
household-title = The household changes
household-from = From
leave-title = They stop buying
leave-reason = Why
leave-on = From
jar-new = New jar
jar-edit = Jar
jar-product = Product
jar-usual = Usually brought
jar-capacity = Holds
jar-monthly = Used a month
jar-rate = Used a day
jar-rate-aside = pinned; empty: learned
jar-strategy = Brought
jar-by-forecast = before it is empty
jar-by-days = every so many days
jar-by-weeks = every so many weeks
jar-on-call = only when they ask
jar-every = So many
jar-every-aside = days or weeks
jar-safety = Safety
jar-safety-aside = days before it is empty
jar-price = Own price
jar-price-aside = empty: the product's
follow-up-new = New follow-up
follow-up-again = Again
follow-up-again-aside = 3 months, after 2 weeks
key-mark = mark
    .hint = Mark what is proposed
key-mark-all = mark all
    .hint = Mark everything that is proposed
key-plan = plan
    .hint = Plan what is marked, or this
key-day-earlier = earlier
    .hint = Bring it a day earlier
key-day-later = later
    .hint = Bring it a day later
key-remove = remove
    .hint = Cancel the delivery for a reason, or drop the follow-up
nothing-proposed = Only what is proposed can be marked and planned.
nothing-promised = Nothing is promised here. Plan it first.
nobody-could-join = Nobody could join the rounds of today.
nothing-to-remove = Only a promised delivery or a follow-up can be removed.
key-bring = bring
    .hint = Plan a delivery by hand
key-read-jar = seen
    .hint = Write down what was seen in a jar
bring-title = To be brought
bring-quantity = Quantity
bring-usual = empty: the usual
read-title = Seen in the jar
read-level = Left
# Tabs, products, insights and the journal.
screen-tabs = Tabs
screen-products = Products
screen-insights = Insights
key-screen-tabs = tabs
    .hint = Show Tabs
key-screen-products = products
    .hint = Show Products
key-screen-insights = insights
    .hint = Show Insights
key-statement = tab
    .hint = Open the tab: every entry, the balance, what each payment settled
key-receive = receive
    .hint = Write down goods that came in
key-count = count
    .hint = Write down what was counted
key-journal = journal
    .hint = Open the journal: everything that was done
key-open-line = rows
    .hint = Each row before and after
key-undo-line = undo this
    .hint = Take this one back
key-undo-to = undo to here
    .hint = Take back everything down to this line, the newest first

tabs-and-owed = { $count ->
        [one] one tab, { $amount } owed
       *[other] { $count } tabs, { $amount } owed
    }
nobody-owes = Nobody owes anything.
panel-ages = Debts by age
column-due-day = Due day
column-ages = Ages
age-not-due = not due
age-1-7 = 1-7 days
age-8-30 = 8-30 days
age-31-60 = 31-60 days
age-61 = 61 and more
age-owed = owed
age-credit = paid ahead

statement-title = Tab of { $who }
statement-balance = owes { $amount }
statement-late = { $amount } late
statement-held = deposits { $amount }
statement-empty = Nothing was ever written on this tab.
column-entry = Entry
column-amount = Amount
column-running = Balance
column-open = Open
column-settles = Settles
column-note = Note
settled = { $amount } of { $day }

products-short = { $count } running short
no-products = No products yet. Press { $key } to add one.
column-product = Product
column-stock = Stock
column-lasts = Lasts
column-sold = Sold 30 d
column-price = Price
column-cost = Cost
column-reorder = Reorder
column-kind = Kind
lasts-days = { $days } d
receive-title = Goods received
receive-quantity = Quantity
receive-cost = Cost
receive-cost-aside = of one unit
count-title = Store room counted
count-quantity = Found

panel-best = Best customers, 12 weeks
panel-weeks = Weeks
panel-months = This month and last
panel-jars = Jars by safe day
nothing-sold = Nothing was sold in these weeks.
insights-vital = { $vital } ({ $share } %) bring 80 %
insights-unsafe = { $count } past it
insights-most = at most { $count } a day
column-sold-for = Sold
column-share = Share
column-together = Sum
column-days = Days
column-brought = Brought
column-paid = Paid

key-journal-of = journal of theirs
    .hint = What of the journal is about this customer
key-jars = jars
    .hint = See which jars are empty when, one after the other
jars-title = Jars by the day they are empty
jars-none = There is no such jar.
column-safe = Safe to
column-bring-by = Bring by
column-left = Left
which-jars = Which jars
which-empty = Empty by
key-which = which
    .hint = Choose which are shown: up to a day, of a customer
which-title = Which lines
which-about = Nothing in a field is all of them.
which-until = Up to
which-whose = Customer
which-all = empty: all
journal-until = up to { $day }
journal-by = by { $by }
journal-none = There is no such line.
journal-no-day = These are the newest lines already.
undo-to-all = Only in the whole journal can everything down to a line be taken back.
undo-to-nothing = Everything down to this line is taken back already.
journal-title = Journal
journal-empty = Nothing was done yet.
journal-taken-back = undone
column-when = When
column-done = What was done
column-by = By
journal-row-new = { $table } { $key }: new
journal-row-gone = { $table } { $key }: removed
journal-row-changed = { $table } { $key }
journal-was = { $column }: { $after } (was { $before })
journal-value = { $column }: { $value }
journal-cleared = { $column }: nothing (was { $before })
undone-to = { $count ->
        [0] Nothing was taken back.
        [one] One step was taken back.
       *[other] { $count } steps were taken back.
    }
table-shop = shop
table-holiday = holiday
table-area = area
table-customer = customer
table-household-change = change of household
table-away = time away
table-product = product
table-stock-move = stock
table-jar = jar
table-delivery = delivery
table-delivery-line = delivered goods
table-reading = reading
table-entry = entry
table-follow-up = follow-up
table-contact = contact

# The columns of the tables: the word of all tables, or a table's own.
row-shop-name = Shop
row-currency = Currency
row-language = Language
row-service-level = Jars that may be empty
row-grace-days = Days after the payday
row-delivery-days = Delivery days
row-carry = Carried a day
row-day = Day
row-name = Name
row-position = Place in walking order
row-kind = Kind
row-adults = Adults
row-children = Children
row-elders = Elders
row-channel = How
row-note = Note
row-joined-on = With us since
row-left-on = Left
row-left-reason = Why they left
row-customer-id = Customer
row-from-day = From
row-to-day = To
row-people = How many are away
row-unit = Unit
row-price = Price
row-jar-price = Own price
row-delivery-line-price = Price charged
row-cost = Cost
row-pack = Sack or case
row-reorder = Reorder
row-appetite = An adult uses a day
row-child = A child, of what an adult uses
row-elder = An old person, of what an adult uses
row-on-order = On order
row-arrives-on = Arrives
row-product-id = Product
row-quantity = Quantity
row-reason = Reason
row-usual = Usually brought
row-capacity = Holds
row-monthly = Used a month
row-pinned = Pinned use a day
row-strategy = Brought
row-safety-days = Days before it is empty
row-learn-from = Learned from
row-stage = Stage
row-planned-for = Planned for
row-closed-on = Closed on
row-checklist = Done at the door
row-external = External reference
row-early = Came while there was enough
row-delivery-id = Delivery
row-planned = Planned
row-delivered = Delivered
row-jar-id = Jar
row-level = Left
row-amount = Amount
row-method = How
row-text = Text
row-anchor = First day
row-due-on = Due
row-repeats = Again
row-rule = Rule
row-occasion = Occasion
row-outcome = What came of it
row-mood = Mood

# An entry by hand.
key-entry = entry
    .hint = Write an entry down: charge, payment, refund, discount, write-off, deposit, correction
entry-title = Entry
entry-amount-aside = correction: -20 owes less
field-choice = Space
field-on = On
field-today = today
field-on-aside = -1, 2026-03-27

# A product.
key-add-product = add
    .hint = Write a new product down
key-edit-product = edit
    .hint = Change what is known of the product
product-new = New product
product-new-about = Only the name, the unit and the price are needed.
product-edit = Product
product-unit = Unit
product-unit-aside = kg, L, bottle
product-pack = Sack or case
product-pack-aside = empty: sold loose
product-reorder-aside = buy more at this stock
product-kind-aside = one kind is used alike
product-appetite = An adult a day
product-appetite-aside = empty: people do not tell
product-child = A child
product-elder = An old person
product-part-aside = of what an adult uses
product-there = There already

# The rules of the shop.
key-rules = shop
    .hint = Set the rules of the shop
rules-title = Rules of the shop
rules-name = Shop
rules-language-unsaid = the terminal's
rules-currency = Currency
rules-currency-aside = CNY, TWD, USD
rules-delivery-days-aside = mon-sat
rules-holidays = Holidays
rules-holidays-aside = 2026-10-01 name;...
rules-areas = Areas
rules-areas-aside = in walking order: a;b
rules-service-level = Empty jars
rules-service-level-aside = so many may be: 5%
rules-grace-days = Grace
rules-grace-days-aside = days after the payday
rules-carry = Carry a day
rules-carry-aside = 120kg; empty is any
rules-unchanged = Nothing was changed.

# The jars of a page.
key-jar-before = jar before
    .hint = Choose the jar before
key-jar-after = next jar
    .hint = Choose the next jar

# The month below a field for a day.
key-leap-day-before = day
    .hint = A day earlier, in a field for a day
key-leap-day-after = day
    .hint = A day later
key-leap-week-before = week
    .hint = A week earlier
key-leap-week-after = week
    .hint = A week later
key-leap-month-before = month
    .hint = A month earlier
key-leap-month-after = month
    .hint = A month later

# Files, and what goes on beside.
key-import-first = import
    .hint = Read a list in from a file
key-sample = sample
    .hint = Look around in a sample shop; this notebook stays as it is
key-import = import
    .hint = Read a list in from a file
key-export = export
    .hint = Write a list to a new file
key-check = check
    .hint = See whether everything in the notebook adds up
check-title = The check
check-begun = Everything is counted again.
import-meant = Rows are
import-to-stay = kept
import-to-look = only looked at
import-repeats = If here already
import-repeats-refuse = refused
import-repeats-allow = read in again
import-repeats-hint = Nothing was read in. If it should be all the same, choose “read in again” below.
key-backup = backup
    .hint = Copy the whole notebook to a new file
key-restore = restore
    .hint = Bring a backup back; what is here now is kept beside
key-demo = sample of a size
    .hint = Look at a sample shop of any size, in a new file
key-name-shop = name
    .hint = Name the shop and its money
key-yes = yes
    .hint = Yes, do it
key-no = no
    .hint = No, leave everything as it is
restore-title = Bring a backup back
restore-about = What is in the notebook now is kept in a file beside it.
restore-aside = a backup
restore-sure = Bring { $file } back in the place of what is in the notebook now?
    .hint = That is kept in a file beside the notebook, but u cannot take this back.
no-backup = { $file } is no backup of a notebook.
    .hint = A backup is made with B, or with: ricejar backup FILE
restore-done = The backup is the notebook now.
    .hint = What was in it is kept: { $file }
demo-title = A sample shop
demo-about = In a file of its own; your notebook stays as it is.
demo-customers = Customers
demo-customers-aside = up to 100000
demo-deliveries = Deliveries
demo-deliveries-aside = about; up to 2000000
demo-seed = Seed
demo-seed-aside = another one, another shop
demo-shown = This is the sample shop in { $file }.
    .hint = Your own notebook is as it was, and opens again next time.
job-restore = { $file } is being brought back. { $far }
    .hint = Esc stops it, and then everything stays as it was.
job-demo = A sample shop is being written to { $file }. { $far }
    .hint = Esc stops it, and then there is no such file.
import-title = Read a list in
import-about = All rows or none; the columns are those of an export.
import-aside = CSV
export-title = Write a list
export-about = For spreadsheets and programs, by the end of its name.
export-aside = .csv, .json, .jsonl
export-as = CSV for
export-plain = programs
export-for-excel = Excel
backup-title = Backup
backup-about = The whole notebook, in one file.
file-name = File
file-list = List of
file-unnamed = A file needs a name.
file-written = Written: { $file }
list-customers = customers
list-products = products
list-jars = jars
list-deliveries = deliveries
list-readings = readings
list-entries = entries of the tabs
list-lines = lines of the deliveries
list-follow-ups = follow-ups
list-contacts = contacts
list-journal = the journal
job-import = { $file } is being read in. { $far }
    .hint = Esc stops it, and then nothing of it is kept.
job-export = { $file } is being written. { $far }
    .hint = Esc stops it, and then there is no such file.
job-backup = The notebook is being copied to { $file }. { $far }
    .hint = Esc stops it, and then there is no such file.
job-rows = { $all ->
        [0] { $done } rows
       *[other] { $done } of { $all } rows
    }
job-customers = { $all ->
        [0] { $done } customers worked out
       *[other] { $done } of { $all } customers worked out
    }
job-pages = { $done } of { $all } pages
job-busy = A file is being worked on; wait until that is done.
    .hint = Esc stops it.
sample-shown = This is a sample shop; whatever you do in it is forgotten when you leave.
    .hint = Your own notebook is as it was, and opens again next time.

# Marked rows.
key-plan-today = plan
    .hint = Plan what the forecasts ask for: what is marked, or this
key-mark-row = mark
    .hint = Mark the row for what is done next, or unmark it
key-mark-rows = mark all
    .hint = Mark every row of the list, as it is filtered
marked = { $count } marked
not-all-marked = That cannot be done with all that is marked at once.
    .hint = Esc unmarks all.
one-door-at-a-time = Doors are written down one after the other, and follow-ups by themselves.
    .hint = Esc unmarks all.
too-many-marked = { $count } rows are marked, and no more than { $most } are changed at once.
    .hint = Narrow the list down with a filter and mark its rows again.

# Jars that are used at another rate, how good the forecasts were, and what is on order.
key-review = review
    .hint = See which jars are used at another rate than before
key-accept = accept
    .hint = It is used so from now on: forget what was before
key-pin = pin
    .hint = Say by hand at which rate it is used
key-accuracy = accuracy
    .hint = See how good the forecasts were
key-order = order
    .hint = Write down what is on order, and when it comes
to-review = { $key }: { $count ->
        [one] one jar used at another rate
       *[other] { $count } jars used at another rate
    }
review-title = Jars used at another rate
review-first = the first { $count }
review-none = Every jar is used as before, as far as chance explains it.
column-since = Since
column-before = Before
column-now = Now
column-intervals = Times
pin-title = Pin the use
order-title = On order
order-quantity = On order
order-arrives = Arrives
order-arrives-aside = empty: not known
order-missing = { $quantity } to buy
order-missing-by = { $quantity } to buy by { $day }
column-need = Need 14 d
column-to-buy = Buy
column-by-day = By
column-on-order = Ordered
column-arrives = Arrives
accuracy-title = How good the forecasts were
accuracy-working = Going through every delivery of the past: this takes a while in a large shop. You can close this and come back.
accuracy-unknown = It could not be worked out. Close this and try again.
accuracy-nothing = No jar has been filled twice yet, so there is nothing to compare with a forecast.
accuracy-verdict = { $count ->
        [one] One jar was filled again. Its likely empty day was off by { $days } days.
       *[other] { $count } times a jar was filled again. Its likely empty day was off by { $days } days on average.
    }
accuracy-safe = Goods on the safe day would have come in time { $share } of the times ({ $promised } is what the shop wants), { $early } days before the jar was empty on average.
accuracy-better = Where a jar had been filled before, the forecast is { $days } days nearer than the best plain rule ({ $rule }).
accuracy-worse = Where a jar had been filled before, the best plain rule ({ $rule }) would have been { $days } days nearer.
accuracy-filled = Filled so often before
accuracy-all = all
accuracy-ended = Times it was filled again
accuracy-off = Likely day off by, days
accuracy-bias = Too late (+), too early (-)
accuracy-covered = Between low and high day
accuracy-in-time = In time on the safe day
accuracy-early = Days before it was empty
accuracy-at-the-door = Found at the door
accuracy-looked = Times somebody looked
accuracy-empty = Jar was empty
accuracy-too-early = More than half was left
accuracy-plain = Off by with plain rules, days
accuracy-ours = the forecast, same times
accuracy-last = as long as last time
accuracy-mean = the mean of all times
accuracy-median = the middle of all times
accuracy-k-factor = K-factor: use, evened out
accuracy-words = Each forecast is made with what was known on its first day. The low and the high day should hold 80 % of the times.
