//! Identities: opaque numbers given by the store, one type a thing, so that they cannot be mixed up.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(i64);

        impl $name {
            /// The identity with this number, as the store gave it.
            pub const fn new(number: i64) -> Self {
                Self(number)
            }

            /// The number that the store knows it by; people see it as `#12`.
            pub const fn number(self) -> i64 {
                self.0
            }
        }
    )*};
}

ids! {
    /// One customer.
    CustomerId,
    /// One product.
    ProductId,
    /// One customer's jar of one product.
    JarId,
    /// One reading of a jar.
    ReadingId,
    /// One delivery.
    DeliveryId,
    /// One entry of a tab.
    EntryId,
    /// One follow-up.
    FollowUpId,
    /// One contact.
    ContactId,
    /// One complaint.
    ComplaintId,
    /// One price.
    PriceId,
    /// One skip.
    SkipId,
    /// One row of the ledger of tickets; a book of tickets has that of its sale.
    TicketId,
    /// The close of one day.
    DayCloseId,
    /// One kind of container.
    ContainerId,
    /// One move of containers.
    ContainerMoveId,
    /// One line of the journal.
    ActionId,
    /// One row that a line of the journal changed.
    ChangeId,
}
