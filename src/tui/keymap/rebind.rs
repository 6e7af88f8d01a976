//! Binding rows of the table to other keys, as the configuration asks for it.

use super::{Binding, Keymap};
use crate::config::{ConfigError, ConfigErrorKind, KeyOverride};
use crate::tui::input::{Code, KeyPress};

impl Keymap {
    /// The table with some of its rows bound to other keys.
    ///
    /// # Errors
    /// If a row or a key is not known, if a key would do two things in one place, or if a letter
    /// would do something where letters are typed.
    pub fn rebound(rebound: &[KeyOverride]) -> Result<Self, ConfigError> {
        let mut keymap = Self::default();
        for KeyOverride { name, keys, line } in rebound {
            let wrong = |fault| ConfigError { line: *line, fault };
            let binding = keymap.bindings.iter_mut().find(|binding| binding.name == name);
            let binding =
                binding.ok_or_else(|| wrong(ConfigErrorKind::UnknownKeyName(name.clone())))?;
            let no_key = |key: &str| wrong(ConfigErrorKind::NoKey(name.clone(), key.to_owned()));
            let read = |key| KeyPress::parse(key).ok_or_else(|| no_key(key));
            binding.keys = keys.split_whitespace().map(read).collect::<Result<_, _>>()?;
            let scope = binding.scope;
            let types = |typed: char| scope.contexts().any(|context| context.types(typed));
            let letter = |key: &&KeyPress| {
                !key.ctrl && matches!(key.code, Code::Char(typed) if types(typed))
            };
            if let Some(key) = binding.keys.iter().find(letter) {
                return Err(wrong(ConfigErrorKind::Typed(name.clone(), key.to_string())));
            }
        }
        // All rows are bound before any is compared, so that two rows may swap their keys.
        for KeyOverride { name, line, .. } in rebound {
            if let Some((key, other)) = keymap.twice(name) {
                let fault = ConfigErrorKind::Twice(key.to_string(), name.clone(), other.to_owned());
                return Err(ConfigError { line: *line, fault });
            }
        }
        Ok(keymap)
    }

    /// Returns a key of this row that another row has too in a context of both, with the name of the other.
    fn twice(&self, name: &str) -> Option<(KeyPress, &'static str)> {
        let one = self.bindings.iter().find(|binding| binding.name == name)?;
        let others = self.bindings.iter().filter(|binding| binding.name != name);
        let overlaps =
            |other: &&Binding| other.scope.contexts().any(|context| one.scope.contains(context));
        others.filter(overlaps).find_map(|other| {
            let key = one.keys.iter().find(|key| other.keys.contains(key))?;
            Some((*key, other.name))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::{Intent, KeyContext};

    fn rebind(name: &str, keys: &str, line: usize) -> KeyOverride {
        KeyOverride { name: name.to_owned(), keys: keys.to_owned(), line }
    }

    #[test]
    fn rows_are_bound_to_other_keys_and_may_swap_theirs() {
        let keymap = Keymap::rebound(&[rebind("done", "p ctrl-t", 1), rebind("pay", "d", 2)]);
        let keymap = keymap.unwrap();
        let key = |text| KeyPress::parse(text).unwrap();
        assert_eq!(keymap.intent(KeyContext::Today, key("p")), Some(Intent::Done));
        assert_eq!(keymap.intent(KeyContext::Today, key("ctrl-t")), Some(Intent::Done));
        assert_eq!(keymap.intent(KeyContext::Today, key("d")), Some(Intent::Pay));
    }

    #[test]
    fn a_key_that_cannot_be_bound_so_is_told() {
        let fault = |name, keys| Keymap::rebound(&[rebind(name, keys, 7)]).unwrap_err();
        assert_eq!(fault("dance", "x").fault, ConfigErrorKind::UnknownKeyName("dance".to_owned()));
        assert_eq!(
            fault("done", "f99").fault,
            ConfigErrorKind::NoKey("done".to_owned(), "f99".to_owned())
        );
        assert_eq!(
            fault("cancel", "x").fault,
            ConfigErrorKind::Typed("cancel".to_owned(), "x".to_owned())
        );
        let twice = ConfigErrorKind::Twice("p".to_owned(), "done".to_owned(), "pay".to_owned());
        assert_eq!(fault("done", "p"), ConfigError { line: 7, fault: twice });
    }
}
