# The words of the shop: what an enum's variant is called, and how days are written.

# A weekday, a month and a day, short.
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
weekday-narrow-mon = Mo
weekday-narrow-tue = Tu
weekday-narrow-wed = We
weekday-narrow-thu = Th
weekday-narrow-fri = Fr
weekday-narrow-sat = Sa
weekday-narrow-sun = Su
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
day = { $weekday } { $number } { $month } { $year }
day-short = { $number } { $month }
day-of-year = { $day } { $year }
day-of-week = { $weekday } { $day }
months-alike = the same all year
months-so-far = { $count } of 12 months
payday-next = = { $rule }: next { $day }

kind-household = household
kind-business = business

channel-visit = visit
channel-phone = phone
channel-message = message
channel-email = email

consent-unknown = not asked
consent-phone-message-email = phone, message, email
consent-phone-message = phone, message
consent-phone-email = phone, email
consent-message-email = message, email
consent-phone = phone
consent-message = message
consent-email = email
consent-none = no channel

language-english = English
language-chinese = Chinese

urgency-window-open = window open
urgency-look-first = look first
urgency-at-risk = at risk
urgency-planned-too-late = planned too late
missed-late = missed its day
urgency-late = late
stage-planned = planned
stage-done = done
stage-missed = missed
stage-cancelled = cancelled

rest-replan = next delivery day
rest-drop = not wanted

follow-up-stage-open = open
follow-up-stage-done = done
follow-up-stage-dropped = dropped

# What a follow-up made by a rule of the shop asks for.
follow-up-rule-first-delivery = Ask how the first delivery was
follow-up-rule-promise = Promised to pay
promised-to-pay = Promised to pay on { $day }
promised-to-pay-amount = Promised to pay { $amount } on { $day }
promise-standing-amount = promised { $day }: { $amount }
promise-broken-amount = broke { $day }: { $amount }
promise-standing = promised { $day }
promise-broken = broke { $day }
follow-up-rule-birthday = Birthday
follow-up-rule-silent = No word since the jar ran out
follow-up-rule-reminder = Remind of what is due
follow-up-rule-complaint = Complaint
follow-up-rule-return-visit = Ask whether the complaint is solved well

complaint-stage-open = open
complaint-stage-working = working
complaint-stage-solved = solved
complaint-stage-closed = closed
complaint-in-words = { $about }: { $text } ({ $state })
complaint-remedied = { $stage }: { $remedy }
complaint-group-all = all
complaint-group-kind = kind
complaint-group-product = product
complaint-group-cause = cause
complaint-group-customer = customer

entry-charge = charge
entry-payment = payment
entry-refund = refund
entry-discount = discount
entry-write-off = write-off
entry-deposit = deposit
entry-agreement = agreement
ticket-sold = sold
ticket-used = used
ticket-refunded = refunded
entry-return = returned goods
entry-correction = correction
entry-opening = opening balance

move-opening = opening stock
move-received = received
move-counted = counted

direction-do = done
direction-undo = undone
direction-redo = redone

# What a sentence is about; it stands after "the" or "a".
thing-customer = customer
thing-product = product
thing-jar = jar
thing-reading = reading
thing-delivery = delivery
thing-entry = entry
thing-follow-up = follow-up
thing-contact = contact
thing-promise = promise
thing-day-close = closed day
thing-skip = skip
thing-complaint = complaint
thing-remedy = remedy
thing-tickets = number of tickets
thing-container = container
thing-price = price
thing-action = journal line
thing-area = area
thing-code = code
thing-phone = phone number
thing-tag = tag
thing-address = address
thing-door-note = door note
thing-note = note
thing-reason = reason
thing-outcome = outcome
thing-method = payment method
thing-reference = reference
thing-kind = kind
thing-text = text
thing-amount = amount
thing-quantity = quantity
thing-name = name
thing-unit = unit
thing-days = number of days
thing-people = number of people
thing-rate = rate
thing-tick = line of the checklist
thing-day = day
thing-next-day = next day
thing-weekdays = weekdays
thing-currency = currency

# When somebody is paid.
payday-ordinal = { $n ->
        [1] 1st
        [2] 2nd
        [3] 3rd
        [21] 21st
        [22] 22nd
        [23] 23rd
        [31] 31st
       *[other] { $n }th
    }
payday-and = {", "}
payday-days = { $days }
payday-last = { $minus ->
        [0] month end
        [one] one day before month end
       *[other] { $minus } days before month end
    }
payday-nth = { $n ->
        [1] 1st
        [2] 2nd
        [3] 3rd
       *[other] { $n }th
    } { $weekday }
payday-last-weekday = last { $weekday }
payday-weeks = { $every ->
        [one] every { $weekday }
       *[other] every { $every } weeks, { $weekday }
    }
payday-every = { $every ->
        [one] every day
       *[other] every { $every } days
    }
repeat-every-days = { $count ->
        [one] every day
       *[other] every { $count } days
    }
repeat-every-weeks = { $count ->
        [one] every week
       *[other] every { $count } weeks
    }
repeat-every-months = { $count ->
        [one] every month
       *[other] every { $count } months
    }
repeat-every-years = { $count ->
        [one] every year
       *[other] every { $count } years
    }
repeat-after-days = { $count ->
        [one] a day after it was done
       *[other] { $count } days after it was done
    }
repeat-after-weeks = { $count ->
        [one] a week after it was done
       *[other] { $count } weeks after it was done
    }
repeat-after-months = { $count ->
        [one] a month after it was done
       *[other] { $count } months after it was done
    }
repeat-after-years = { $count ->
        [one] a year after it was done
       *[other] { $count } years after it was done
    }
payday-from = { $rule } from { $from }
payday-before = { $rule } or workday before
payday-after = { $rule } or workday after

# Words in tables; files have the stable names.
flag-yes = yes
flag-no = no
reading-kind-seen = seen
reading-kind-rough = rough
reading-kind-enough = enough
run-out-late = late
run-out-used-more = used more
proposal-reason-late = late
proposal-reason-at-risk = at risk
proposal-reason-empty = likely empty
proposal-reason-last = last safe day
proposal-reason-full = last safe day full
proposal-reason-payday = payday
proposal-reason-beside = others nearby
proposal-reason-quiet = quiet day
errand-usual = usual
errand-smaller = smaller
errand-look = look

# The figures of a day.
till-money = money
till-expected = expected in the till
till-counted = counted
till-difference = difference
till-charged = charged
till-collected = collected
till-delivered = delivered
till-corrected = later corrections
collect-payday = payday
collect-due = due
collect-late = late
collect-promised = promised
collect-broken = promise broken
promise-state-open = open
promise-state-kept = kept
promise-state-broken = broken
promise-state-late = kept late
promise-state-dropped = dropped
