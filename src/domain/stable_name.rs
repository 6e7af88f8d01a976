//! Keys: the stable English name of each variant, in the file, in exports and on the command line.

/// A small set of things that each have a stable English name.
pub trait StableName: Copy + 'static {
    /// Every one with its name, in the order in which they are offered.
    const ALL: &'static [(Self, &'static str)];

    /// Its name.
    fn key(self) -> &'static str;

    /// The one with this name.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == key).map(|(one, _)| *one)
    }
}

/// Names the variants of an enum once, for both directions.
macro_rules! keys {
    ($type:ident { $($variant:ident = $key:literal),* $(,)? }) => {
        impl $crate::domain::stable_name::StableName for $type {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, $key)),*];

            fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }
        }
    };
}
pub(crate) use keys;
