# What was done: the lines of the journal, and what undo and redo announce.

took-back = Taken back: { $deed }
did-again = Done again: { $deed }
import-no-rows = Nothing to read in: the file has no rows below its header.
nothing-to-change = Nothing to change: it is like that already.

# What is said in passing behind a sentence.
aside = { " " }({ $text })

action-shop-set = { $subject ->
        [name] The shop's name
        [currency] The currency
        [language] The language
        [service-level] The service level
        [grace-days] The days of grace
        [delivery-days] The delivery weekdays
        [holidays] The list of holidays
        [areas] The list of areas
        [carry] What the shop carries in a day
        [several] Some rules of the shop
       *[other] { $subject }
    } set{ $aside }
# Of several rules that were set, one with its new value.
rule-set = { $rule ->
        [name] name
        [currency] currency
        [language] language
        [service-level] service level
        [grace-days] days of grace
        [delivery-days] delivery weekdays
        [holidays] holidays
        [areas] areas
        [carry] carried in a day
       *[other] { $rule }
    } { $value }
between-rules = { "; " }
action-customer-added = { $subject } written down{ $aside }
action-customer-edited = { $subject } changed{ $aside }
action-customer-left = { $subject } left on { $day }{ $aside }
action-customer-returned = { $subject } buys again
action-customer-away = { $count ->
        [0] { $subject }
        [one] One person of { $subject }
       *[other] { $count } people of { $subject }
    } away { $period }
action-household-changed = { $subject }: { $count ->
        [one] one person
       *[other] { $count } people
    } from { $day }
action-product-added = Product { $subject } written down
action-product-edited = Product { $subject } changed{ $aside }
action-stock-ordered = { $quantity } { $unit } of { $subject } on order
action-stock-received = { $quantity } { $unit } of { $subject } received
action-stock-counted = Stock of { $subject } counted, off by { $quantity } { $unit }
action-jar-set = { $subject }: jar of { $product } agreed
action-jar-read = { $subject }: { $quantity } { $unit } of { $product } left on { $day }
action-delivery-planned = Delivery to { $subject } planned for { $day }{ $aside }
action-proposals-planned = { $count ->
        [0] No proposed delivery planned
        [one] One proposed delivery planned
       *[other] { $count } proposed deliveries planned
    }
action-delivery-done = Delivered to { $subject } for { $amount }{ $aside }
action-delivery-missed = Delivery to { $subject } missed, next try on { $day }{ $aside }
action-delivery-cancelled = Delivery to { $subject } on { $day } cancelled{ $aside }
action-delivery-moved = Delivery to { $subject } moved to { $day }
action-entry-charge = { $subject } charged { $amount }{ $aside }
action-entry-payment = { $subject } paid { $amount }{ $aside }
action-entry-refund = { $subject } got { $amount } back{ $aside }
action-entry-discount = { $subject } let off { $amount }{ $aside }
action-entry-write-off = { $subject }: { $amount } written off{ $aside }
action-entry-deposit = { $subject }: deposit of { $amount } received{ $aside }
action-entry-deposit-returned = { $subject }: deposit of { $amount } returned{ $aside }
action-entry-correction = { $subject }: tab corrected by { $amount }{ $aside }
action-entry-opening = { $subject }: opening balance of { $amount }{ $aside }
action-follow-up-added = Follow-up for { $subject } on { $day }{ $aside }
action-follow-up-done = Follow-up for { $subject } done{ $aside }
action-follow-up-snoozed = Follow-up for { $subject } put off to { $day }{ $aside }
action-follow-up-dropped = Follow-up for { $subject } dropped{ $aside }
action-contact-added = Contact with { $subject }{ $aside }
action-imported = { $count ->
        [one] One row
       *[other] { $count } rows
    } of { $subject } read in{ $aside }
action-together = { $subject ->
        [follow-up-added] { $count } follow-ups written down
        [follow-up-done] { $count } follow-ups done
        [follow-up-snoozed] { $count } follow-ups put off
        [follow-up-dropped] { $count } follow-ups dropped
        [contact-added] { $count } contacts written down
        [delivery-planned] { $count } deliveries planned
        [delivery-done] { $count } deliveries done for { $amount }
        [delivery-missed] { $count } deliveries missed
        [delivery-cancelled] { $count } deliveries cancelled
        [delivery-moved] { $count } deliveries moved
        [entry-payment] { $count } payments of { $amount } in all
       *[other] { $count } things done at once
    }{ $aside }

# What came of it.
note-customer = The code is { $code }.
note-alike = The same name or telephone is known already: { $customers }.
note-balance = Owes { $amount } now.
note-credit = Has paid { $amount } ahead.
note-even = The tab is even now.
note-held = Deposits held: { $amount }.
note-due = The oldest debt is due on { $day }.
note-over-limit = The tab is at { $balance }; { $limit } was agreed as the most.
note-repeated = { $count ->
        [one] One row was here already, by its external reference, and was left out.
       *[other] { $count } rows were here already, by their external references, and were left out.
    }
note-contradicting = { $count ->
        [one] One row was left out: its external reference is known, but the row differs from what is here (line { $lines }).
       *[other] { $count } rows were left out: their external references are known, but the rows differ from what is here (lines { $lines }).
    }
note-same-name = { $count ->
        [one] One row has the name of another customer, and no telephone tells whether they are one person: { $rows }.
       *[other] { $count } rows have the name of another customer, and no telephone tells whether they are one person: { $rows }.
    }
note-same-name-row = line { $line } ({ $customer })
note-entries-alike = { $count ->
        [one] One entry repeats one from before: the same customer, day, kind, amount and note (line { $lines }).
       *[other] { $count } entries repeat others from before: the same customer, day, kind, amount and note (lines { $lines }).
    }
note-empty-on = { $product }: empty on about { $likely }, safe until { $safe }.
note-planned = Delivery { $id } is planned for { $day }.
note-not-brought = { $quantity } of { $product } was not brought and is not planned.
note-stock-left = { $quantity } of { $product } left in the store room.
note-follow-up = Follow-up { $id } is due on { $day }.

# Why a jar is forecast as it is.
why-unknown = Nothing was seen or brought yet, or nobody knows how fast { $product } is used: no forecast.
why-seen = { $level } in the jar on { $day }, as seen at the time.
why-seen-by = { $level } in the jar on { $day }, as { $by } saw.
why-estimated = About { $level } in the jar on { $day }; nobody looked.
why-level = About { $level } left now.
why-people = { $count ->
        [one] One person eats from it.
       *[other] { $count } people eat from it.
    }
why-every = Brought every { $days ->
        [one] day
       *[other] { $days } days
    }, as agreed.
why-pinned = { $rate } a day, set by hand.
why-declared = { $rate } a day, from what they say they use in a month.
why-appetite = { $rate } a day, from the people and what people like them use.
why-learned = { $rate } a day, learned from { $count ->
        [one] one interval
       *[other] { $count } intervals
    }.
why-others = { $rate } a day, as others like them use.
why-others-factory = Others like them are thought to use { $rate } a day; { $worth ->
        [0] that counts for little.
        [one] that counts as much as one interval of their own.
       *[other] that counts as much as { $worth } intervals of their own.
    }
why-others-shop = Others like them use { $rate } a day ({ $jars ->
        [one] one jar
       *[other] { $jars } jars
    }); { $worth ->
        [0] that counts for little.
        [one] that counts as much as one interval of their own.
       *[other] that counts as much as { $worth } intervals of their own.
    }
why-changed = Since { $since } they use { $after } a day, not { $before }: { $count } intervals in a row say so. Accept it or pin a rate.
why-away = { $count ->
        [0] Everybody
        [one] One person
       *[other] { $count } people
    } away from { $from } to { $to }.
why-empty = Empty on about { $likely } ({ $low } to { $high }).
why-this-day = This day
chosen-late = It is late: it should have come before, and this is the next delivery day.
chosen-last = It is the last safe day.
chosen-full = The last safe day, { $until }, is too full to carry it.
chosen-payday = They are paid on that day.
chosen-beside = { $count ->
        [one] One other in the area is visited that day.
       *[other] { $count } others in the area are visited that day.
    }
chosen-quiet = There is less to do on that day.
chosen-window = It could come from { $from } to { $until }.
why-safe = Safe until { $safe }.
why-window = Bring it between { $earliest } and { $latest }.
why-by = Bring it by { $latest }.
why-on-call = They call when they need more.
