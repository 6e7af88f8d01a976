# What was done: the lines of the journal, and what undo and redo announce.

took-back = Taken back: { $deed }
did-again = Done again: { $deed }
nothing-to-change = Nothing to change: it is like that already.

# What is said in passing behind a sentence.
aside = { " " }({ $text })

deed-shop-set = { $about ->
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
       *[other] { $about }
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
deed-customer-added = { $about } written down{ $aside }
deed-customer-edited = { $about } changed{ $aside }
deed-customer-left = { $about } left on { $day }{ $aside }
deed-customer-returned = { $about } buys again
deed-customer-away = { $count ->
        [0] { $about }
        [one] One person of { $about }
       *[other] { $count } people of { $about }
    } away { $detail }
deed-household-changed = { $about }: { $count ->
        [one] one person
       *[other] { $count } people
    } from { $day }
deed-product-added = Product { $about } written down
deed-product-edited = Product { $about } changed{ $aside }
deed-stock-ordered = { $quantity } { $detail } of { $about } on order
deed-stock-received = { $quantity } { $detail } of { $about } received
deed-stock-counted = Stock of { $about } counted, off by { $quantity } { $detail }
deed-jar-set = { $about }: jar of { $detail } agreed
deed-jar-read = { $about }: { $quantity } { $unit } of { $product } left on { $day }
deed-delivery-planned = Delivery to { $about } planned for { $day }{ $aside }
deed-proposals-planned = { $count ->
        [0] No proposed delivery planned
        [one] One proposed delivery planned
       *[other] { $count } proposed deliveries planned
    }
deed-delivery-done = Delivered to { $about } for { $amount }{ $aside }
deed-delivery-missed = Delivery to { $about } missed, next try on { $day }{ $aside }
deed-delivery-cancelled = Delivery to { $about } on { $day } cancelled{ $aside }
deed-delivery-moved = Delivery to { $about } moved to { $day }
deed-entry-charge = { $about } charged { $amount }{ $aside }
deed-entry-payment = { $about } paid { $amount }{ $aside }
deed-entry-refund = { $about } got { $amount } back{ $aside }
deed-entry-discount = { $about } let off { $amount }{ $aside }
deed-entry-write-off = { $about }: { $amount } written off{ $aside }
deed-entry-correction = { $about }: tab corrected by { $amount }{ $aside }
deed-follow-up-added = Follow-up for { $about } on { $day }{ $aside }
deed-follow-up-done = Follow-up for { $about } done{ $aside }
deed-follow-up-snoozed = Follow-up for { $about } put off to { $day }{ $aside }
deed-follow-up-dropped = Follow-up for { $about } dropped{ $aside }
deed-contact-added = Contact with { $about }{ $aside }
deed-imported = { $count ->
        [one] One row
       *[other] { $count } rows
    } of { $about } read in
deed-together = { $about ->
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
note-due = The oldest debt is due on { $day }.
note-over-limit = The tab is at { $balance }; { $limit } was agreed as the most.
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
