# Papers for customers: statements and receipts, printed and in files.

paper-statement = Statement
paper-receipt = Receipt
paper-number = No.
paper-currency = Currency
paper-colon = { ": " }
paper-day = Date
paper-entry = Entry
paper-amount = Amount
paper-balance = Balance
paper-charge = Charged
paper-payment = Paid
paper-due = Due
paper-late = { " (overdue)" }
paper-opening = Opening balance
paper-closing = Closing balance
paper-settles = Settled
paper-purchases = Goods delivered
paper-product = Product
paper-quantity = Quantity
paper-total = Total
paper-deposits = Deposits
paper-tickets = Tickets
paper-held = Deposits held
paper-containers = Containers in your hands
paper-written-on = Written
paper-scan = Scan to pay
paper-received = Received
paper-paid-back = Paid back
paper-debt = Debt
paper-part = Settled
paper-credit = Kept as credit
paper-after = Balance after this payment

paper-period = { $from } to { $to }
paper-period-until = Until { $to }
paper-owes = To pay: { $amount }
paper-prepaid = Your credit: { $amount }
paper-even = Nothing to pay
paper-settled-part = { $amount } of { $day }

# Statements, receipts and ages on the command line.
statement-opening-balance = opening balance
statement-closing-balance = closing balance
statement-credit = credit
statement-nobody = Nobody owes anything, so there is no statement to write.
receipt-of = Receipt { $number }: { $who }, { $day }: { $amount } ({ $about })
receipt-balance = Balance of { $who } after this payment: { $balance }
debt-age-credit = prepaid
debt-age-not-due = not due
debt-age-days = { $from }-{ $to } days
debt-age-older = { $from }+ days
ageing-total = Balance of all tabs: { $balance }
cash-total = Until { $until }: likely { $likely } ({ $low } to { $high }), less { $buying } for buying
statement-goods = Goods delivered:
statement-deposits = Deposits:
statement-tickets = Tickets: { $tickets }

# Files and printing.
paper-file = statement-{ $code }-{ $day }.html
paper-title = Statement or receipt
paper-kind = Paper
paper-newest-receipt = Receipt for the newest payment
paper-from = From
paper-from-aside = of a statement; empty: from the beginning
paper-to = To
paper-to-aside = of a statement
paper-size = Size
paper-a4 = A4 sheet
paper-80mm = 80 mm roll
paper-target = Do
paper-save = Save to a file
paper-print = Print
paper-no-payment = There is no payment yet, so there is no receipt.
paper-printed = Sent to the printer: { $what }
paper-no-printer = No print command is set.
    .hint = Set one in config.toml: print = "lp".
paper-print-failed = The print command “{ $command }” failed: { $reason }
paper-print-status = it ended with { $status }

# Templates of the shop's own.
template-unknown-field = { $name }, line { $line }: there is no field “{ $field }”.
    .hint = The README lists the fields; the line is in the template.
template-endless = { $name }: the template does not come to an end, and was stopped.
    .hint = Look for loops within loops.
template-too-long = { $name }: the paper became longer than { $megabytes } MB, and was stopped.
    .hint = Look for loops that write too often.
template-missing = There is no template “{ $name }” for the message of a reminder.
    .hint = The steps of the shop name their templates. Built in are { $names }; others are files { $name }.txt in the folder of --templates
template-invalid = { $name }, line { $line }: the template is not valid: { $reason }
template-too-large = The template { $text } is larger than 1 MB.
value-total = Expected in the next { $weeks } weeks: { $money }
value-simple = Simple value = average purchase x purchases a year x { $years ->
    [one] one year
   *[other] { $years } years
}. It ranks customers and is no money to come.
pareto-revenue = { $best } of { $all } customers ({ $percent } %) bring 80 % of the revenue of { $total }
pareto-margin = { $best } of { $all } customers ({ $percent } %) bring 80 % of the margin of { $total }
churn-total = Customers overdue: { $customers }. At risk if they do not buy in the next { $weeks } weeks: { $money } a year.
risk-unknown = new
risk-low = low
risk-medium = medium
risk-high = high
buys = { $count ->
    [one] Once, on { $last }, for { $average }
   *[other] { $count } times, { $average } on average, every { $days ->
        [one] day
       *[other] { $days } days
    }, last on { $last }; risk of loss: { $risk }
}
buys-a-year = { $bought }. { $average } x { $times } a year = { $value } a year
