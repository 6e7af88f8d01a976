//! The consent of a customer to be contacted about money, channel by channel.

use super::Channel;
use crate::domain::stable_name::StableName;

/// The channels by which a customer has agreed to be contacted; a visit needs no consent.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Consent {
    /// Never asked.
    #[default]
    Unknown,
    /// Asked: agreed to these channels, and declined the others.
    To {
        /// By telephone.
        phone: bool,
        /// By a message.
        message: bool,
        /// By electronic mail.
        email: bool,
    },
}

impl Consent {
    /// The consent to every channel.
    pub const ALL_CHANNELS: Self = Self::to(true, true, true);
    /// The consent to no channel.
    pub const NO_CHANNEL: Self = Self::to(false, false, false);

    const fn to(phone: bool, message: bool, email: bool) -> Self {
        Self::To { phone, message, email }
    }

    /// Returns whether the customer may be contacted by a channel.
    pub const fn allows(self, channel: Channel) -> bool {
        match (self, channel) {
            (_, Channel::Visit) => true,
            (Self::Unknown, _) => false,
            (Self::To { phone, .. }, Channel::Phone) => phone,
            (Self::To { message, .. }, Channel::Message) => message,
            (Self::To { email, .. }, Channel::Email) => email,
        }
    }

    /// Reads the channels in any order, as files and people write them: `email, phone`, `all`, `none`; also `yes` and
    /// `no`, as files of older versions have it.
    fn read(text: &str) -> Option<Self> {
        match text.trim() {
            "unknown" => return Some(Self::Unknown),
            "all" | "yes" => return Some(Self::ALL_CHANNELS),
            "none" | "no" => return Some(Self::NO_CHANNEL),
            _ => {}
        }
        let (mut phone, mut message, mut email) = (false, false, false);
        for part in text.split([',', ';', '，', '；', '、']) {
            match Channel::from_key(part.trim())? {
                Channel::Visit => return None,
                Channel::Phone => phone = true,
                Channel::Message => message = true,
                Channel::Email => email = true,
            }
        }
        Some(Self::to(phone, message, email))
    }
}

impl StableName for Consent {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Unknown, "unknown"),
        (Self::ALL_CHANNELS, "phone,message,email"),
        (Self::to(true, true, false), "phone,message"),
        (Self::to(true, false, true), "phone,email"),
        (Self::to(false, true, true), "message,email"),
        (Self::to(true, false, false), "phone"),
        (Self::to(false, true, false), "message"),
        (Self::to(false, false, true), "email"),
        (Self::NO_CHANNEL, "none"),
    ];

    fn key(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("unknown", |(_, name)| name)
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::read(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consent_is_read_in_any_order_and_written_in_one() {
        for (text, written) in [
            ("email, phone", Some("phone,email")),
            ("message、email", Some("message,email")),
            ("phone;phone", Some("phone")),
            ("all", Some("phone,message,email")),
            ("yes", Some("phone,message,email")),
            ("no", Some("none")),
            ("none", Some("none")),
            ("unknown", Some("unknown")),
            ("visit", None),
            ("phone,", None),
            ("", None),
        ] {
            assert_eq!(Consent::from_key(text).map(Consent::key), written, "{text}");
        }
        for (consent, name) in Consent::ALL {
            assert_eq!((Consent::from_key(name), consent.key()), (Some(*consent), *name));
            assert!(consent.allows(Channel::Visit));
        }
    }
}
