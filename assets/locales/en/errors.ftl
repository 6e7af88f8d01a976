# What was typed wrong.

number-empty = A number is missing.
number-none = “{ $text }” is not a number.
    .hint = Write a number like 15, 4.5 or 1240.
number-decimals =
    { $allowed ->
        [0] “{ $text }” has decimals; only whole numbers are allowed here.
        [one] “{ $text }” has more than one decimal.
       *[other] “{ $text }” has more than { $allowed } decimals.
    }
number-comma = “{ $text }” is ambiguous: is the comma before decimals or between thousands?
    .hint = Write decimals with a point, like 1.5, and thousands like 1,240.
number-other-unit =
    { $unit ->
        [none] “{ $text }” has a unit that is not that of the product.
       *[other] “{ $text }” cannot be converted to { $unit }.
    }
    .hint = Write the number alone, or with the unit of the product.
number-too-large = “{ $text }” is too large.
    .hint = Check the number of zeros.
number-currency = “{ $text }” is not a currency.
    .hint = Use the three-letter code: TWD, CNY, USD.
number-negative = “{ $text }” is too small.

day-none = “{ $text }” is not a date.
    .hint = Write a date like 2026-03-27, 27 Mar, today, +3, fri or 25.
day-no-weekday = “{ $text }” is not a weekday.
    .hint = Write weekdays like mon,wed or mon-fri.
day-no-such = The date “{ $text }” does not exist.
    .hint = Check the calendar: not every month has 31 days.
day-ambiguous = “{ $text }” could be two dates: is the day or the month first?
    .hint = Write a date like 2026-04-03 or 3 Apr, or choose the order once: ricejar shop set date-order dmy (or mdy).
day-out-of-range = “{ $text }” is outside the years 1900 to 2199.
day-backwards = “{ $text }” ends before it begins.
    .hint = Put the earlier day first: 2026-03-05..2026-03-08.
day-no-span = “{ $text }” is not a length of time that can be used here.
    .hint = Write 10 days or 2 weeks; where months are allowed, also 1 month.

payday-no-rule = “{ $text }” is not a payday rule.
    .hint = Write a rule like 25, month end, 10,25, every fri, last fri, 2nd mon, every 2 weeks fri from 2026-01-09, 25 before weekend or none.
payday-no-such-day = “{ $text }” does not exist in every month.
    .hint = Use a day from 1 to 31, or last for the end of the month.
payday-no-interval = “{ $text }” is not a number of days or weeks up to one year.
payday-no-anchor = “{ $text }” has no day to count from.
    .hint = Add one of the paydays: every 2 weeks fri from 2026-01-09.
payday-no-weekday = “{ $text }” is not a weekday.
    .hint = Weekdays are mon, tue, wed, thu, fri, sat and sun.

# Files of rows.
read-io = The file cannot be read: { $reason }.
read-no-header = The file is empty.
    .hint = The first line must name the columns.
read-unknown-column = Line { $line }: there is no column “{ $column }”.
    .hint = The README lists the columns; an export contains them all.
read-column-twice = Line { $line }: the column “{ $column }” appears twice.
read-missing-column = The column “{ $column }” is missing.
    .hint = Add it to the first line.
read-not-utf8 = Line { $line }, column “{ $column }”: not valid UTF-8.
    .hint = Save the file as “CSV UTF-8” and try again.
read-no-heading = Line { $line }: column { $column } has no heading.
    .hint = Name it in the line of the headings, or empty its cells.
read-field-count =
    { $found ->
        [one] Line { $line } has one field
       *[other] Line { $line } has { $found } fields
    }, but the first line names { $expected ->
        [one] one column
       *[other] { $expected } columns
    }.
    .hint = A text that contains a comma needs quotes around it.
read-bare-quote = Line { $line }, column “{ $column }”: a quote (") appears in an unquoted text.
    .hint = Nothing was imported. Put quotes around the whole text and double the one inside: "5"" pipe".
read-bare-carriage-return = Line { $line }, column “{ $column }”: there is a carriage return (CR) that ends no line.
    .hint = Nothing was read in. Save the list as “CSV UTF-8”, with lines that end in LF or CR LF; a line break inside a text needs quotes around the text.
day-in-file = Write it like this: 2026-03-27. In a spreadsheet, that is the cell format “yyyy-mm-dd”.
backup-empty = { $file } is empty: it is no backup.
    .hint = Nothing was changed. Name another backup.
read-text-after-quote = Line { $line }, column “{ $column }”: more text follows a closing quote (").
    .hint = Nothing was imported. That quote was opened on line { $opened }; double a quote inside a quoted text.
read-unclosed-quote = Line { $line }, column “{ $column }”: a quote (") is opened and never closed.
    .hint = Nothing was imported. Close the quote; double a quote inside a quoted text.
read-field-too-long = Line { $line }, column “{ $column }”: the text is longer than { $most } KB.
    .hint = Nothing was imported. A closing quote (") may be missing.
read-record-too-long = Line { $line } is longer than 1 MB.
    .hint = Nothing was imported. This may not be a CSV file.
read-zero-byte = Line { $line }, column “{ $column }”: contains a zero byte, so this is not text.
    .hint = Nothing was imported. Save the file as “CSV UTF-8” and try again.

# Bad rows of a file; the first is only its hint.
bad-rows = { $count ->
        [one] One bad row
       *[other] { $count } bad rows
    }
    .hint = Nothing was imported. Correct these rows and try again.
bad-rows-more = … and { $count } more.
bad-field = Line { $line }, column “{ $column }”: { $because }
bad-field-empty = This must not be empty.
bad-field-long = A reference has at most { $most } characters.
bad-field-lost-digits = A spreadsheet has shortened “{ $text }”, and its last digits are lost.
    .hint = Give the column the cell format “Text”, type the numbers again, and save the list once more.
bad-field-none-of = “{ $text }” is not one of: { $known }.
bad-field-form = “{ $text }” should look like { $example }.

# The file.
store-missing = There is no notebook { $file }.
    .hint = Check the name, or create a new notebook there with: ricejar init
store-empty = The file { $file } is empty: a copy that failed, or a disk that was full.
    .hint = Restore a backup with: ricejar restore FILE. Or delete it and create a new notebook with: ricejar init
store-schema-missing = The structure of { $file } was altered: “{ $object }” is missing.
    .hint = Nothing was changed. Restore a backup: ricejar restore FILE. Copy what can be read: ricejar rescue NEW-FILE
store-schema-changed = The structure of { $file } was altered: “{ $object }” is not as ricejar created it.
    .hint = Nothing was changed. Restore a backup: ricejar restore FILE. Copy what can be read: ricejar rescue NEW-FILE
store-schema-unknown = The structure of { $file } was altered: “{ $object }” does not belong to a notebook.
    .hint = Nothing was changed. Restore a backup: ricejar restore FILE. Copy what can be read: ricejar rescue NEW-FILE
store-exists = The file { $file } already exists.
    .hint = Choose another name with --db FILE; nothing was written.
store-no-database = { $file } is not a ricejar file.
    .hint = Name the right file with --db FILE.
store-not-a-file = { $file } is not a file but a folder, a pipe or a device.
    .hint = Name a file.
store-no-folder = There is no folder { $folder }.
    .hint = Create it first, or name a file in an existing folder.
store-not-ours = { $file } belongs to another program.
    .hint = Name the right file with --db FILE.
store-newer = The file was written by a newer ricejar (format { $found }; this one supports up to { $known }).
    .hint = Install the newer ricejar; nothing was changed.
store-read-only = The file can be read but not written.
    .hint = Ask for write permission, or copy it to a folder that you may write to.
store-log-beside = The newest changes are in { $file }-wal, and that folder is not writable.
    .hint = Copy { $file } and { $file }-wal together to a folder that you may write to, and open the copy.
store-in-use = The notebook { $file } is open in another program.
    .hint = Close it there and try again; nothing was changed.
store-locked = Another program is writing to the file and did not finish in time.
    .hint = Try again in a moment; nothing was changed.
store-full = The disk is full.
    .hint = Free some space and try again; nothing was changed.
store-stopped = Stopped; nothing was changed.
store-io = The file { $file } cannot be used: { $reason }.
    .hint = Check that the folder exists and that you may write to it.
store-io-notebook = The notebook cannot be used: { $reason }.
    .hint = Check that its disk is connected and that you may write to it.
store-engine = The database engine could not do this ({ $reason }).
    .hint = Try again; if it happens again, run: ricejar check
store-constraint = The file rejected this change ({ $reason }).
    .hint = Nothing was changed. If you did nothing unusual, run: ricejar check
store-damaged = The file is damaged ({ $reason }).
    .hint = See what is wrong: ricejar check. Copy what can be read: ricejar rescue FILE. Restore a backup: ricejar restore FILE

# What a check finds.
finding-damaged = The file is damaged: { $reason }.
finding-format = The file does not state its format.
finding-dangling = Row { $row } of { $table }, { $column }: refers to a { $parent } that does not exist.
finding-stock = Stock of { $product }: recorded as { $kept }, but its movements add up to { $counted }.
finding-sales = Sales of { $product } on { $day }: the recorded sums are not those of what was delivered.
finding-balance = { $who }: the balance is recorded as { $kept }, but the entries add up to { $counted }.
finding-standing = { $who }: the open charges do not match the entries.
finding-forecast = { $who }: the forecast of { $product } does not match its history.
finding-promise = { $who }: the day on which a promise was met does not match the entries.
finding-agreement = { $who }: the balance agreed on { $day } is { $agreed }, and the entries give { $counted }.
finding-tickets = { $who }: more tickets for { $product } were used or refunded than the book had, or outside its days.
finding-containers = { $who } gave back { $containers } more than they held on { $day }.
finding-day-close = { $day } was closed with { $kept } expected in the till, and the entries give { $counted }.
finding-search = { $who } cannot be found by name.
finding-last-delivery = { $who }: the day of the last delivery is not that of the newest one that was done.
finding-last-contact = { $who }: the day of the last contact is not that of the newest one.
finding-payment-history = { $who }: the number of due days paid in time and late does not match the entries.
finding-more = … and { $count } more.

# What is wrong with a cell of the file. Tables and columns are named as in the file.
damage-cell = Row { $row } of { $table }, { $column }: { $problem }.
damage-row = Row { $row } of { $table } cannot be read.
damage-rows = Rows { $first } to { $last } of { $table } cannot be read.
damage-table = The table { $table } cannot be read: it is missing, or something else has its name.
problem-missing = it is empty, and must not be
problem-invalid = “{ $value }” is not { $expected }
problem-outdated = it does not match the text it is computed from
problem-contradiction = it contradicts the rest of the row
problem-orphan = it refers to row { $number } of { $parent }, which does not exist
problem-conflict = another row has the same value, or a rule of the file forbids it
problem-unreadable = it cannot be read
expected-day = a date
expected-number = a number in the allowed range
expected-text = readable text
expected-name = one of the allowed names
expected-payday = a payday rule
expected-currency = a currency
expected-strategy = a way to schedule deliveries
expected-repeat = a repetition
expected-numbers = a list of computed numbers
expected-reference = the number of a row
loss-kept = { $damage } The row was copied with a default in its place.
loss-lost = { $damage } The row was left out: { $content }
store-unsound = The notebook is damaged, so no copy was made:
    .hint = See everything that is wrong: ricejar check. Copy what can be read: ricejar rescue FILE
restore-in-use = The notebook is open in another program, so it cannot be replaced.
    .hint = Close it there and try again, or restore the backup on its screens with R. Nothing was changed.
backup-of-unsound = The notebook does not add up, and so the copy does not either:
    .hint = See everything that is wrong: ricejar check. Make a new notebook that adds up: ricejar rescue FILE
backup-inconsistent = { $file } was not restored, because it does not add up:
    .hint = The notebook is as it was. Make a notebook that adds up from this file: ricejar --db FILE rescue NEW-FILE
rescue-no-first-page = The first page of { $file } is destroyed, so nothing in it can be found.
    .hint = Nothing can be copied from it. Bring a backup back: ricejar restore FILE
damage-unknown-table = The table { $table } is not one of a notebook, and is not copied.
damage-unknown-column = Column { $column } of { $table } is not one of a notebook, and is not copied.
backup-unsound = { $file } was not restored, because it is damaged:
    .hint = The notebook is unchanged. Copy what can be read of this file: ricejar --db FILE rescue NEW-FILE

# The file changed under an open program.
store-gone = { $file } was removed while it was open. Nothing can be saved.
    .hint = Put it back (with its -wal file), or quit and restore a backup.
store-replaced = { $file } was replaced by another file. Nothing can be saved.
    .hint = Quit and start again to open the new file.

# Paths.
path-no-file-name = “{ $path }” is an address, not a file name.
    .hint = For a file that is really called that, write ./{ $path }

# An output that would replace a file that must stay.
conflict-notebook = { $output } is the notebook { $file }; nothing was written.
    .hint = Name another file for the output.
conflict-notebook-part = { $output } belongs to the notebook { $file }; nothing was written.
    .hint = Name another file for the output.
conflict-config = { $output } is the configuration file { $file }; nothing was written.
    .hint = Name another file for the output.
conflict-input = { $output } is the input file { $file }; nothing was written.
    .hint = Name another file for the output.
conflict-database = { $output } belongs to a database and cannot be replaced by text; nothing was written.
    .hint = Name another file for the output.
conflict-reserved = “{ $output }” is a name that ricejar or its database engine uses for files of its own, and deletes; nothing was written.
    .hint = Choose a name that does not end in -wal, -shm, -journal or .v6.bak.

# What was done although nothing could be said of it.
unsaid-recorded = Recorded as line { $what } of the journal; the message could not be written: { $reason }.
    .hint = Do not repeat the command. See: ricejar journal
unsaid-refitted = The forecasts were updated; the message could not be written: { $reason }.
unsaid-written = { $what } was written; the message could not be written: { $reason }.
reason-disk-full = the disk is full
reason-permission = permission denied
reason-missing = no such file or folder
reason-not-a-folder = a part of the path is not a folder
reason-is-a-folder = it is a folder
reason-read-only = the disk is read-only
reason-device = the disk reported an error
reason-cannot-open = the database file cannot be opened
reason-malformed = the content of the database is damaged

# What lies behind an error, in the words of the system.
caused-by = Caused by: { $cause }
