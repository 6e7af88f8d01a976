# The rules that say no. A hint says what can be done instead, on a line of its own.

refused-code-taken = { $name } has the code { $code } already.
    .hint = Choose another code, or leave it out and one is made.
refused-no-name = A customer needs a name.
refused-not-there = There is no { $what } { $which }.
    .hint = The lists show what there is, and the journal what was taken back.
refused-more-than-owed = { $name } owes { $owed }; more cannot be let off.
    .hint = Money that they are to have is a correction or a payment: tab correct, tab pay.
refused-more-than-held = The deposits held for { $name } are { $held }; more cannot be returned.
refused-already-left = { $name } left already, on { $on }.
refused-not-left = { $name } has not left.
refused-has-left = { $name } left on { $on } and gets no deliveries.
    .hint = If they buy again, say so first: customer return.
refused-referred-by-themselves = { $name } cannot have been sent by themselves.
refused-opening-written = The opening balance of { $name } is written already.
    .hint = Put it right with a correction: tab correct.
refused-more-away-than-people =
    { $people ->
        [0] Nobody is written down in the household of { $name }, so nobody can be away.
        [one] There is only one person in the household of { $name }; more cannot be away.
       *[other] There are only { $people } people in the household of { $name }; more cannot be away.
    }
    .hint = Leave out the number if everybody is away, or change the household first.
refused-away-twice = { $name } is away already from { $from } to { $to }.
    .hint = Take that back, or choose days that do not overlap.
refused-product-taken = There is a product { $name } already.
    .hint = Choose another name, or edit that product.
refused-product-incomplete = A product needs a name, a unit and a price.
refused-unit-in-use = Quantities of { $name } are written down, so its unit cannot change.
    .hint = Add a new product with the other unit.
refused-currency-in-use = Amounts are written down, so the currency cannot change.
    .hint = Begin a new file for the other currency: init.
refused-no-delivery-days = The shop has to deliver on at least one weekday.
refused-no-jar = { $name } has no jar of { $product }.
    .hint = Agree on one first: jar set.
refused-nothing-to-review = The use of { $product } by { $name } has not changed beyond what chance explains.
refused-no-capacity = Nobody has said how much the { $product } jar of { $name } holds, so a part of it cannot be reckoned.
    .hint = Give the level as a quantity, or set the capacity first: jar set --capacity.
refused-more-than-it-holds = { $level } is more than the { $product } jar holds, which is { $capacity }.
    .hint = Check the number, or set a larger capacity: jar set --capacity.
refused-usual-does-not-fit = The usual quantity of { $usual } does not fit into a jar that holds { $capacity }.
    .hint = Bring less at a time, or set a larger capacity.
refused-nothing-to-deliver = There is nothing to deliver to { $name }.
    .hint = Name a product and a quantity, or agree on a jar first: jar set.
refused-which-jar = { $name } has several jars in this delivery; it is not clear which one was meant.
    .hint = Name the product with the level.
refused-not-open = Delivery { $delivery } to { $name } was closed on { $on }.
    .hint = If that was a mistake, take it back: undo.
refused-in-the-past = { $day } is past; nothing can be planned for it.
    .hint = Choose today or a later day.
refused-in-the-future = { $day } has not come yet; it cannot be recorded.
    .hint = Choose today or an earlier day.
refused-not-later = { $day } is not later than { $than }.
    .hint = Choose a later day.
refused-not-positive = { $amount } will not do: the amount has to be more than zero.
refused-too-large = The { $what } is too large to be kept.
    .hint = Check the number of zeros.
refused-too-small = The { $what } is less than it can be.
    .hint = Check the number and its sign.
refused-named-twice = The { $what } “{ $text }” is named twice.
    .hint = Name it once.
refused-empty-text = The { $what } is empty.
refused-bad-text = The { $what } “{ $text }” has a character that cannot stand there.
    .hint = Leave out semicolons and line breaks.
refused-too-long = The { $what } “{ $begins }…” is too long: { $length } characters, and at most { $limit } fit.
    .hint = Shorten it and try again.
refused-too-many = Too many entries ({ $what }): { $count }, and at most { $limit } fit.
refused-bad-form = “{ $text }” is not a valid { $what }.
refused-no-digits = The phone number “{ $text }” has no digit.
    .hint = Put a remark about how to reach them into the note.
refused-follow-up-closed = The follow-up “{ $text }” was closed on { $on }.
    .hint = If that was a mistake, take it back: undo.
refused-nothing-to-undo = There is nothing to take back.
refused-nothing-to-undo-by = “{ $name }” has done nothing that can be taken back.
    .hint = The names are in the journal: journal.
refused-nothing-to-redo = There is nothing to do again.
    .hint = Only what was taken back last, with nothing done since, can be done again.
refused-already-undone = { $action } was taken back already.
    .hint = To do it again: redo.
refused-later-stands = This cannot be taken back, because a later change stands on it: { $action } of { $at }, { $deed }.
    .hint = Take { $action } back first: undo.
refused-no-room-to-redo = { $action } cannot be done again: something else has taken its place since.
    .hint = Enter it anew.
refused-number-taken = { $what }: the number { $number } belongs to another row already.
    .hint = Leave the column “id” out, and new numbers are given.
refused-jar-taken = { $name } has a jar of { $product } already.
refused-planned-twice = A delivery to { $name } is planned for { $day } already.
refused-nothing-chosen = Nothing is chosen, so there is nothing to do.
refused-imported-before = This file was read in before, on { $day } ({ $action } in the journal): { $rows ->
        [one] one row
       *[other] { $rows } rows
    }.
    .hint = Nothing was read in. If it should be read in once more, add --again.
refused-import-known = These customers are here already.
    .hint = Nothing was read in. If they are other people, add --again.
known-customer = Line { $line }: { $code } { $name } has the same name and telephone.
known-in-file = Line { $line }: { $name } on line { $first } has the same name and telephone.
refused-only-alone = Taking back and doing again are each done by themselves.
refused-one-of-several = { $about }: { $because } Nothing was done for the others either.
    .hint = Leave that one out, or put it right first.
