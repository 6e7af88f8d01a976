# The fields of a customer: the label of each wherever it is shown, and the word for it in a sentence where
# no other table has one.

row-code = Code
row-customer-name = Name
row-customer-kind = Kind
row-phones = Phone
row-email = Email
thing-email = email address
row-area = Area
row-address = Address
row-door-note = At the door
row-payday = Payday
row-weekdays = Deliver on
row-debt-limit = Credit limit
row-tags = Tags
row-referred-by = Referred by
row-birthday = Birthday
row-customer-channel = Prefers
row-consent = May be messaged
