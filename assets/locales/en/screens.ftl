# What the screens say.

screen-today = Today
screen-customers = Customers
screen-deliveries = Deliveries
screen-follow-ups = Follow-ups
screen-follow-up = follow-up

# The keys: the word stands in the footer, the hint in the help.
key-save = save
    .hint = Save the form
key-next-field = next
    .hint = Next field
key-previous-field = previous
    .hint = Previous field
key-keep-filter = keep
    .hint = Keep the filter and go back to the list
key-cancel = cancel
    .hint = Leave without saving, or without filtering
key-done = done
    .hint = Mark as done: the delivery or the follow-up
key-pay = payment
    .hint = Record a payment
key-snooze = snooze
    .hint = Postpone to another day
key-why = why
    .hint = Explain the forecast
key-open = page
    .hint = Open the customer's page
key-filter = find
    .hint = Find by name, pinyin, initials, code, area
key-leavers = former
    .hint = Show or hide former customers
key-closed = closed
    .hint = Show done, dropped or open follow-ups
key-sort = sort
    .hint = Sort by the next column
key-reverse = reverse
    .hint = Reverse the order
key-day-before = day before
    .hint = Show the day before
key-day-after = day after
    .hint = Show the day after
key-board-left = day before
    .hint = Show the day to the left
key-board-right = day after
    .hint = Show the day to the right
key-today = today
    .hint = Go back to today
key-undo = undo
    .hint = Undo the last change
key-redo = redo
    .hint = Redo what was undone
key-up = up
    .hint = Up
key-down = down
    .hint = Down
key-left = left
    .hint = Previous panel
key-right = right
    .hint = Next panel
key-page-up = page up
    .hint = One page up
key-page-down = page down
    .hint = One page down
key-first = first
    .hint = Go to the beginning
key-last = last
    .hint = Go to the end
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
    .hint = Previous screen
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
    .hint = Delete the character after
key-delete-word = delete word
    .hint = Delete the word before
key-clear-field = clear
    .hint = Clear the field
key-close = close
    .hint = Close
key-back = back
    .hint = Close the message, or clear the filter
key-help = help
    .hint = Show these keys
key-quit = quit
    .hint = Quit
key-quit-now = quit
    .hint = Quit from anywhere

help-title = Keys
lines-below = { $count } more below

# Today.
panel-deliver = Deliver
panel-collect = Collect
panel-look-after = Follow up
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
stop-at-risk = at risk
stop-look-first = look first
stop-too-late = too late
planned-on = planned { $day }
goods-smaller = { $goods }, no more fits
goods-look = look: { $goods }
empty-on = runs out { $day }
could-join = { $key }: { $count } more could join { $areas } today
areas = { $count } areas
owes = owes { $amount }
between-goods = { ", " }
payday-today = payday today
payday-then = payday
nothing-to-deliver = Nothing to deliver today.
nothing-to-collect = Nothing to collect today.
nobody-to-look-after = Nobody to follow up today.
nothing-on-that-day = Nothing on that day.
still-reading = Loading ...
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
customers-and-left = including former customers
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
column-empty = Runs out
column-balance = Owes
column-payday = Payday
column-last-contact = Contact
column-last-delivery = Delivered
column-tags = Tags
column-phone = Phone

# Deliveries.
round-of = Round of { $day }
due-at-the-doors = { $amount } to collect
no-round = Nothing is planned for this day.
proposed = proposed
panel-load = Load
charged = charged { $amount }
panel-brought = Delivered
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
no-follow-ups-done = No follow-ups done yet.
no-follow-ups-dropped = No follow-ups dropped.
column-outcome = Outcome
no-follow-ups = Nothing to follow up.
column-day = Day
column-what = To do
column-last-words = Last contact

# A customer's page.
people = { $count ->
        [one] one person
       *[other] { $count } people
    }
people-of = adults { $adults }, children { $children }, seniors { $elders }
away = { $from } to { $to }
page-household = Household
page-household-business = People
page-away = Away
page-left = Left
page-unknown = Unknown
page-consent = may be messaged: { $consent }
page-payday-business = Billing day
page-next-paydays = next: { $days }
page-tab = Tab
page-even = settled
page-credit = prepaid { $amount }
page-owes-due = owes { $amount }, due { $day }
page-jars = Jars
page-no-forecast = no forecast yet
page-jar = { $level } left, runs out { $likely } ({ $low } to { $high })
page-window = deliver { $earliest } to { $latest }
page-bring-by = deliver by { $latest }
page-to-do = To do
page-seen = checked
page-timeline = History

# Why.
why-title = Why: { $who }
no-jars = This customer has no jars yet.

# At the door.
door-title = Delivered
evening-step = { $number } of { $count }
evening-over = Round finished: { $done } delivered, { $skipped } skipped.
door-brought = { $product }
door-left = { $product } left over
door-left-aside = { $unit }, or 3/10, 30%, half
door-paid = Paid now
owes-then = owes { $amount } then
credit-then = credit { $amount } then
door-level-then = { $quantity } then
door-paid-of = of { $all }, goods { $charge }
method-cash = cash
over-limit-ahead = The tab would be at { $balance }, over the credit limit of { $limit }.
    .hint = Press Enter again to save it anyway.

and-more-jars = { $count ->
        [one] 1 more jar.
       *[other] { $count } more jars.
    }

# A payment.
payment-title = Payment
payment-amount = Amount
payment-method = Method
payment-method-aside = cash, transfer ...
payment-note = Note

# Another day.
snooze-title = Postpone
move-title = Move the delivery
snooze-day = To
snooze-aside = fri, +3, 25, 2026-03-27

# A follow-up that was done.
outcome-title = Follow-up done
outcome-text = Outcome

# Why a key did nothing.
nobody-selected = No row is selected.
key-not-here = { $key } does nothing here.
key-elsewhere = This key works on: { $places }.
key-nowhere = The bottom line shows the keys that work here.
place-page = a customer's page
place-statement = a tab
place-journal = the journal
place-jars = the list of jars
place-review = the jars to review
nothing-to-be-done = There is nothing to deliver or to follow up here.
nothing-to-put-off = Only a planned delivery or a follow-up can be postponed.


# Everywhere: the help, the palette.
key-palette = commands
    .hint = Find a command and run it
key-choose = run
    .hint = Run the selected command
key-close-keys = close
    .hint = Close
palette-title = Commands
key-copy-phone = copy phone
    .hint = Copy the phone number
key-copy-address = copy address
    .hint = Copy the address
key-language = language
    .hint = Switch to the other language, on this terminal only
key-repaint = repaint
    .hint = Redraw the whole screen
key-suspend = suspend
    .hint = Suspend ricejar and return to the shell; fg continues it
cannot-suspend = There is no shell to return to.
paste-cut = The pasted text was too long: only the first 64 kB were used.
lock-wait = Waiting for another program that is writing to the file ...
    .hint = Esc gives up; what you typed stays.
lock-given-up = Not done: another program is still writing to the file.
key-veil = hide
    .hint = Hide or show phone numbers and money
language-spoken = The language is English now.
veil-on = Phone numbers and money are hidden.
veil-off = Phone numbers and money are shown.
copied = Copied: { $text }
no-phone = No phone number is recorded.
no-address = No address is recorded.
too-small = This window is too small: ricejar needs { $width } by { $height }.

# A new notebook.
welcome-title = A new notebook
welcome-empty = No customers yet. Press a key:
welcome-name = { $key }  Set the shop's name and currency
    .hint = ricejar shop set name NAME
welcome-add = { $key }  Add the first customer
    .hint = ricejar customer add NAME
welcome-import = { $key }  Import customers (CSV)
    .hint = ricejar import FILE --into customers
welcome-restore = { $key }  Restore a backup
    .hint = ricejar restore FILE
welcome-sample = { $key }  Look around a sample shop first
    .hint = ricejar --demo
welcome-demo = { $key }  Create a sample shop of any size
    .hint = ricejar demo FILE --customers N

# Forms in which things are done.
key-take = pick
    .hint = Put the match into the field
door-old-out = Old goods removed
door-cleaned = Container cleaned
door-new-in = New goods added
door-old-on-top = Old goods on top
door-rest = Not delivered
month-of = { $month } { $year }
door-tick-aside = Space
key-miss = missed
    .hint = Record that nobody was there: why, and when to try again
key-miss-stop = missed
    .hint = Record that nobody was there, and go on to the next stop
key-edit-delivery = edit
    .hint = Edit the delivery, planned or done
delivery-edit-title = Delivery
delivery-edit-unchanged = empty: as recorded
key-evening = evening
    .hint = Record the round, stop by stop
key-goods = goods, prices
    .hint = Record other goods or another price
door-price = { $product }: price
door-price-aside = empty: as usual; 0: a gift
door-other = Also delivered
door-other-brought = Quantity
door-other-left = Left in the jar
door-other-left-aside = a quantity, or 3/10, half
door-other-price = Price
key-skip = skip
    .hint = Skip to the next stop; this one stays open
key-days-off = days off
    .hint = Move what is planned for days off
key-join = join
    .hint = Plan the stops that could join today's rounds
key-contact = contact
    .hint = Record a contact
no-delivery-to-edit = Only a planned or completed delivery can be edited.
only-a-promise = Only a planned delivery can be missed. Plan it first.
miss-title = Nobody was there
miss-reason = Reason
miss-next = Try again on
cancel-title = Cancel the delivery
skip-title = Skip
skip-until = Propose none until
skip-until-aside = empty: propose it again at once
contact-title = Contact
contact-text = What was said
contact-channel = Channel
contact-mood = Mood
contact-promise = Will pay on
contact-promise-aside = empty: no promise
mood-unsaid = unknown
mood-1 = 1 angry
mood-2 = 2 unhappy
mood-3 = 3 neutral
mood-4 = 4 content
mood-5 = 5 delighted
key-follow-up = follow-up
    .hint = Add a follow-up
key-add-customer = add
    .hint = Add a customer
key-edit-field = change
    .hint = Change the selected field in place
key-edit-customer = edit
    .hint = Edit the customer
key-edit-jar = jar
    .hint = Edit the selected jar
key-add-jar = add jar
    .hint = Add another jar
key-away = away
    .hint = Record a time away
key-household = household
    .hint = Change the household from a day on
key-leave = leave
    .hint = Record that they stop buying, or buy again
customer-new = New customer
customer-new-about = Only the name is required.
customer-edit = Customer
field-several = a, b
field-phones = 0912 345 678, ...
field-adults = Adults
field-people-at-first = at the start
field-children = Children
field-elders = Seniors
field-payday = 25, last, 10,25, last fri
field-weekdays = Deliver on
field-weekdays-aside = mon,wed, mon-fri; empty: any
field-code = empty: automatic
field-opening = Opening balance
field-find = type to find
field-language = Language
language-unsaid = not set
away-title = Away
away-from = From
away-to = To
away-people = How many
away-people-aside = empty: everybody
household-title = Household change
household-from = From
leave-title = Stops buying
leave-reason = Reason
leave-on = From
jar-new = New jar
jar-edit = Jar
jar-product = Product
jar-usual = Usual quantity
jar-capacity = Capacity
jar-monthly = Use per month
jar-rate = Use per day
jar-rate-aside = pinned; empty: learned
jar-strategy = Deliver
jar-by-forecast = before it runs out
jar-by-days = every N days
jar-by-weeks = every N weeks
jar-on-call = on request only
jar-every = N
jar-every-aside = days or weeks
jar-safety = Days earlier
jar-safety-aside = than the safe day
jar-price = Special price
jar-price-aside = empty: standard price
follow-up-new = New follow-up
follow-up-again = Repeat
follow-up-again-aside = 3 months, after 2 weeks
key-mark = mark
    .hint = Mark a proposed delivery
key-mark-all = mark all
    .hint = Mark every proposed delivery
key-plan = plan
    .hint = Plan the marked rows, or this one
key-day-earlier = earlier
    .hint = Move the delivery a day earlier
key-day-later = later
    .hint = Move the delivery a day later
key-remove = remove
    .hint = Cancel or skip the delivery, or drop the follow-up
nothing-proposed = Only a proposed delivery can be marked and planned.
nothing-promised = No delivery is planned here. Plan it first.
nobody-could-join = Nobody could join today's rounds.
nothing-to-remove = Only a delivery or a follow-up can be removed.
key-bring = add delivery
    .hint = Plan a delivery by hand
key-read-jar = level
    .hint = Record the level of a jar
bring-title = Plan a delivery
bring-quantity = Quantity
bring-usual = empty: the usual
read-title = Level of the jar
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
    .hint = Open the tab: entries, balance, what each payment settled
key-receive = receive
    .hint = Record goods received
key-count = count
    .hint = Record a stock count
key-journal = journal
    .hint = Open the journal: every change ever made
key-open-line = details
    .hint = Show each changed row, before and after
key-undo-line = undo this
    .hint = Undo this change
key-undo-to = undo to here
    .hint = Undo every change down to this line, newest first

tabs-and-owed = { $count ->
        [one] one tab, { $amount } owed
       *[other] { $count } tabs, { $amount } owed
    }
nobody-owes = Nobody owes anything.
panel-ages = Debts by age
column-due-day = Due
column-ages = Ages
age-not-due = not due
age-1-7 = 1-7 days
age-8-30 = 8-30 days
age-31-60 = 31-60 days
age-61 = 61+ days
age-owed = owed
age-credit = prepaid

statement-title = Tab of { $who }
statement-balance = owes { $amount }
statement-late = { $amount } overdue
statement-empty = This tab has no entries yet.
statement-held = deposits { $amount }
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
receive-cost-aside = per unit
count-title = Stock count
count-quantity = Counted

panel-best = Best customers, 12 weeks
panel-weeks = Weeks
panel-months = This month and last
panel-jars = Jars by safe day
nothing-sold = Nothing was sold in these weeks.
insights-vital = { $vital } ({ $share }%) bring 80%
insights-unsafe = { $count } past it
insights-most = at most { $count } a day
column-sold-for = Sold
column-share = Share
column-together = Total
column-days = Days
column-brought = Qty
column-paid = Paid

key-journal-of = their journal
    .hint = Show this customer's part of the journal
key-jars = jars
    .hint = List jars by the day they run out
jars-title = Jars by the day they run out
jars-none = No jars match.
column-safe = Safe until
column-bring-by = Bring by
column-left = Left
which-jars = Which jars
which-empty = Runs out by
key-which = filter
    .hint = Choose what is shown: up to a day, of a customer
which-title = Filter the journal
which-about = Leave a field empty for all.
which-until = Up to
which-whose = Customer
which-all = empty: all
journal-until = up to { $day }
journal-by = by { $by }
journal-none = No lines match.
journal-no-day = These are already the newest lines.
undo-to-all = Undoing down to a line works only in the unfiltered journal.
undo-to-nothing = Everything down to this line is already undone.
journal-title = Journal
journal-empty = No changes yet.
journal-taken-back = undone
column-when = When
column-done = Change
column-by = By
journal-row-new = { $table } { $key }: new
journal-row-gone = { $table } { $key }: removed
journal-row-changed = { $table } { $key }
journal-was = { $column }: { $after } (was { $before })
journal-value = { $column }: { $value }
journal-cleared = { $column }: empty (was { $before })
undone-to = { $count ->
        [0] Nothing was undone.
        [one] One change was undone.
       *[other] { $count } changes were undone.
    }
table-shop = shop
table-holiday = holiday
table-area = area
table-customer = customer
table-household-change = household change
table-away = time away
table-product = product
table-stock-move = stock movement
table-jar = jar
table-delivery = delivery
table-delivery-line = delivered goods
table-reading = reading
table-entry = entry
table-follow-up = follow-up
table-contact = contact
table-skip = skip

# The columns of the tables: the word of all tables, or a table's own.
row-shop-name = Shop
row-currency = Currency
row-language = Language
row-service-level = Accepted risk of an empty jar
row-grace-days = Grace days after the payday
row-delivery-days = Delivery days
row-carry = Daily capacity
row-date-order = Date order
row-rules-off = Rules switched off
row-day = Day
row-name = Name
row-position = Walking order
row-kind = Kind
row-adults = Adults
row-children = Children
row-elders = Seniors
row-channel = Channel
row-note = Note
row-joined-on = Customer since
row-left-on = Left on
row-left-reason = Reason for leaving
row-customer-id = Customer
row-from-day = From
row-until = Until
row-to-day = To
row-people = People away
row-unit = Unit
row-price = Price
row-jar-price = Special price
row-delivery-line-price = Price charged
row-cost = Cost
row-pack = Sack or case
row-reorder = Reorder at
row-door-checklist = Checklist at the door
row-months = Weights of the months
row-appetite = Use per adult per day
row-child = Child, share of an adult's use
row-elder = Senior, share of an adult's use
row-on-order = On order
row-arrives-on = Arrives
row-product-id = Product
row-quantity = Quantity
row-reason = Reason
row-usual = Usual quantity
row-capacity = Capacity
row-monthly = Use per month
row-pinned = Pinned use per day
row-strategy = Deliver
row-safety-days = Days earlier than the safe day
row-learn-from = Learn from
row-stage = Stage
row-planned-for = Planned for
row-closed-on = Closed on
row-checklist = Done at the door
row-external = External reference
row-early = Delivered while there was enough
row-delivery-id = Delivery
row-planned = Planned
row-delivered = Delivered
row-jar-id = Jar
row-level = Left
row-amount = Amount
row-method = Method
row-text = Text
row-anchor = First day
row-due-on = Due
row-repeats = Repeats
row-rule = Rule
row-occasion = Occasion
row-outcome = Outcome
row-mood = Mood

# An entry by hand.
key-entry = entry
    .hint = Add an entry: charge, payment, refund, discount, write-off, deposit, correction
entry-title = Entry
entry-amount-aside = correction: -20 owes less
field-choice = Space
field-on = On
field-today = today
field-on-aside = -1, 2026-03-27

# A product.
key-add-product = add
    .hint = Add a product
key-edit-product = edit
    .hint = Edit the product
product-new = New product
product-new-about = Only the name, the unit and the price are required.
product-edit = Product
product-unit = Unit
product-unit-aside = kg, L, bottle
product-pack = Sack or case
product-pack-aside = empty: sold loose
product-reorder-aside = buy more at this stock
product-checklist-aside = a; b, or none
product-kind-aside = same kind: shared forecasts
product-appetite = Adult's use a day
product-appetite-aside = empty: usual for common goods
product-child = A child
product-elder = A senior
product-part-aside = share of an adult's use
product-there = Stock now

# The rules of the shop.
key-rules = shop
    .hint = Edit the rules of the shop
rules-title = Rules of the shop
rules-name = Shop
rules-language-unsaid = as the terminal
rules-currency = Currency
rules-currency-aside = CNY, TWD, USD
rules-delivery-days-aside = mon-sat
rules-holidays = Holidays
rules-holidays-aside = 2026-10-01 name;...
rules-areas = Areas
rules-areas-aside = in walking order: a;b
rules-service-level = Risk of empty jar
rules-service-level-aside = accepted: 5%
rules-grace-days = Grace days
rules-grace-days-aside = days after the payday
rules-off = Rules off
rules-off-aside = birthday;silent
rules-carry = Daily capacity
rules-carry-aside = 120kg; empty: no limit
rules-date-order = 4/3 means
rules-date-order-unsaid = not set
rules-date-order-mdy = 3 April (month first)
rules-date-order-dmy = 4 March (day first)
rules-unchanged = Nothing was changed.

# The jars of a page.
key-jar-before = previous jar
    .hint = Select the previous jar
key-jar-after = next jar
    .hint = Select the next jar

# The month below a field for a day.
key-leap-day-before = day
    .hint = A day earlier, in a date field
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
    .hint = Import a list from a file
key-sample = sample
    .hint = Look around a sample shop; this notebook stays as it is
key-import = import
    .hint = Import a list from a file
key-export = export
    .hint = Export a list to a new file
key-check = check
    .hint = Check that everything in the notebook adds up
check-title = Check
check-begun = Checking everything ...
import-meant = Mode
import-to-stay = import
import-to-look = check only, change nothing
import-repeats = If already here
import-repeats-refuse = refuse
import-repeats-allow = import again
import-repeats-hint = Nothing was imported. To import it all the same, choose “import again” below.
key-backup = backup
    .hint = Copy the whole notebook to a new file
key-restore = restore
    .hint = Restore a backup; the present notebook is kept in a file
key-demo = large sample
    .hint = Create a sample shop of any size in a new file
key-name-shop = name
    .hint = Set the shop's name and currency
key-yes = yes
    .hint = Yes, do it
key-no = no
    .hint = No, leave everything as it is
unsaved-title = Not saved yet
drop-sure = Close the form without saving it?
    .hint = What you typed is lost.
quit-sure = Quit without saving the form?
    .hint = What you typed is lost. Ctrl-C quits, too.
undo-title = Undo
undo-sure = Undo this? { $what }
    .hint = It was recorded on { $at }{ $by }.
undo-sure-by = { "" }, by { $name }
restore-title = Restore a backup
restore-about = The present notebook is kept in a file next to it.
restore-aside = a backup
restore-sure = Replace the present notebook with { $file }?
    .hint = It is kept in a file next to the new one, but u cannot undo this.
no-backup = { $file } is not a backup of a notebook.
    .hint = Make a backup with B, or with: ricejar backup FILE
restore-done = The backup was restored.
    .hint = The previous notebook was kept: { $file }
demo-title = Sample shop
demo-about = In a separate file; your notebook stays as it is.
demo-customers = Customers
demo-customers-aside = up to 100000
demo-deliveries = Deliveries
demo-deliveries-aside = about; up to 2000000
demo-seed = Seed
demo-seed-aside = another seed, another shop
demo-shown = This is the sample shop in { $file }.
    .hint = Your own notebook is unchanged and opens again next time.
job-restore = Restoring { $file }. { $far }
    .hint = Esc stops it; nothing will have changed.
job-demo = Writing a sample shop to { $file }. { $far }
    .hint = Esc stops it; no file is left behind.
import-title = Import
import-about = All rows or none; the columns are those of an export.
import-aside = CSV
export-title = Export
export-about = The ending of the file name decides the format.
export-aside = .csv, .json, .jsonl
export-as = CSV for
export-plain = programs
export-for-excel = Excel
backup-title = Backup
backup-about = The whole notebook, in one file.
file-name = File
file-list = List
file-unnamed = Enter a file name.
file-written = Written: { $file }
list-customers = customers
list-products = products
list-jars = jars
list-deliveries = deliveries
list-readings = readings
list-entries = tab entries
list-lines = delivery lines
list-follow-ups = follow-ups
list-contacts = contacts
list-skips = skips
list-journal = journal
list-rates = changed rates
list-run-outs = jars found empty
job-import = Importing { $file }. { $far }
    .hint = Esc stops it; nothing is kept.
job-export = Writing { $file }. { $far }
    .hint = Esc stops it; no file is left behind.
job-backup = Copying the notebook to { $file }. { $far }
    .hint = Esc stops it; no file is left behind.
job-rows = { $all ->
        [0] { $done } rows
       *[other] { $done } of { $all } rows
    }
job-customers = { $all ->
        [0] { $done } customers computed
       *[other] { $done } of { $all } customers computed
    }
job-pages = { $done } of { $all } pages
job-busy = Wait until the running job is finished.
    .hint = Esc stops it.
sample-shown = This is a sample shop; your changes are discarded when you leave.
    .hint = Your own notebook is unchanged and opens again next time.

# Marked rows.
key-plan-today = plan
    .hint = Plan proposed deliveries: the marked rows, or this one
key-mark-row = mark
    .hint = Mark or unmark the row
key-mark-rows = mark all
    .hint = Mark every row of the filtered list
marked = { $count } marked
not-all-marked = The marked rows cannot all be changed this way at once.
    .hint = Esc clears the marks.
one-door-at-a-time = Record deliveries one at a time, and follow-ups separately.
    .hint = Esc clears the marks.
too-many-marked = { $count } rows are marked; at most { $most } can be changed at once.
    .hint = Narrow the list with a filter and mark its rows again.

# Jars that are used at another rate, how good the forecasts were, and what is on order.
key-review = review
    .hint = Review jars whose rate of use has changed
key-accept = accept
    .hint = Accept the new rate and forget the old one
key-pin = pin
    .hint = Set the rate of use by hand
key-accuracy = accuracy
    .hint = Show how accurate the forecasts were
key-order = order
    .hint = Record what is on order, and when it arrives
to-review = { $key }: { $count ->
        [one] one jar's use has changed
       *[other] { $count } jars' use has changed
    }
review-title = Jars whose use has changed
review-first = the first { $count }
review-none = No jar's use has changed beyond chance.
column-since = Since
column-before = Before
column-now = Now
column-intervals = Intervals
pin-title = Pin the rate of use
order-title = On order
order-quantity = On order
order-arrives = Arrives
order-arrives-aside = empty: unknown
order-missing = { $quantity } to buy
order-missing-by = { $quantity } to buy by { $day }
column-need = Need 14 d
column-to-buy = Buy
column-by-day = By
column-on-order = Ordered
column-arrives = Arrives
accuracy-title = Forecast accuracy
accuracy-working = Replaying every past delivery: this takes a while in a large shop. You can close this and come back.
accuracy-unknown = It could not be computed. Close this and try again.
accuracy-nothing = No jar has been refilled twice yet, so there is nothing to compare.
accuracy-verdict = { $count ->
        [one] One refill was compared. The forecast day was off by { $days } days.
       *[other] { $count } refills were compared. The forecast day was off by { $days } days on average.
    }
accuracy-safe = Delivering on the safe day would have been in time { $share } of the time (target: { $promised }), { $early } days before the jar ran out on average.
accuracy-better = For jars refilled before, the forecast is { $days } days closer than the best simple rule ({ $rule }).
accuracy-worse = For jars refilled before, the best simple rule ({ $rule }) would have been { $days } days closer.
accuracy-filled = Earlier refills
accuracy-all = all
accuracy-ended = Refills compared
accuracy-off = Mean error, days
accuracy-bias = Bias, days (+ is late)
accuracy-covered = Between low and high day
accuracy-in-time = In time on the safe day
accuracy-early = Days before running out
accuracy-at-the-door = Found at the door
accuracy-looked = Times checked
accuracy-empty = Jar was empty
accuracy-too-early = More than half left
accuracy-plain = Error of simple rules, days
accuracy-ours = the forecast, same refills
accuracy-last = as long as last time
accuracy-mean = mean of all intervals
accuracy-median = median of all intervals
accuracy-k-factor = K-factor: smoothed use
accuracy-words = Each forecast uses only what was known on its first day. The range from low to high day should hold 80% of the time.
