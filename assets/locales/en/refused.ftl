# The rules that say no. A hint says what can be done instead, on a line of its own.

refused-code-taken = { $name } already has the code { $code }.
    .hint = Choose another code, or leave it empty to get one automatically.
refused-no-name = A customer needs a name.
refused-not-there = There is no { $what } { $which }.
    .hint = The lists show what exists, and the journal what was undone.
refused-more-than-owed = { $name } owes only { $owed }; a discount or write-off cannot be more.
    .hint = To give them money back, record a refund: tab refund.
refused-retired = { $name } was retired on { $day }.
    .hint = To sell it again: product restore.
refused-not-retired = { $name } is on sale.
    .hint = Only a retired product can be restored.
refused-no-price-to-end = No such price of { $product } holds that could end.
    .hint = See which ones hold: price list.
refused-over-limit = { $name } owes { $balance }; this would exceed the credit limit of { $limit }{ $trust ->
        [none] { "" }
       *[other] {" "}(trust { $trust })
    }.
    .hint = Choose: charge at most { $room }{ $has_goods ->
        [0] { "" }
       *[other] {" "}({ $goods })
    }; or take { $part } now (--paid at the door, else tab pay); or record it anyway with a reason (--over-limit=REASON, or save once more).
refused-unknown-method = “{ $text }” is not a method of payment of this shop. Choose one of: { $methods }
    .hint = To add one: shop set methods "{ $methods }, { $text }"
refused-repeated-payment = The same payment of { $amount } by { $name } for { $day } was recorded less than a minute ago.
    .hint = If it is a second payment, save once more, or add --again.
refused-not-the-balance = { $name } owes { $balance } at the end of { $day }, and can agree only to that.
    .hint = Look at the tab with tab show, record what is missing, and then the agreement.
refused-breaks-agreement = { $name } agreed on { $day } to owe { $agreed }; with this it would have been { $balance }.
    .hint = Record it for a day after the agreement: a correction, for instance. Or undo the agreement first.
refused-closed-already = { $day } is closed already.
    .hint = See day list. To close it once more, undo its close first.
refused-day-closed = { $day } is closed, and what is dated on it stays as it is.
    .hint = Date it on a later day, or undo the close. To correct what is wrong on that day, date a correction later: tab correct WHO AMOUNT --closed-day { $iso }
refused-day-changed = The entries of { $day } have changed since it was closed.
    .hint = Close the day again: day close.
refused-not-closed = { $day } is not closed, so a correction need not name it.
    .hint = Date the correction on that day with --on.
refused-counted-otherwise = The notes and coins add up to { $sum }, not { $counted }.
    .hint = Give only one of the two, or count again.
refused-difference-unexplained = { $expected } are expected in the till and { $counted } were counted: a difference of { $difference }.
    .hint = Count again, or give the reason of the difference (--reason).
refused-already-left = { $name } already left, on { $on }.
refused-more-than-held = The deposits held for { $name } are { $held }; more cannot be returned.
refused-not-enough-tickets = { $name } has { $count ->
        [0] no tickets
        [one] only 1 ticket
       *[other] only { $count } tickets
    } for { $product } that can be used on this day.
    .hint = Use fewer tickets, or sell a new book: ticket sell.
refused-not-enough-tickets-expired = { $name } has { $count ->
        [0] no tickets
        [one] only 1 ticket
       *[other] only { $count } tickets
    } for { $product } that can be used on this day; others expired on { $day }.
    .hint = Use fewer tickets, or sell a new book: ticket sell.
refused-more-tickets-than-goods = { $count } tickets are too many for { $delivered } of { $product }: one ticket pays for one unit.
refused-which-tickets = The delivery to { $name } brings several products: say for which the tickets are.
    .hint = Write PRODUCT=NUMBER, for example water=2.
refused-tickets-paid-for = { $count } tickets paid for { $product } of delivery { $delivery }, so the quantity cannot be less.
    .hint = Undo the delivery and record it again.
refused-not-movable = Entry { $entry } is an opening balance, an agreement, a correction of a closed day or takes back another entry; it cannot be moved.
    .hint = Correct the balance instead: tab correct.
refused-not-movable-delivery = Entry { $entry } belongs to delivery { $delivery }.
    .hint = Correct the delivery instead: delivery edit { $delivery }.
refused-not-movable-tickets = Entry { $entry } belongs to a sale or a refund of tickets, which stay with the customer.
    .hint = Undo it; or refund the tickets and sell them anew: ticket refund, ticket sell.
refused-already-moved = Entry { $entry } was corrected already; other entries stand in its place.
    .hint = Correct the newer entry, or undo the correction first.
refused-container-taken = Another kind of container is already called “{ $name }”.
refused-no-container = These goods come in no returnable container.
    .hint = Name the one in which they come: product edit PRODUCT --container CONTAINER
refused-which-container = There are several kinds of container: { $kinds }. Which one is meant?
    .hint = Name it behind the number, as in: container return C001 2 bottle
refused-more-than-lent = { $name } held only { $containers } on { $day }; more cannot come back.
    .hint = If they had more all along, record how many they really hold first: container count
refused-never-delivered = No delivery of { $product } to { $name } is recorded until that day, so its price is not known.
    .hint = Say the price, as in: --line PRODUCT 5@42
refused-negative-holding = { $name } would have given back { $containers } more on { $day } than they held.
    .hint = Record a count, or take the later return back first.
refused-container-in-use = { $product } comes in “{ $container }”, which would not be there any more.
    .hint = Change the container of the product first: product edit
refused-not-left = { $name } has not left.
refused-has-left = { $name } left on { $on } and gets no deliveries.
    .hint = If they buy again, record that first: customer return.
refused-referred-by-themselves = { $name } cannot be their own referrer.
refused-not-received = Entry #{ $entry } is neither a payment nor a deposit, so there is no receipt for it.
    .hint = The numbers of the entries are in: tab show.
refused-opening-written = { $name } already has an opening balance.
    .hint = Use a correction instead: tab correct.
refused-more-away-than-people =
    { $people ->
        [0] No people are recorded in the household of { $name }, so nobody can be away.
        [one] The household of { $name } has only one person; no more can be away.
       *[other] The household of { $name } has only { $people } people; no more can be away.
    }
    .hint = Leave the number out if everybody is away, or change the household first.
refused-away-twice = { $name } is already away from { $from } to { $to }.
    .hint = Undo that, or choose days that do not overlap.
refused-product-taken = A product named { $name } already exists.
    .hint = Choose another name, or edit that product.
refused-product-incomplete = A product needs a name, a unit and a price.
refused-unit-in-use = Quantities of { $name } are already recorded, so its unit cannot change.
    .hint = Add a new product with the other unit.
refused-currency-in-use = Amounts are already recorded, so the currency cannot change.
    .hint = Create a new notebook for the other currency: init.
refused-no-delivery-days = The shop must deliver on at least one weekday.
refused-no-jar = { $name } has no jar of { $product }.
    .hint = Add one first: jar set.
refused-nothing-to-review = { $name }'s use of { $product } has not changed beyond chance.
refused-no-capacity = The capacity of the { $product } jar of { $name } is not known, so a share of it cannot be computed.
    .hint = Give the level as a quantity, or set the capacity first: jar set --capacity.
refused-more-than-it-holds = { $level } is more than the { $product } jar holds ({ $capacity }).
    .hint = Check the number, or set a larger capacity: jar set --capacity.
refused-usual-does-not-fit = The usual quantity of { $usual } does not fit into a jar that holds { $capacity }.
    .hint = Deliver less at a time, or set a larger capacity.
refused-nothing-to-deliver = There is nothing to deliver to { $name }.
    .hint = Name a product and a quantity, or add a jar first: jar set.
refused-which-jar = { $name } has several jars in this delivery; it is not clear which one the level is for.
    .hint = Name the product with the level.
refused-which-product = { $count ->
        [0] { $name } has no jar yet.
       *[other] { $name } has several jars: { $jars }.
    }
    .hint = Name the product after the customer.
refused-not-open = Delivery { $delivery } to { $name } was closed on { $on }.
    .hint = If that was a mistake, undo it: undo.
refused-not-delivered = Delivery { $delivery } to { $name } is not done yet: it has no price, level or payment.
    .hint = Change its day and quantities, or record it: delivery done.
refused-in-the-past = { $day } is in the past; nothing can be planned for it.
    .hint = Choose today or a later day.
refused-in-the-future = { $day } is in the future; it cannot be recorded yet.
    .hint = Choose today or an earlier day.
refused-not-later = { $day } is not later than { $than }.
    .hint = Choose a later day.
refused-zero = The amount must not be zero.
refused-more-than-delivered = { $name } got { $delivered } of { $product } until that day; more cannot come back.
    .hint = Check the quantity and the customer.
refused-return-not-edited = { $delivery } is returned goods, which cannot be edited.
    .hint = Undo it, and record it again: delivery return.
refused-not-positive = The amount must be greater than zero.
refused-too-large = The { $what } is too large.
    .hint = Check the number of zeros.
refused-too-small = The { $what } is too small.
    .hint = Check the number and its sign.
refused-named-twice = The { $what } “{ $text }” appears twice.
    .hint = Give it once.
refused-empty-text = The { $what } is empty.
refused-bad-text = The { $what } “{ $text }” contains a character that is not allowed.
    .hint = Remove semicolons and line breaks.
refused-too-long = The { $what } “{ $begins }…” is too long: { $length } characters; the limit is { $limit }.
    .hint = Shorten it and try again.
refused-too-many = Too many entries ({ $what }): { $count }; the limit is { $limit }.
refused-no-digits = The phone number “{ $text }” has no digits.
    .hint = Put remarks on how to reach them in the note.
refused-bad-form = “{ $text }” is not a valid { $what }.
refused-follow-up-closed = The follow-up “{ $text }” was closed on { $on }.
    .hint = If that was a mistake, undo it: undo.
refused-no-reminder-due = No reminder is to be sent to { $name } today.
    .hint = It may be sent already, promised, or not yet at a step: reminder list, shop show
refused-no-consent = { $name } has not agreed to be contacted this way ({ $channel }).
    .hint = Ask first, and record every channel they agree to: customer edit --consent phone,message. A visit needs no consent
refused-not-reachable = { $name } cannot be reached by { $channel }: the number or the address is missing.
    .hint = Add it: customer edit --phone NUMBER, --email ADDRESS. Or choose another channel: visit
refused-reminder-not-moved = A reminder cannot be postponed.
    .hint = Record a promise to pay: there is no reminder until its day. Or drop it: the next step still comes
refused-unknown-complaint-kind = “{ $text }” is not a kind of complaint of this shop. Choose one of: { $kinds }
    .hint = To add one: shop set complaint-kinds "{ $list }, { $text }"
refused-complaint-solved = Complaint { $id } of { $name } was solved on { $day }.
    .hint = To work on it again: complaint reopen { $id }
refused-complaint-unsolved = Complaint { $id } of { $name } is not solved yet.
    .hint = Record what was done: complaint solve { $id } --remedy ...
refused-complaint-closed = Complaint { $id } of { $name } was closed on { $day }.
    .hint = To work on it again: complaint reopen { $id }
refused-complaint-to-solve = A complaint stays in this list until it is solved.
    .hint = Record the solution with complaint solve, or another promised day with complaint answer --by.
refused-reminder-during-complaint = { $name } has a complaint that is not solved; reminders wait for it.
    .hint = Solve it first: complaint list --open
refused-promised-twice = { $name } has promised to pay on { $day } already.
    .hint = Choose another day, or drop that promise first: promise drop.
refused-nothing-to-undo = There is nothing to undo.
refused-nothing-to-redo = There is nothing to redo.
    .hint = Only the latest undone change can be redone, and only while nothing was changed since.
refused-already-undone = { $action } is already undone.
    .hint = To redo it: redo.
refused-later-stands = This cannot be undone, because a later change depends on it: { $action } of { $at }, { $deed }.
    .hint = Undo { $action } first: undo.
refused-no-room-to-redo = { $action } cannot be redone: something else has taken its place.
    .hint = Enter it again.
refused-number-taken = { $what }: the number { $number } already belongs to another row.
    .hint = Leave the column “id” out to get new numbers.
refused-jar-taken = { $name } already has a jar of { $product }.
refused-planned-twice = A delivery to { $name } is already planned for { $day }.
refused-nothing-chosen = Nothing is selected, so there is nothing to do.
refused-imported-before = This file was already imported on { $day } ({ $action } in the journal): { $rows ->
        [one] one row
       *[other] { $rows } rows
    }.
    .hint = Nothing was imported. To import it again, add --again.
refused-nothing-to-undo-by = “{ $name }” has made no change that can be undone.
    .hint = The names are in the journal: journal.
refused-import-known = These customers already exist.
    .hint = Nothing was imported. If they are different people, add --again.
known-customer = Line { $line }: { $code } { $name } has the same name and phone number.
known-in-file = Line { $line }: { $name } on line { $first } has the same name and phone number.
refused-only-alone = Undo and redo cannot be combined with other changes.
refused-one-of-several = { $about }: { $because } Nothing was done for the others either.
    .hint = Leave that one out, or correct it first.
