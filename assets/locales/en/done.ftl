# What was done: the lines of the journal, and what undo and redo announce.

took-back = Undone: { $deed }
did-again = Redone: { $deed }
nothing-to-change = Nothing to change: it is already like that.
import-no-rows = Nothing to read in: the file has no rows below its header.

# Text in brackets after a sentence.
aside = { " " }({ $text })

action-shop-set = { $subject ->
        [name] The shop's name
        [currency] The currency
        [language] The language
        [service-level] The accepted risk of an empty jar
        [grace-days] The grace days
        [delivery-days] The delivery weekdays
        [holidays] The list of holidays
        [areas] The list of areas
        [carry] The daily capacity
        [date-order] The date order
        [rules-off] The rules switched off
        [credit-limit] The credit limit of the shop
        [address] The address on papers
        [phone] The telephone on papers
        [payment-qr] The payment code on papers
        [ageing] The ages of debts
        [methods] The methods of payment
        [reminders] The steps of reminding
        [tickets-valid] The validity of tickets
        [complaint-kinds] The kinds of complaints
        [several] Some rules of the shop
       *[other] { $subject }
    } set{ $aside }
# Of several rules that were set, one with its new value.
rule-set = { $rule ->
        [name] name
        [currency] currency
        [language] language
        [service-level] accepted risk of an empty jar
        [grace-days] grace days
        [delivery-days] delivery weekdays
        [holidays] holidays
        [areas] areas
        [carry] daily capacity
        [date-order] date order
        [rules-off] rules switched off
        [credit-limit] credit limit of the shop
        [address] address on papers
        [phone] telephone on papers
        [payment-qr] payment code on papers
        [ageing] ages of debts
        [methods] methods of payment
        [reminders] steps of reminding
        [tickets-valid] validity of tickets
        [complaint-kinds] kinds of complaints
       *[other] { $rule }
    } { $value }
between-rules = { "; " }
action-customer-added = { $subject } added{ $aside }
action-customer-edited = { $subject } changed{ $aside }
action-customer-left = { $subject } left on { $day }{ $aside }
action-customer-returned = { $subject } is a customer again
action-customer-away = { $count ->
        [0] { $subject }
        [one] One person of { $subject }
       *[other] { $count } people of { $subject }
    } away { $period }
action-household-changed = { $subject }: { $count ->
        [one] one person
       *[other] { $count } people
    } from { $day }
action-product-added = Product { $subject } added
action-product-edited = Product { $subject } changed{ $aside }
action-stock-ordered = { $quantity } of { $subject } on order
action-stock-received = { $quantity } of { $subject } received
action-stock-counted = Stock of { $subject } counted, off by { $quantity }
action-jar-set = { $subject }: { $product } jar set
action-jar-read = { $subject }: { $quantity } of { $product } left on { $day }
action-jar-read-enough = { $subject }: still enough { $product } on { $day }
action-delivery-planned = Delivery to { $subject } planned for { $day }{ $aside }
action-proposals-planned = { $count ->
        [0] No proposed delivery planned
        [one] One proposed delivery planned
       *[other] { $count } proposed deliveries planned
    }
action-delivery-done = Delivered to { $subject } for { $amount }{ $aside }
action-delivery-missed = Delivery to { $subject } missed, next try on { $day }{ $aside }
action-delivery-cancelled = Delivery to { $subject } on { $day } cancelled{ $aside }
action-delivery-edited = Delivery to { $subject } on { $day } changed{ $aside }
action-delivery-edited-corrected = Delivery to { $subject } on { $day } corrected, tab by { $amount }{ $aside }
action-goods-returned = { $subject } returned goods for { $amount }{ $aside }
action-delivery-moved = Delivery to { $subject } moved to { $day }
action-entry-charge = { $subject } charged { $amount }{ $aside }
action-entry-payment = { $subject } paid { $amount }{ $aside }
action-entry-refund = { $subject } refunded { $amount }{ $aside }
action-entry-discount = { $subject } discounted { $amount }{ $aside }
action-entry-write-off = { $subject }: { $amount } written off{ $aside }
action-entry-deposit = { $subject }: deposit of { $amount } received{ $aside }
action-entry-deposit-returned = { $subject }: deposit of { $amount } returned{ $aside }
action-entry-agreement = { $subject } agreed to owe { $amount }{ $aside }
action-entry-return = { $subject }: goods returned for { $amount }{ $aside }
action-entry-correction = { $subject }: tab corrected by { $amount }{ $aside }
action-entry-opening = { $subject }: opening balance of { $amount }{ $aside }
action-follow-up-added = Follow-up for { $subject } on { $day }{ $aside }
action-follow-up-done = Follow-up for { $subject } done{ $aside }
action-follow-up-snoozed = Follow-up for { $subject } postponed to { $day }{ $aside }
action-follow-up-dropped = Follow-up for { $subject } dropped{ $aside }
action-contact-added = Contact with { $subject }{ $aside }
action-product-retired = { $subject } retired on { $day }
action-product-restored = { $subject } on sale again
action-promise-added = { $subject } promises { $amount } by { $day }
action-promise-added-all = { $subject } promises everything due by { $day }
action-reminder-sent = { $subject } reminded of { $amount }, { $product }{ $aside }
action-skip-added = { $subject }: { $product } skipped until { $day }{ $aside }
action-skip-removed = { $subject }: skip until { $day } removed
action-complaint-added = { $subject } complains ({ $product }){ $aside }
action-complaint-added-promised = { $subject } complains ({ $product }), solution promised by { $day }{ $aside }
action-complaint-answered = Complaint of { $subject } answered{ $aside }
action-complaint-answered-promised = Complaint of { $subject } answered, solution promised by { $day }{ $aside }
action-complaint-solved = Complaint of { $subject } solved: { $product }{ $aside }
action-complaint-solved-discounted = Complaint of { $subject } solved: { $product }, with a discount of { $amount }{ $aside }
action-complaint-closed = Complaint of { $subject } closed{ $aside }
action-complaint-closed-asked = Complaint of { $subject } closed, satisfaction: { $product }{ $aside }
action-complaint-reopened = Complaint of { $subject } reopened{ $aside }
action-entry-moved = Entry corrected: { $subject }, { $amount } on { $day }{ $aside }
action-tickets-sold = { $subject } bought { $quantity } tickets for { $product } for { $amount }{ $aside }
action-tickets-refunded = { $subject } returned { $count ->
        [one] one ticket
       *[other] { $count } tickets
    } for { $product }: { $amount }
tickets-until = until { $day }
tickets-left = { $count ->
        [0] No tickets for { $product } left
        [one] 1 ticket for { $product } left
       *[other] { $count } tickets for { $product } left
    }
tickets-left-until = { $count ->
        [one] 1 ticket for { $product } left, until { $day }
       *[other] { $count } tickets for { $product } left, the first until { $day }
    }
tickets-soon = {" "}(soon)
tickets-expired = ; { $count } expired
note-tickets-used = { $count ->
        [one] Paid with 1 ticket for { $product }.
       *[other] Paid with { $count } tickets for { $product }.
    }
note-tickets-left = { $tickets }.
note-tickets-refunded = { $free ->
        [0] { $paid } paid tickets are worth { $amount }.
        [one] { $paid } paid tickets are worth { $amount }, the free one nothing.
       *[other] { $paid } paid tickets are worth { $amount }, the { $free } free ones nothing.
    }
note-tickets-unpaid = { $amount } of it is taken off the tab, because the tickets were not paid.
action-container-added = Container { $subject } added
action-container-edited = Container { $subject } edited
action-containers-moved = { $quantity } lent to { $subject }{ $aside }
action-containers-moved-returned = { $subject } returned { $quantity }{ $aside }
action-containers-moved-lost = { $subject } lost { $quantity }{ $aside }
action-containers-moved-counted = { $subject } holds { $quantity } by count
containers = { $count } { $container }
containers-since = { $containers } since { $day }
containers-deposit = deposit { $amount }
containers-paid-back = { $amount } of the deposit paid back
containers-kept = { $amount } of the deposit kept
containers-charged = { $amount } charged
container-lost = lost
action-price-set = { $product }: { $amount } a unit from { $day }{ $aside }
action-price-set-from-quantity = { $product }: { $amount } a unit for { $quantity } and more from { $day }{ $aside }
action-price-set-ended = { $product }: price ends before { $day }{ $aside }
action-price-removed = { $product }: price from { $day } removed{ $aside }
action-day-closed = { $day } closed: { $amount } counted{ $aside }
action-day-closed-differing = { $day } closed: { $amount } counted, a difference of { $quantity }{ $aside }
action-imported = { $count ->
        [one] One row
       *[other] { $count } rows
    } of { $subject } imported{ $aside }
action-together = { $subject ->
        [follow-up-added] { $count } follow-ups added
        [follow-up-done] { $count } follow-ups done
        [follow-up-snoozed] { $count } follow-ups postponed
        [follow-up-dropped] { $count } follow-ups dropped
        [contact-added] { $count } contacts recorded
        [product-retired] { $count } products retired
        [product-restored] { $count } products on sale again
        [promise-added] { $count } promises
        [reminder-sent] { $count } reminders of { $amount } in all
        [tickets-sold] { $count } books of tickets sold for { $amount }
        [tickets-refunded] tickets refunded { $count } times, { $amount } in all
        [entry-moved] { $count } entries corrected
        [price-set] { $count } prices set
        [skip-added] { $count } skips added
        [complaint-added] { $count } complaints added
        [complaint-answered] { $count } complaints answered
        [complaint-solved] { $count } complaints solved
        [complaint-closed] { $count } complaints closed
        [containers-moved] { $count } exchanges of containers
        [delivery-planned] { $count } deliveries planned
        [delivery-done] { $count } deliveries done for { $amount }
        [delivery-missed] { $count } deliveries missed
        [delivery-cancelled] { $count } deliveries cancelled
        [delivery-edited] { $count } deliveries changed
        [delivery-moved] { $count } deliveries moved
        [entry-payment] { $count } payments of { $amount } in all
       *[other] { $count } changes at once
    }{ $aside }

# What came of it.
note-customer = Code: { $code }.
note-alike = The same name or phone number already exists: { $customers }.
note-balance = Owes { $amount } now.
note-credit = Has prepaid { $amount }.
note-even = The tab is settled.
note-due = The oldest charge is due on { $day }.
note-over-limit = The tab is at { $balance }, over the credit limit of { $limit }.
note-unlisted-methods = Methods of payment that are not on the list of the shop: { $methods }.
note-held = Deposits held: { $amount }.
note-holds-still = Still holds { $held }.
note-holds = Holds { $containers } now.
note-repeated = { $count ->
        [one] One row was skipped: its external reference already exists.
       *[other] { $count } rows were skipped: their external references already exist.
    }
note-contradicting = { $count ->
        [one] One row was skipped: its external reference already exists, but with different values (line { $lines }).
       *[other] { $count } rows were skipped: their external references already exist, but with different values (lines { $lines }).
    }
note-same-name = { $count ->
        [one] One row has the name of another customer, and no telephone tells whether they are one person: { $rows }.
       *[other] { $count } rows have the name of another customer, and no telephone tells whether they are one person: { $rows }.
    }
note-same-name-row = line { $line } ({ $customer })
note-entries-alike = { $count ->
        [one] One entry repeats an earlier one: the same customer, day, kind, amount and note (line { $lines }).
       *[other] { $count } entries repeat earlier ones: the same customer, day, kind, amount and note (lines { $lines }).
    }
note-empty-on = { $product }: runs out about { $likely }, safe until { $safe }.
note-planned = Delivery { $id } is planned for { $day }.
note-planned-already = { $count ->
    [one] One stop was planned already.
   *[other] { $count } stops were planned already.
}
note-nobody-there = { $name } is away from { $from } to { $to }: nobody is there on that day.
note-day-off = The shop does not deliver on { $day }.
note-holiday = { $day } is a day off: { $holiday }.
note-not-their-day = { $day } is not a day for { $name }: { $weekdays }.
note-planned-too-late = { $product } likely runs out on { $likely }, before this delivery.
note-planned-while-away = Planned while they are away: { $deliveries }.
note-planned-while-skipped = Planned all the same: { $deliveries }. Cancel or move it.
note-skipped-then = { $product } is not wanted until { $until } has passed.
note-retired-left-out = { $product } was retired and is left out.
note-look-first = { $count ->
    [one] One stop is not planned, because the jar is looked into first: { $customers }.
   *[other] { $count } stops are not planned, because the jars are looked into first: { $customers }.
}
note-planned-on-days-off = { $count ->
    [one] One delivery is planned for a day off: { $deliveries }. Move it with “ricejar delivery move --days-off”.
   *[other] { $count } deliveries are planned for days off: { $deliveries }. Move them with “ricejar delivery move --days-off”.
}
note-plan-replaced = This replaces the { $quantity } of { $product } planned for that day before.
note-not-brought = { $quantity } of { $product } was not delivered and is not planned.
note-one-off = { $product }: one-off, not followed.
note-bought-again = { $product }: bought { $times } times, every { $days ->
        [one] day
       *[other] { $days } days
    }: follow it? “ricejar jar set { $code } { $product }” does.
note-stock-left = { $quantity } of { $product } left in stock.
note-skipped = Not proposed again until { $until } has passed; `skip remove { $id }` ends this.
note-complained = Complaint { $id }: answer with complaint answer { $id }, solve with complaint solve { $id }.
note-complained-again = This customer has complained { $times } times within { $days } days.
note-usual-appetite = An adult is assumed to use { $each } a day. Edit the product to set another appetite, or none.
note-still-open = { $jars ->
    [0] No jar is agreed for it.
    [one] One jar of it is no longer forecast.
   *[other] { $jars } jars of it are no longer forecast.
    } { $planned ->
    [0] No planned delivery brings it.
    [one] One planned delivery still brings it.
   *[other] { $planned } planned deliveries still bring it.
    }
note-promise-kept = The promise to pay on { $day } is kept.
note-follow-up = Follow-up { $id } is due on { $day }.

# Why a customer owes what they owe.
why-owed = { $entry } of { $amount } on { $day }, all of it open. Due { $due }{ $late ->
    [0] .
    [one] , { $late } day late.
   *[other] , { $late } days late.
}
why-owed-partly = { $entry } of { $amount } on { $day }, { $open } of it open. Due { $due }{ $late ->
    [0] .
    [one] , { $late } day late.
   *[other] , { $late } days late.
}
why-owed-credit = { $amount } is paid ahead.
why-owed-promise = The customer { $promise }.
payment-record = On time { $kept } of { $times } times{ $late ->
    [0] { "" }
    [one] , otherwise one day late on average
   *[other] , otherwise { $late } days late on average
    }.
# Grades and their sum: at most 100, never below 0.
trust = { $grade }, { $total } of 100 points
trust-sum = Trust { $grade }, { $total } of 100 points: { $on_time } for paying on time, -{ $late } for days late, -{ $promises } for broken promises, +{ $years } for years with a tab.
why-owed-payday = Payday: { $payday }.

# Why a jar is forecast as it is.
why-retired = { $product } was retired on { $day }: its jar is not forecast any more.
why-unknown = No reading or delivery yet, or no known rate of use for { $product }: no forecast.
why-seen = { $level } in the jar on { $day }, as checked.
why-seen-by = { $level } in the jar on { $day }, checked by { $by }.
why-seen-brought = { $level } in the jar as checked on { $day }, then { $brought } was brought.
why-seen-brought-by = { $level } in the jar as checked on { $day } by { $by }, then { $brought } was brought.
why-estimated = About { $level } in the jar on { $day }. Not checked.
why-level = About { $level } left now.
why-people = { $count ->
        [one] One person uses it.
       *[other] { $count } people use it.
    }
why-every = Delivered every { $days ->
        [one] day
       *[other] { $days } days
    }, as agreed.
why-rate-one = { $rate } a day: { $parts }.
why-rate = { $rate } a day, weighed from { $parts }.
why-part = { $rate } ({ $share }%: { $source })
why-part-pinned = set by hand
why-part-declared = they state { $monthly } a month
why-part-people = { $heads ->
        [1] one adult at { $each }
       *[other] counted as { $heads } adults at { $each } each
    }
why-part-people-share = { $heads ->
        [1] one adult
       *[other] counted as { $heads } adults
    }
why-part-others = { $jars ->
        [one] one similar jar
       *[other] { $jars } similar jars
    }
why-part-assumed = assumed of similar customers
why-part-learned = { $count ->
        [one] one interval of their own
       *[other] { $count } intervals of their own
    }
why-part-brought = { $count ->
        [one] one interval of their own
       *[other] { $count } intervals of their own
    }, { $weeks ->
        [one] one week
       *[other] { $weeks } weeks
    } of it by what was brought
why-capped = The newest interval alone would make it { $rate } a day; one interval moves a rate by a quarter at most.
why-changed = Since { $since } they use { $after } a day instead of { $before }, in { $count } intervals in a row. Accept the change or pin a rate.
why-away = { $count ->
        [0] Everybody
        [one] One person
       *[other] { $count } people
    } away from { $from } to { $to }.
why-empty = Runs out about { $likely } (between { $low } and { $high }).
why-this-day = Why this day
chosen-late = It is late: the jar is likely empty; this is the next delivery day.
chosen-at-risk = The last safe day has passed; this is the next delivery day.
chosen-empty = The jar is likely empty.
chosen-last = It is the last safe day.
chosen-full = The last safe day, { $until }, is fully loaded.
chosen-payday = It is their payday.
chosen-beside = { $count ->
        [one] One other stop in the area is on that day.
       *[other] { $count } other stops in the area are on that day.
    }
chosen-quiet = There is less to deliver on that day.
chosen-window = Any day from { $from } to { $until } would do.
why-safe = Safe until { $safe }.
why-skipped = { $product } { $skip }.
own-price = { $product } { $price } a { $unit }
own-price-ends = { $product } at the usual price
own-price-least = from { $least } on
own-price-from = from { $day }
why-price-own = Price { $price } a { $unit }: the customer's own.
why-price-own-least = Price { $price } a { $unit }: the customer's own from { $least } on.
why-price-general = Price { $price } a { $unit }: the one set for everybody.
why-price-general-least = Price { $price } a { $unit }: the one for everybody from { $least } on.
why-tickets = Prepaid: { $tickets }.
skipped = skipped until { $until }
skipped-because = skipped until { $until }: { $reason }
skip-all-jars = all jars
why-window = Deliver between { $earliest } and { $latest }.
why-by = Deliver by { $latest }.
why-late = Late: it was likely empty on { $likely }.
why-late-planned = Late: it was planned for { $planned }.
why-at-risk = At risk: the last day to deliver was { $latest }; the chance that it is empty is above { $chance }.
why-at-risk-planned = At risk: it is planned for { $planned }, after the last day to deliver ({ $latest }).
why-too-late = Planned too late: it is planned for { $planned }, and likely empty on { $likely }.
why-look-room = Look first: on { $on } about { $level } of { $capacity } is left. { $fits } fits, less than half of the usual { $usual }.
why-look-pack = Look first: on { $on } about { $level } of { $capacity } is left. { $fits } fits, and not one pack of { $pack }.
why-look-unsure = Look first: on { $on } about { $level } is left, give or take { $sd }. A look or a call saves about { $value } visits and costs { $cost }.
why-smaller = Smaller quantity: on { $on } about { $level } of { $capacity } is left, so { $fits } fits instead of { $usual }.
why-silent = Not proposed: nobody has heard from them since { $since }. Ask first: the follow-up is on Today.
why-on-call = They call when they need more.
