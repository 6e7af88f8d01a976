# What was typed wrong.

full-width = “{ $text }” is typed in full-width characters.
    .hint = Type { $instead }.

number-empty = A number is missing.
number-none = “{ $text }” is not a number.
    .hint = Numbers look like 15, 4.5 or 1240.
number-decimals =
    { $allowed ->
        [0] “{ $text }” has decimals; only whole numbers are taken here.
        [one] “{ $text }” has more than one decimal.
       *[other] “{ $text }” has more than { $allowed } decimals.
    }
number-too-large = “{ $text }” is too large.
    .hint = Check the number of zeros.
number-currency = “{ $text }” is not a currency.
    .hint = Use its three letters: TWD, CNY, USD.
number-negative = “{ $text }” is too small.

day-none = “{ $text }” is not a day.
    .hint = Days look like 2026-03-27, today, +3, fri or 25.
day-no-such = There is no day “{ $text }”.
    .hint = Check the calendar: not every month has 31 days.
day-out-of-range = “{ $text }” is outside the years 1900 to 2199.
day-backwards = “{ $text }” ends before it begins.
    .hint = Put the earlier day first: 2026-03-05..2026-03-08.
day-no-span = “{ $text }” is not a length of time that can be used here.
    .hint = Write 10 days, 2 weeks, and where months are taken 1 month.

payday-no-rule = “{ $text }” is not a payday rule.
    .hint = Rules look like 25, last, 10,25, last fri, 2nd mon, every 2 weeks fri from 2026-01-09, 25 before weekend or none.
payday-no-such-day = Not every month has “{ $text }”.
    .hint = Days go from 1 to 31, and last stands for the month's end.
payday-no-interval = “{ $text }” is not a number of days or weeks within a year.
payday-no-weekday = “{ $text }” is not a weekday.
    .hint = Weekdays are mon, tue, wed, thu, fri, sat and sun.

# Files of rows.
read-io = The file cannot be read: { $reason }.
read-no-header = The file is empty.
    .hint = Its first line has to name the columns.
read-unknown-column = Line { $line }: there is no column “{ $column }”.
    .hint = The README lists the columns; an export has them all.
read-column-twice = Line { $line }: the column “{ $column }” stands there twice.
read-missing-column = The column “{ $column }” is missing.
    .hint = The first line has to name it.
read-not-utf8 = Line { $line }, column “{ $column }”: this is not UTF-8.
    .hint = Save the file as “CSV UTF-8” and try again.
read-field-count =
    { $found ->
        [one] Line { $line } has one field
       *[other] Line { $line } has { $found } fields
    }, but the first line names { $expected ->
        [one] one column
       *[other] { $expected } columns
    }.
    .hint = A comma inside a text needs quotes around the whole text.

# The notebook's file.
store-missing = There is no notebook at { $path }.
    .hint = Make one: ricejar init.
store-exists = There is a notebook at { $path } already.
    .hint = Choose another file with --db, or move that one away.
store-not-a-database = { $path } is not a notebook: it is some other kind of file.
    .hint = Choose the notebook with --db.
store-not-ours = { $path } is a database of another program.
    .hint = Choose the notebook with --db.
store-newer = The notebook has format { $found }, and this program knows formats up to { $known }.
    .hint = Use a newer ricejar.
store-read-only = The notebook can be read but not written.
    .hint = Check the rights of the file and of its folder.
store-locked = Another program is writing in the notebook, and did not finish in time.
    .hint = Try again in a moment.
store-full = The disk is full; nothing was changed.
    .hint = Make room and try again.
store-io = { $path } cannot be used: { $reason }.
store-constraint = The notebook refused a row: { $said }.
store-damaged = The notebook is damaged: { $said }.
    .hint = See what is wrong with ricejar check, or go back to a backup with ricejar restore.
