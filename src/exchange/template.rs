//! Papers from templates: the built-in ones, or one of the shop's own. A field that a template misspells is an error
//! that names it; an endless loop and an output without end are stopped.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde::Serialize;
use std::io::{self, Write};

/// The style sheet of the built-in templates, which a template of the shop's own may include.
const STYLE: (&str, &str) = ("style.css", include_str!("../../assets/templates/style.css"));

/// Instructions that one paper may take, and more for each of its lines: far beyond what a template needs, and done
/// in a second or two.
const FUEL: (u64, u64) = (2_000_000, 2_000);

/// Bytes that one paper may have, and more for each of its lines.
const MAX_BYTES: (usize, usize) = (4 << 20, 4 << 10);

/// The maximum size of a template, in bytes.
pub const MAX_TEMPLATE: usize = 1 << 20;

/// The template of a paper.
pub struct PaperTemplate {
    name: String,
    source: String,
}

/// Why a paper could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The template asks for a field that there is not.
    #[error("{name}:{line}: no field {field}")]
    UnknownField {
        /// The template.
        name: String,
        /// The line, from 1.
        line: usize,
        /// The expression, as it is written in the template.
        field: String,
    },
    /// The template took more instructions than a paper may.
    #[error("{name}: endless")]
    Endless {
        /// The template.
        name: String,
    },
    /// The paper became larger than a paper may.
    #[error("{name}: more than {megabytes} MB")]
    TooLong {
        /// The template.
        name: String,
        /// The limit, in megabytes.
        megabytes: usize,
    },
    /// The template is not valid.
    #[error("{name}:{line}: {reason}")]
    Invalid {
        /// The template.
        name: String,
        /// The line, from 1.
        line: usize,
        /// The reason, in the words of the engine.
        reason: String,
    },
    /// No template has the name of a step of reminding.
    #[error("no template {name}")]
    Missing {
        /// The name.
        name: String,
    },
    /// The file of a template cannot be read.
    #[error("{} cannot be read", path.display())]
    Unreadable {
        /// The file.
        path: std::path::PathBuf,
        /// The reason.
        #[source]
        error: io::Error,
    },
    /// The paper cannot be written.
    #[error(transparent)]
    Output(#[from] io::Error),
}

impl PaperTemplate {
    /// Returns the built-in template of statements.
    pub fn statement() -> Self {
        Self::new("statement.html", include_str!("../../assets/templates/statement.html"))
    }

    /// Returns the built-in template of receipts.
    pub fn receipt() -> Self {
        Self::new("receipt.html", include_str!("../../assets/templates/receipt.html"))
    }

    /// Returns a template of the shop's own, which errors call by this name.
    pub fn new(name: impl Into<String>, source: impl Into<String>) -> Self {
        Self { name: name.into(), source: source.into() }
    }

    /// Writes a paper of these fields, which has a number of lines; every value is escaped. `payment` is the text of
    /// the code by which the customer pays, `payment_qr` in the template.
    ///
    /// # Errors
    /// If the template is not valid, asks for an unknown field, does not end or writes too much; and if `out` fails.
    /// A part may have been written then.
    pub fn render(
        &self,
        fields: &impl Serialize,
        (payment, lines): (&str, usize),
        out: &mut dyn Write,
    ) -> Result<(), TemplateError> {
        let payment_qr = Value::from_safe_string(payment_code(payment));
        let context = minijinja::context! { payment_qr, ..Serde(fields) };
        self.render_as(AutoEscape::Html, context, lines, out)
    }

    /// Returns the plain text of a message of these fields.
    ///
    /// # Errors
    /// If the template is not valid, asks for an unknown field, does not end or writes too much.
    pub fn render_text(&self, fields: &impl Serialize) -> Result<String, TemplateError> {
        let mut out = Vec::new();
        self.render_as(AutoEscape::None, Value::from(Serde(fields)), 0, &mut out)?;
        Ok(String::from_utf8_lossy(&out).into_owned())
    }

    fn render_as(
        &self,
        escape: AutoEscape,
        context: Value,
        lines: usize,
        out: &mut dyn Write,
    ) -> Result<(), TemplateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(move |_| escape.clone());
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL.0.saturating_add(FUEL.1.saturating_mul(lines as u64))));
        // These print what a template should not, or build values that no limit sees.
        environment.remove_global("debug");
        environment.remove_global("namespace");
        let failed = |error: Error| self.failure(&error);
        environment.add_template(STYLE.0, STYLE.1).map_err(failed)?;
        let template =
            environment.template_from_named_str(&self.name, &self.source).map_err(failed)?;
        let max = MAX_BYTES.0.saturating_add(MAX_BYTES.1.saturating_mul(lines));
        let mut limited = Limited { out, left: max, failed: None };
        match template.render_captured_to(context, &mut limited) {
            Ok(_) => Ok(()),
            Err(_) if limited.left == 0 => {
                Err(TemplateError::TooLong { name: self.name.clone(), megabytes: max >> 20 })
            }
            Err(error) => match limited.failed {
                Some(failed) => Err(failed.into()),
                None => Err(self.failure(&error)),
            },
        }
    }

    fn failure(&self, error: &Error) -> TemplateError {
        let name = error.name().unwrap_or(&self.name).to_owned();
        let line = error.line().unwrap_or(1);
        let written = error.range().and_then(|range| error.template_source()?.get(range));
        match (error.kind(), written) {
            (ErrorKind::OutOfFuel, _) => TemplateError::Endless { name: self.name.clone() },
            (ErrorKind::UndefinedError, Some(field)) => {
                TemplateError::UnknownField { name, line, field: field.trim().to_owned() }
            }
            (kind, _) => {
                let detail = error.detail().map_or_else(|| kind.to_string(), str::to_owned);
                TemplateError::Invalid { name, line, reason: detail }
            }
        }
    }
}

/// Returns the code for a payment as an image in HTML; empty without a text, and if the text is too long for a code.
fn payment_code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return String::new();
    };
    let svg = code.render::<svg::Color<'_>>().min_dimensions(160, 160).build();
    // The declaration of XML has no place within HTML.
    svg.find("<svg").and_then(|at| svg.get(at..)).unwrap_or_default().to_owned()
}

/// Passes bytes on until there are more than a paper may have, and keeps the error of the output.
struct Limited<'a> {
    out: &'a mut dyn Write,
    left: usize,
    failed: Option<io::Error>,
}

impl Write for Limited<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.left.checked_sub(bytes.len()) {
            Some(left) if left > 0 => self.left = left,
            Some(_) | None => {
                self.left = 0;
                return Err(io::ErrorKind::FileTooLarge.into());
            }
        }
        self.out.write_all(bytes).map(|()| bytes.len()).map_err(|error| {
            let kind = error.kind();
            self.failed = Some(error);
            kind.into()
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Fields {
        name: &'static str,
        lines: Vec<Line>,
        nothing: Option<u8>,
    }

    #[derive(Serialize)]
    struct Line {
        goods: &'static str,
    }

    fn render(source: &str) -> Result<String, TemplateError> {
        let fields = Fields {
            name: "<b>林 & \"co\"</b>",
            lines: vec![Line { goods: "rice" }, Line { goods: "oil" }],
            nothing: None,
        };
        let mut out = Vec::new();
        let template = PaperTemplate::new("own.html", source);
        template.render(&fields, ("https://pay.example/1", 2), &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    }

    fn fault(source: &str) -> String {
        render(source).unwrap_err().to_string()
    }

    #[test]
    fn every_value_is_escaped() {
        let page = render("{{ name }} {% if nothing %}x{% endif %}").unwrap();
        assert!(!page.contains('<') && !page.contains("\"co"), "{page}");
        assert!(render("{{ payment_qr }}").unwrap().starts_with("<svg xmlns="));
    }

    #[test]
    fn a_field_that_does_not_exist_is_named_with_its_line() {
        assert_eq!(fault("a\n{{ nmae }}"), "own.html:2: no field nmae");
        let loops = "{% for line in lines %}\n\n{{ line.gods }}{% endfor %}";
        assert_eq!(fault(loops), "own.html:3: no field line.gods");
        assert_eq!(fault("{% for x in liens %}{% endfor %}"), "own.html:1: no field liens");
        assert_eq!(fault("{% if nmae %}{% endif %}"), "own.html:1: no field nmae");
        assert_eq!(fault("{{ name | upper }}{{ x.y.z }}"), "own.html:1: no field x.y");
    }

    #[test]
    fn a_template_that_is_not_valid_is_told_with_its_line() {
        let told = |source| fault(source).split(": ").next().unwrap().to_owned();
        assert_eq!(told("a\n{% for x %}"), "own.html:2");
        assert_eq!(told("{{ name | shout }}"), "own.html:1");
        assert_eq!(told("\n{% include '/etc/passwd' %}"), "own.html:2");
    }

    #[test]
    fn an_endless_loop_and_an_endless_output_are_stopped() {
        let nested = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}";
        assert_eq!(fault(nested), "own.html: endless");
        let long = "{% for a in range(9999) %}".to_owned() + &"x".repeat(2000) + "{% endfor %}";
        assert_eq!(fault(&long), "own.html: more than 4 MB");
    }

    #[test]
    fn a_disk_that_is_full_is_told_as_it_is() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let template = PaperTemplate::new("own.html", "text");
        let fields = Fields { name: "", lines: Vec::new(), nothing: None };
        let error = template.render(&fields, ("", 0), &mut Full).unwrap_err();
        assert!(
            matches!(&error, TemplateError::Output(e) if e.kind() == io::ErrorKind::StorageFull),
            "{error:?}"
        );
    }
}
