//! Values of the domain that JSON holds as plain numbers and texts.

/// Declares how a value of the domain is written as a plain one, also where it may be missing.
macro_rules! plain {
    ($($module:ident: $Type:ty as $Plain:ty, $to:expr, $from:expr;)*) => {$(
        pub(super) mod $module {
            use super::*;

            pub fn serialize<S: Serializer>(value: &$Type, serializer: S) -> Result<S::Ok, S::Error> {
                let plain: $Plain = $to(value);
                plain.serialize(serializer)
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$Type, D::Error> {
                let plain = <$Plain>::deserialize(deserializer)?;
                let unknown = || serde::de::Error::custom(format!("unknown value {plain:?}"));
                $from(&plain).ok_or_else(unknown)
            }

            #[allow(dead_code, reason = "not every value is optional somewhere")]
            pub mod option {
                use super::*;

                #[derive(Serialize, Deserialize)]
                #[serde(transparent)]
                struct Value(#[serde(with = "super")] $Type);

                pub fn serialize<S: Serializer>(
                    value: &Option<$Type>,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    value.clone().map(Value).serialize(serializer)
                }

                pub fn deserialize<'de, D: Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Option<$Type>, D::Error> {
                    Ok(Option::<Value>::deserialize(deserializer)?.map(|Value(value)| value))
                }
            }
        }
    )*};
}
