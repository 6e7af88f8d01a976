# What was done: the lines of the journal, and what undo and redo announce.

took-back = Taken back: { $deed }
did-again = Done again: { $deed }

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
       *[other] { $about }
    } set{ $aside }
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

# What came of it.
note-alike = Somebody alike is in the notebook already: { $names }.
note-credit = Paid ahead: { $amount }
note-even = Nothing is owed
note-owes = Owes { $amount }
note-due = Due on { $day }
note-over-limit = The tab of { $balance } is over the limit of { $limit }.
note-empty = { $product }: empty about { $likely }, safe until { $safe }
note-planned = Delivery { $delivery } is planned for { $day }
note-not-brought = { $product }: { $quantity } not brought and not planned any more
note-stock = { $product }: { $quantity } in stock
note-follow-up = Follow-up { $follow-up } on { $day }
