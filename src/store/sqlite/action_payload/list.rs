//! Lists as the journal stores them.

/// Declares how a list is written whose elements have a mirror type.
macro_rules! list {
    ($($module:ident: $Type:ty as $mirror:literal;)*) => {$(
        mod $module {
            use super::*;

            #[derive(Serialize, Deserialize)]
            #[serde(transparent)]
            struct Element(#[serde(with = $mirror)] $Type);

            pub fn serialize<S: Serializer>(list: &[$Type], serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(list.iter().cloned().map(Element))
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Vec<$Type>, D::Error> {
                let list = Vec::<Element>::deserialize(deserializer)?.into_iter();
                Ok(list.map(|Element(value)| value).collect())
            }
        }
    )*};
}
