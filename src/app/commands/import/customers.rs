//! Customers from a file.

use super::{Ids, Placed, Put, Tally, Wrong, at};
use crate::app::Result;
use crate::app::commands::customer::check;
use crate::app::commands::not_in_the_future;
use crate::domain::Day;
use crate::domain::StableName;
use crate::domain::birthday::Birthday;
use crate::domain::customer::{Customer, CustomerField};
use crate::domain::field::ValueKind;
use crate::domain::id::CustomerId;
use crate::domain::import::{Capped, Import, Repeats, name_hash, person_hashes};
use crate::domain::record::{CustomerRecord, ImportTable};
use crate::domain::refusal::{KnownCustomer, Refusal, Topic};
use crate::domain::search_key::{fold, phone_key};
use crate::store::Tx;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::num::NonZeroU64;

/// State of importing the customers of a file, row by row.
#[derive(Default)]
pub(super) struct CustomerImport {
    last_code: u64,
    /// Customers with a telephone number, by [`person_hashes`], and their line in the file; `None`
    /// if known customers were not asked for.
    people: Option<HashMap<u64, (CustomerId, Option<NonZeroU64>)>>,
    known: Capped<KnownCustomer>,
    /// Everybody by a hash of the name; of namesakes the one without a telephone.
    names: HashMap<u64, Namesake>,
    namesakes: Capped<KnownCustomer>,
    /// Customers whose referrer was not found yet: a row may precede that of the referrer.
    waiting: Vec<(u64, CustomerId, Box<str>)>,
}

/// A customer whose name may be met again.
#[derive(Clone, Copy)]
struct Namesake {
    id: CustomerId,
    first_line: Option<NonZeroU64>,
    has_phone: bool,
}

impl CustomerImport {
    pub(super) fn of(tx: &Tx, import: &Import) -> Result<Self> {
        if import.table != ImportTable::Customers {
            return Ok(Self::default());
        }
        let mut names = HashMap::new();
        let people = match import.repeats {
            Repeats::Allow => None,
            Repeats::Refuse => {
                let mut people = HashMap::new();
                tx.each_person(|id, name, phones| {
                    let has_phone = !phones.is_empty();
                    note_name(&mut names, name, Namesake { id, first_line: None, has_phone });
                    people.extend(person_hashes(name, phones).map(|hash| (hash, (id, None))));
                })?;
                Some(people)
            }
        };
        let last_code = tx.highest_made_code()?.max(import.totals.highest_code);
        Ok(Self { last_code, people, names, ..Self::default() })
    }

    /// Writes a customer, unless one with the same reference of another system is here.
    pub(super) fn put(
        &mut self,
        tx: &Tx,
        ids: &mut Ids,
        (line, row): (u64, CustomerRecord),
        today: Day,
    ) -> Put<Placed> {
        let CustomerRecord { mut customer, .. } = row;
        let external = customer.external.as_deref();
        let here =
            external.map(|external| tx.customer_with_external(external)).transpose()?.flatten();
        let names_itself = customer.id.number() != 0 || !customer.code.is_empty();
        if customer.code.is_empty() {
            customer.code = match &here {
                Some(here) => here.code.clone(),
                None => self.next_code(),
            };
        }
        let mut customer = normalized(customer)?;
        if let Some(here) = here {
            let row = CustomerRecord { customer, ..row };
            return Ok(Placed::again(row.contradicts(&here, today)));
        }
        let CustomerRecord { referred_by, changes, away, .. } = row;
        customer.id = CustomerId::new(ids.free(tx, customer.id.number())?);
        if let Some(born) = customer.birthday.and_then(Birthday::known_day) {
            at(|_| "birthday", not_in_the_future(born, today))?;
        }
        at(column, check(tx, &customer))?;
        self.look_for(tx, line, &customer, names_itself)?;
        if let Some(code) = referred_by {
            customer.referred_by = tx.customer_id_with_code(&code)?;
            if customer.referred_by.is_none() {
                self.waiting.push((line, customer.id, code.into()));
            }
        }
        tx.insert_customer(&customer)?;
        for change in &changes {
            tx.put_household_change(customer.id, change)?;
        }
        for (place, time) in away.iter().enumerate() {
            let mut before = away.iter().take(place);
            if let Some(other) = before.find(|other| other.period.overlap(time.period) > 0) {
                let (name, period) = (customer.name, other.period);
                let refused = Refusal::AwayTwice { name, from: period.from, to: period.to };
                return Err(Wrong::Rule("away", refused));
            }
            tx.insert_away(customer.id, time)?;
        }
        Ok(Placed::New)
    }

    fn next_code(&mut self) -> String {
        self.last_code += 1;
        format!("C{:03}", self.last_code)
    }

    /// Notes a customer with the name and a telephone number of another one. Two rows of one file
    /// that have codes or numbers of their own are meant to be two.
    fn look_for(
        &mut self,
        tx: &Tx,
        line: u64,
        customer: &Customer,
        names_itself: bool,
    ) -> Result<()> {
        let Some(people) = &mut self.people else { return Ok(()) };
        for hash in person_hashes(&customer.name, &customer.phones) {
            let (id, first_line) = match people.entry(hash) {
                Entry::Vacant(free) => {
                    free.insert((customer.id, NonZeroU64::new(line)));
                    continue;
                }
                Entry::Occupied(other) => *other.get(),
            };
            if id == customer.id || names_itself && first_line.is_some() {
                continue;
            }
            // People of one hash are nearly always the same, but not always.
            if let Some(other) = tx.customer(id)?.filter(|other| is_same_person(other, customer)) {
                let Customer { code, name, .. } = other;
                let first_line = first_line.map(NonZeroU64::get);
                self.known.push(KnownCustomer { line, first_line, code, name });
                return Ok(());
            }
        }
        self.look_for_name(tx, line, customer, names_itself)
    }

    /// Notes a customer with the name of another one, where no telephone tells whether they are one
    /// person.
    fn look_for_name(
        &mut self,
        tx: &Tx,
        line: u64,
        customer: &Customer,
        names_itself: bool,
    ) -> Result<()> {
        let has_phone = !customer.phones.is_empty();
        let this = Namesake { id: customer.id, first_line: NonZeroU64::new(line), has_phone };
        let Some(other) = note_name(&mut self.names, &customer.name, this) else { return Ok(()) };
        let are_distinct =
            has_phone && other.has_phone || names_itself && other.first_line.is_some();
        if let Some(Customer { code, name, .. }) = tx.customer(other.id)?.filter(|_| !are_distinct)
        {
            let first_line = other.first_line.map(NonZeroU64::get);
            self.namesakes.push(KnownCustomer { line, first_line, code, name });
        }
        Ok(())
    }

    /// Finds the referrers of the rows that stood before them, and refuses known customers.
    pub(super) fn finish(self, tx: &Tx, tally: &mut Tally) -> Result<()> {
        for (line, customer, code) in self.waiting {
            match refer(tx, customer, &code) {
                Ok(()) => {}
                refused @ Err(_) => tally.add(line, refused.map(|()| Placed::New))?,
            }
        }
        if tally.refused.is_empty() && !self.known.is_empty() {
            return Err(Refusal::ImportKnown(self.known).into());
        }
        tally.same_name = self.namesakes;
        Ok(())
    }
}

/// Records a name, and returns the customer that had it before, if there is one.
fn note_name(names: &mut HashMap<u64, Namesake>, name: &str, this: Namesake) -> Option<Namesake> {
    match names.entry(name_hash(name)) {
        Entry::Vacant(free) => {
            free.insert(this);
            None
        }
        Entry::Occupied(mut known) => {
            let other = *known.get();
            if !this.has_phone && other.has_phone {
                known.insert(this);
            }
            Some(other)
        }
    }
}

fn refer(tx: &Tx, customer: CustomerId, code: &str) -> Put {
    let referrer = super::customer(tx, "referred_by", code)?;
    if referrer == customer {
        let name = tx.customer(customer)?.map(|customer| customer.name).unwrap_or_default();
        return Err(Wrong::Rule("referred_by", Refusal::ReferredByThemselves { name }));
    }
    Ok(tx.set_referrer(customer, referrer)?)
}

fn is_same_person(one: &Customer, other: &Customer) -> bool {
    let numbers = |customer: &Customer| -> Vec<String> {
        customer.phones.iter().map(|phone| phone_key(phone)).filter(|all| !all.is_empty()).collect()
    };
    let theirs = numbers(other);
    fold(&one.name) == fold(&other.name) && numbers(one).iter().any(|all| theirs.contains(all))
}

/// Returns the customer with every text as it is stored, or what is wrong with each of the texts.
fn normalized(mut customer: Customer) -> Put<Customer> {
    let mut wrong: Vec<(&'static str, Refusal)> = Vec::new();
    loop {
        let refused = match customer.normalized() {
            Ok(customer) if wrong.is_empty() => return Ok(customer),
            Ok(_) => return Err(Wrong::Rules(wrong)),
            Err(refused) => refused,
        };
        let column = column(&refused);
        let is_new = wrong.iter().all(|(known, _)| *known != column);
        wrong.push((column, refused));
        // Without this text, the next one that is wrong is found.
        let field = CustomerField::ALL.iter().map(|(field, _)| *field);
        let field = field.filter(|_| is_new).find(|field| field.file_column() == column);
        match field.map(CustomerField::kind) {
            Some(ValueKind::Required(_, access)) if field != Some(CustomerField::Code) => {
                *(access.get_mut)(&mut customer) = "-".to_owned();
            }
            Some(ValueKind::Text(_, access)) => (access.get_mut)(&mut customer).clear(),
            Some(ValueKind::Texts(_, access)) => (access.get_mut)(&mut customer).clear(),
            None if is_new && column == "left_reason" => customer.left = None,
            _ => return Err(Wrong::Rules(wrong)),
        }
    }
}

/// Returns the column that a refusal of a customer is about.
fn column(refused: &Refusal) -> &'static str {
    let Some(topic) = refused.topic() else { return "code" };
    let is_about = |field: &CustomerField| {
        let topic_of_text = field.kind().rule().map(|rule| rule.what);
        topic_of_text == Some(topic) || topic == Topic::CustomerField(*field)
    };
    match CustomerField::ALL.iter().map(|(field, _)| *field).find(is_about) {
        Some(field) => field.file_column(),
        None if topic == Topic::Amount => CustomerField::Limit.file_column(),
        None if topic == Topic::Reason => "left_reason",
        None => "code",
    }
}
