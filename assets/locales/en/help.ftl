# What --help and ? say.

# Examples at the end of the help of each command, and in the manual pages.

example-heading = Examples:
example-ricejar =
    ricejar                                   # open the screens
    ricejar --demo                            # look around in a sample shop
    ricejar today                             # print what to do today
    ricejar help customer add
example-init = ricejar init --name 'Wang Rice' --currency TWD
example-shop-show = ricejar shop show
example-shop-set =
    ricejar shop set service-level 5%
    ricejar shop set delivery-days mon-sat
    ricejar shop set holidays '2026-10-01 National Day;2026-10-02'
    ricejar shop set reminders '-1: friendly, +3, +10: firm, +30: last'
example-customer-add =
    ricejar customer add 'Mrs Lin' --phone '0912 345 678' --adults 2 --children 1 --payday 25
    ricejar customer add 'Noodle Bar' --kind business --weekdays mon,thu
example-customer-edit =
    ricejar customer edit C001 --address 'Rice Lane 12' --payday 'last fri'
    ricejar customer edit C001 --limit none --untag vip
example-customer-list =
    ricejar customer list lin
    ricejar customer list --area Riverside --tag vip --format csv
example-customer-show = ricejar customer show C001
example-customer-leave = ricejar customer leave C001 --reason 'moved away'
example-customer-return = ricejar customer return C001
example-customer-away = ricejar customer away C001 2026-04-01..2026-04-10 --people 2
example-customer-household = ricejar customer household C001 --children 2 --from 2026-05-01
example-product-add = ricejar product add rice --unit kg --price 42 --pack 15 --stock 200
example-product-edit = ricejar product edit rice --price 45 --reorder 60
example-product-list = ricejar product list
example-product-retire = ricejar product retire oil
example-product-restore = ricejar product restore oil
example-product-show = ricejar product show rice
example-product-order = ricejar product order rice 300 --arrives fri
example-product-receive = ricejar product receive rice 300 --cost 30
example-product-count = ricejar product count rice 187
example-jar-set =
    ricejar jar set C001 rice --usual 15 --capacity 20 --monthly 12
    ricejar jar set C001 rice --every '2 weeks'
example-jar-read =
    ricejar jar read C001 rice 4.5
    ricejar jar read C001 enough
    ricejar jar read C001 rice half --on yesterday
example-jar-list = ricejar jar list --to +7
example-jar-why = ricejar jar why C001 rice
example-jar-review =
    ricejar jar review
    ricejar jar review C001 rice --accept
example-jar-learn = ricejar jar learn
example-delivery-propose = ricejar delivery propose --to +7
example-delivery-plan =
    ricejar delivery plan C001 rice 15 --on tomorrow
    ricejar delivery plan --proposed
example-delivery-round = ricejar delivery round tomorrow
example-delivery-done =
    ricejar delivery done 12 --left 10% --paid 630
    ricejar delivery done 12 --line rice 10 --line oil 2@0
example-delivery-edit =
    ricejar delivery edit 12 --line rice 10 --on fri
    ricejar delivery edit 12 --paid 600
example-delivery-miss = ricejar delivery miss 12 --next tomorrow --reason 'nobody at home'
example-delivery-return = ricejar delivery return C001 --line rice 5 --reason weevils
example-delivery-cancel = ricejar delivery cancel 12 --until 2026-05-01
example-delivery-move =
    ricejar delivery move 12 fri
    ricejar delivery move --days-off
example-delivery-list = ricejar delivery list --from 2026-03-01 --stage planned
example-tab-charge = ricejar tab charge C001 120 --note 'two bowls'
example-tab-pay = ricejar tab pay C001 500 --method cash
example-tab-refund = ricejar tab refund C001 50
example-tab-discount = ricejar tab discount C001 20 --note 'new year'
example-tab-write-off = ricejar tab write-off C001 80
example-tab-deposit =
    ricejar tab deposit C001 300 --note 'gas cylinder'
    ricejar tab deposit C001 300 --return
example-tab-agree = ricejar tab agree C001 240
example-day-show = ricejar day show yesterday
example-collect =
    ricejar collect
    ricejar collect tomorrow --area 竹巷 --format csv
example-day-close =
    ricejar day close --counted 1234
    ricejar day close --denominations 100x12,10x3 --reason 'a note too many'
example-day-list = ricejar day list
example-report-cash =
    ricejar report cash
    ricejar report cash --weeks 8 --format csv
example-report-margin = ricejar report margin --by customer --from 2026-01-01
example-report-value =
    ricejar report value
    ricejar report value --by area --of margin
    ricejar report value --as-of 2026-03-31 --format csv
example-report-pareto = ricejar report pareto --from 2026-01-01 --of margin
example-report-churn = ricejar report churn --weeks 8
example-report-sales =
    ricejar report sales --by product --from 2026-01-01
    ricejar report sales --by customer --format csv
example-tab-correct = ricejar tab correct C001 -15 --note 'typed 165 instead of 150'
example-tab-move =
    ricejar tab move 12 --to C002
    ricejar tab move 12 --amount 240 --on yesterday
example-tab-show = ricejar tab show C001
example-tab-why = ricejar tab why C001
example-tab-list = ricejar tab list --area Riverside
example-follow-up-add =
    ricejar follow-up add C001 'ask about the new rice' --on fri
    ricejar follow-up add C001 'check the gas hose' --on +30 --every '6 months'
example-follow-up-list = ricejar follow-up list --to today
example-follow-up-done = ricejar follow-up done 3 --outcome 'likes it'
example-follow-up-snooze = ricejar follow-up snooze 3 +7
example-follow-up-drop = ricejar follow-up drop 3
example-contact-add = ricejar contact add C001 --channel phone --text 'pays on Friday' --promise fri
example-contact-list = ricejar contact list --customer C001
example-promise-add = ricejar promise add C001 200 --by fri
example-promise-list = ricejar promise list --all
example-reminder-list =
    ricejar reminder list
    ricejar reminder list tomorrow --format csv
example-reminder-send =
    ricejar reminder send C001 --via phone
    ricejar reminder send --all --command
example-promise-drop = ricejar promise drop 4
example-ticket-sell =
    ricejar ticket sell C001 water 10 --free 1 --price 180
    ricejar ticket sell C001 water 10 --on-tab --expires 2027-03-01
example-ticket-list = ricejar ticket list --product water
example-ticket-refund = ricejar ticket refund C001 water 3
example-skip-add = ricejar skip add C001 rice --until 2026-05-01
example-skip-list = ricejar skip list
example-skip-remove = ricejar skip remove 2
example-complaint-add =
    ricejar complaint add C001 "weevils in the rice" --kind quality
    ricejar complaint add wu "deliver after six" --kind request --by +3
example-complaint-answer = ricejar complaint answer 1 --owner Ann --by fri
example-complaint-solve = ricejar complaint solve 1 --remedy "new sack" --discount 20 --cause "old stock"
example-complaint-close = ricejar complaint close 1 --satisfaction 4
example-complaint-reopen = ricejar complaint reopen 1
example-complaint-list =
    ricejar complaint list --open
    ricejar complaint list --kind quality --from 2026-01-01
example-complaint-show = ricejar complaint show 1
example-report-complaints = ricejar report complaints --from 2026-01-01
example-container-add = ricejar container add bottle --deposit 50 --price 80
example-container-edit = ricejar container edit bottle --price 90
example-container-list = ricejar container list
example-container-lend = ricejar container lend C001 2 --deposit
example-container-return = ricejar container return C001 1 --refund
example-container-lose = ricejar container lose C001 1
example-container-count = ricejar container count C001 3
example-container-holders = ricejar container holders --area north
example-price-set =
    ricejar price set rice 17 --from 2026-12-01
    ricejar price set rice 15 --customer C001 --from-quantity 50
example-price-list = ricejar price list --product rice
example-price-show = ricejar price show C001 rice 15
example-price-remove = ricejar price remove 2
example-today =
    ricejar today
    ricejar today --only collect --format csv
example-report-accuracy = ricejar report accuracy
example-report-buying = ricejar report buying --days 7
example-report-ageing =
    ricejar report ageing --as-of 2026-03-31
    ricejar report ageing --by delivery --area
example-statement =
    ricejar statement C001 --from 2026-02-01 --to 2026-02-28
    ricejar statement C001 -o statement.html --paper 80mm
    ricejar statement --all -o statements.html
example-receipt = ricejar receipt 12 -o receipt.html
example-journal = ricejar journal --customer C001
example-journal-show = ricejar journal show 42
example-undo =
    ricejar undo
    ricejar undo 42
example-redo = ricejar redo
example-export =
    ricejar export customers -o customers.csv
    ricejar export all -o backup-folder
    ricejar export ledger -o shop.journal     # then: hledger -f shop.journal check balancesheet
example-import =
    ricejar import customers.csv --into customers --dry-run
    ricejar import customers.csv --into customers
example-backup =
    ricejar backup shop-2026-03-27.ricejar
    ricejar backup --no-check shop-2026-03-27.ricejar
example-restore = ricejar restore shop-2026-03-27.ricejar
example-rescue = ricejar rescue rescued.ricejar --db damaged.ricejar
example-check = ricejar check
example-demo = ricejar demo sample.ricejar --customers 500 --deliveries 10000
example-completions =
    ricejar completions bash > ~/.local/share/bash-completion/completions/ricejar
    ricejar completions zsh > ~/.zfunc/_ricejar
    ricejar completions fish > ~/.config/fish/completions/ricejar.fish
example-man =
    ricejar man
    ricejar man tab
    ricejar man --dir ~/.local/share/man/man1
example-help =
    ricejar help delivery done
    ricejar help dates

# Topics of `ricejar help`.

topic-start =
    Without a command, ricejar opens its screens. With one, it prints and never asks.
    The notebook is one file; --db names it, and init creates it.

    More help: ricejar help COMMAND, or a topic: customers, dates, amounts, prices, sales,
    value, formats, columns, exit-codes. Manual pages: ricejar man.
topic-customers-heading = Customers and products
topic-customers =
    WHO is a customer: the code (C001), #id, a part of the name, its pinyin or initials, or
    some digits of the phone number. PRODUCT is a part of the name, its pinyin or initials,
    or #id. If more than one matches, the command lists them and changes nothing.
topic-dates-heading = Dates
topic-dates =
    DATE is one of:
      2026-03-27                    a full date
      today, tomorrow, yesterday    and 今天, 明天, 昨天
      +3, -2, in 3 days             counted from today
      fri, last fri                 a weekday
      25                            a day of the month
      27 Mar, 3月27日               a day of the year

    What was done lies in the past, so a date without its year is the last one; what is
    planned lies in the future, so it is the next one. 4/3 needs the order of the shop:
    ricejar shop set date-order mdy (or dmy). --as-of sets the date that counts as today.

    FROM..TO are two dates: 2026-04-01..2026-04-10.
topic-amounts-heading = Amounts and quantities
topic-amounts =
    MONEY is an amount in the currency of the shop: 1240, 1,240, ¥20, 20元.
    QTY is a quantity in the unit of the product: 15, 4.5, 3kg.
    LEVEL is a quantity, or a share of the jar: 4.5, 3/10, 30%, half, empty, full.
    Where a value can be removed, its word is none: --limit none.
topic-prices-heading = Prices
topic-prices =
    Which price a delivery is charged:
    1. A price of the customer's own comes before one for everybody.
    2. Of several, the one with the largest least quantity that the delivered quantity reaches.
    3. Of those, the newest that holds on the day of the delivery.
    4. Where none holds, the price of the product.

    A price set for a jar is the customer's own, without a day. product edit --price sets a price for
    everybody from today on. A planned delivery is priced on the day on which it is made; a recorded one
    keeps its price and its cost whatever changes later.
topic-sales-heading = Sales
topic-sales =
    Sales are the goods of deliveries that are done, at the prices charged on their days. A gift counts
    with its quantity and no revenue, returned goods reduce it, and a corrected delivery counts as
    corrected. Discounts, refunds, write-offs, deposits and corrections of a tab are no sales.

    The cost is that of the product when it was delivered. Where it was unknown it stays unknown:
    costed is the part of the revenue of which the cost is known, and the margin is what is left of
    that part. margin_percent is the margin in percent of it.
topic-value-heading = Customer value
topic-value =
    A purchase is a day on which goods were brought; deliveries of one day are one purchase, and a gift
    is one too. Goods that came back lower the money, and are no purchase. Customers who have left teach
    the models, and are not listed.

    simple_value = average_purchase x purchases_a_year x years: 100 x 4 x 8 = 3,200. It ranks customers;
    customers often buy less later, so it is no money to come. It is empty in the first four weeks.

    Money to come is estimated by two models that are fitted to all purchases of the shop: BG/NBD
    (Fader, Hardie and Lee 2005) for how often, and Gamma-Gamma (Fader and Hardie 2013) for how much.
    expected_purchases, p_purchase (the chance of any purchase) and expected_money look --weeks ahead;
    p_alive is the chance that the customer still buys at all, which is 1 for all who bought once: it is
    no ranking. discounted_money is the money of the next 12 months, less 1 % a month; per_customer is
    that of one customer of a group: acquiring another one may cost as much.

    Few purchases teach little, so a small shop starts from usual ones: the logarithms of the parameters
    are normal about r 1, alpha 6 weeks, a 0.8, b 2.4, p 6, q 4 and a scale that gives the shop's average
    purchase, with a standard deviation of 0.7. Their weight falls in a straight line to nothing at 200
    customers who bought again. report value --parameters shows the models and that weight.

    With --of margin money is multiplied by the part of the revenue that is left after the cost, by the
    sales of which the cost is known; it is empty where none is known.

    rfm are quintiles from 1 to 5 (best): by the last purchase, the number of repeat purchases and the
    money spent. A customer's rhythm is their mean number of days between purchases: the risk is low up
    to 1.5 times it, medium up to 3, then high. report churn lists who is beyond it once, the most money
    at risk first: a year's spending if they still buy x the chance of no purchase in --weeks.
topic-formats-heading = Formats
topic-formats =
    --format table    for people, in their language
    --format csv      for spreadsheets (RFC 4180, UTF-8; export --bom adds a byte order mark)
    --format json     one array of objects
    --format jsonl    one object on each line
    --format html     a page to print; statements and receipts only
    --format hledger  double-entry books of the tabs; export ledger only

    Every list has the same rows in the same order in every format. In csv and json the
    names of columns are English, dates are 2026-03-27 and numbers have no separators.
    A table is measured first: it comes when its last row is known, and until then a long one
    is kept in a temporary file. The other formats come row by row.
    -o FILE writes to a file, completely or not at all. A command that changes something
    answers in JSON with the line of the journal, the ids and the notes.
topic-columns = Columns of the lists that can be exported and imported. A list that is shown has other columns; its first line in CSV names them.
topic-exit-codes =
    Exit codes:
      0      done
      1      refused by a rule of the shop, not found, or something was found by a check
      2      a mistake in the command
      3      a file cannot be read or written
      4      done, but the message about it could not be written
      128+n  ended by signal n

usage-no-help = There is no command or topic “{ $text }”.
    .hint = ricejar --help lists the commands; topics: customers, dates, amounts, prices, sales, value, formats, columns, exit-codes.

# Manual pages.

man-name = Name
man-synopsis = Synopsis
man-description = Description
man-options = Options
man-global-options = Global options
man-commands = Commands
man-examples = Examples
man-exit-status = Exit status
man-environment = Environment
man-environment-text =
    RICEJAR_DB      the notebook's file
    RICEJAR_CONFIG  the configuration file
    RICEJAR_TODAY   the date that counts as today
    RICEJAR_BY      who makes the change, for the journal
    RICEJAR_LANG    the language, en or zh-CN; else LC_ALL, LC_MESSAGES, LANG
    NO_COLOR        no colour, unless --color always
man-files = Files
man-files-text =
    ~/.local/share/ricejar/notebook.ricejar  the notebook (Linux; elsewhere the folder for data)
    ~/.config/ricejar/config.toml            the configuration: theme, language, keys
man-see-also = See also
man-written = Manual pages written to { $file }
