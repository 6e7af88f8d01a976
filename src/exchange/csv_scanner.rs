//! A strict scanner of CSV as RFC 4180 has it: from a stream of bytes to records of fields, in bounded
//! memory.
//!
//! Input that the standard does not allow is an error, because there is more than one way to read
//! it and all but one of them change what somebody wrote. Lines end in `\n` or `\r\n`, empty lines
//! are no records, and what programs leave at both ends of a file (byte order marks, `sep=;`, a closing
//! 0x1A) is left out. The separator is a comma or what the caller finds in the first bytes.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

use super::encoding::Utf8Reader;

/// The maximum length of a field, in bytes.
pub const MAX_FIELD: usize = 64 * 1024;

/// The maximum length of the fields of a record together, in bytes.
pub const MAX_RECORD: usize = 1024 * 1024;

/// The number of bytes that are read at once.
const BUFFER: usize = 64 * 1024;

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The end of a text file in CP/M and DOS.
const SUBSTITUTE: u8 = 0x1A;

/// The fault of a malformed record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Malformed {
    /// A quote inside a field that does not begin with one.
    BareQuote,
    /// A carriage return outside of quotes that ends no line.
    BareCarriageReturn,
    /// Text behind the closing quote of a field.
    TextAfterQuote {
        /// The line of the opening quote.
        opened: u64,
    },
    /// A quote that is opened and never closed.
    UnclosedQuote,
    /// A field longer than [`MAX_FIELD`].
    FieldTooLong,
    /// A record longer than a megabyte.
    RecordTooLong,
    /// A byte that is zero: not a text.
    ZeroByte,
}

impl Malformed {
    /// Returns whether the next record may be anywhere, so that nothing behind can be read.
    pub(super) const fn is_fatal(self) -> bool {
        !matches!(self, Self::BareQuote | Self::BareCarriageReturn)
    }
}

/// The reason why there is no next record.
#[derive(Debug)]
pub(super) enum ScanError {
    Io(io::Error),
    Malformed {
        /// The line of the mistake; the first one is 1.
        line: u64,
        /// The index of its field in the record.
        field: usize,
        what: Malformed,
    },
}

impl From<io::Error> for ScanError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The fields of one record.
#[derive(Clone, Debug, Default)]
pub(super) struct RawRecord {
    /// The line on which it begins.
    pub line: u64,
    /// All fields, one behind the other.
    bytes: Vec<u8>,
    /// Where each one ends.
    ends: Vec<usize>,
}

impl RawRecord {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the bytes of a field.
    pub(super) fn field(&self, index: usize) -> Option<&[u8]> {
        let start = match index.checked_sub(1) {
            None => 0,
            Some(before) => *self.ends.get(before)?,
        };
        self.bytes.get(start..*self.ends.get(index)?)
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    /// Returns the field that is being read.
    fn open(&self) -> &[u8] {
        self.bytes.get(self.ends.last().copied().unwrap_or(0)..).unwrap_or_default()
    }
}

/// The end of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Field,
    Record,
}

/// The text of a file, from the bytes on in which the separator was looked for.
type Text<R> = Chain<Cursor<Vec<u8>>, Utf8Reader<R>>;

/// Reads records from a stream of bytes.
pub(super) struct Scanner<R> {
    input: BufReader<WithoutEnd<Text<R>>>,
    separator: u8,
    /// The line that is being read.
    line: u64,
}

impl<R: Read> Scanner<R> {
    /// Begins to read, behind all byte order marks and the line by which Excel names the separator; else
    /// `separator_of` finds it in the first bytes.
    pub(super) fn new(input: R, separator_of: impl FnOnce(&[u8]) -> u8) -> io::Result<Self> {
        let mut input = Utf8Reader::new(input);
        let mut first = Vec::new();
        input.by_ref().take(BUFFER as u64).read_to_end(&mut first)?;
        let mut rest = first.as_slice();
        while let Some(behind) = rest.strip_prefix(BYTE_ORDER_MARK) {
            rest = behind;
        }
        let (separator, line) = match named_separator(rest) {
            Some((separator, behind)) => {
                rest = behind;
                (separator, 2)
            }
            None => (separator_of(rest), 1),
        };
        let rest = rest.to_vec();
        let input = WithoutEnd { input: Cursor::new(rest).chain(input), held: false };
        Ok(Self { input: BufReader::with_capacity(BUFFER, input), separator, line })
    }

    /// Reads the next record; `false` at the end of the file. After a [`Malformed`] that is not fatal
    /// the record behind it can be read.
    pub(super) fn read(&mut self, record: &mut RawRecord) -> Result<bool, ScanError> {
        record.clear();
        let mut bare = None;
        while let Some(end @ (b'\n' | b'\r')) = self.peek()? {
            if !self.end_line(end)? {
                bare = Some(self.malformed(record, Malformed::BareCarriageReturn));
                break;
            }
        }
        record.line = self.line;
        let Some(mut next) = self.peek()? else { return bare.map_or(Ok(false), Err) };
        loop {
            let field = match next {
                b'"' => self.quoted(record, &mut bare),
                _ => self.unquoted(record, &mut bare),
            };
            let end = match (field, bare.take()) {
                // The whole file is one line if only carriage returns end its lines.
                (Err(_), Some(first)) if record.line == 1 => return Err(first),
                (field, first) => {
                    bare = first;
                    field?
                }
            };
            record.ends.push(record.bytes.len());
            match (end, self.peek()?) {
                (End::Field, Some(byte)) => next = byte,
                // A separator at the very end of the file, with an empty field behind it.
                (End::Field, None) => next = b'\n',
                (End::Record, _) => break,
            }
        }
        bare.map_or(Ok(true), Err)
    }

    /// Reads a field up to a separator or the end of its line.
    fn unquoted(
        &mut self,
        record: &mut RawRecord,
        bare: &mut Option<ScanError>,
    ) -> Result<End, ScanError> {
        let line = self.line;
        let end = self.unquoted_text(record, bare)?;
        // `="0912"` keeps a spreadsheet from taking the text for a number.
        if record.open().contains(&b'"') && as_formula(record.open()).is_none() {
            let field = record.len();
            let what = Malformed::BareQuote;
            bare.get_or_insert(ScanError::Malformed { line, field, what });
        }
        Ok(end)
    }

    fn unquoted_text(
        &mut self,
        record: &mut RawRecord,
        bare: &mut Option<ScanError>,
    ) -> Result<End, ScanError> {
        let separator = self.separator;
        loop {
            let rest = self.input.fill_buf()?;
            if rest.is_empty() {
                return Ok(End::Record);
            }
            let special = |byte: &u8| matches!(byte, b'\n' | b'\r' | 0) || *byte == separator;
            let found = rest.iter().position(special);
            let run = found.unwrap_or(rest.len());
            let byte = rest.get(run).copied();
            record.bytes.extend(rest.iter().take(run));
            self.input.consume(run);
            self.check_length(record, self.line)?;
            match byte {
                None => {}
                Some(end @ (b'\n' | b'\r')) => {
                    if self.end_line(end)? {
                        return Ok(End::Record);
                    }
                    self.note_carriage_return(record, bare);
                }
                Some(0) => return Err(self.malformed(record, Malformed::ZeroByte)),
                Some(_) => {
                    self.input.consume(1);
                    return Ok(End::Field);
                }
            }
        }
    }

    /// Reads a field in quotes, and the separator or the end of the line behind it.
    fn quoted(
        &mut self,
        record: &mut RawRecord,
        bare: &mut Option<ScanError>,
    ) -> Result<End, ScanError> {
        let opened = self.line;
        self.input.consume(1);
        loop {
            let rest = self.input.fill_buf()?;
            if rest.is_empty() {
                let field = record.len();
                let what = Malformed::UnclosedQuote;
                return Err(ScanError::Malformed { line: opened, field, what });
            }
            let found = rest.iter().position(|byte| matches!(byte, b'"' | 0));
            let run = found.unwrap_or(rest.len());
            let byte = rest.get(run).copied();
            let text = rest.iter().take(run);
            let lines = text.clone().filter(|byte| **byte == b'\n').count();
            record.bytes.extend(text);
            self.line += lines as u64;
            self.input.consume(run);
            self.check_length(record, opened)?;
            match byte {
                None => continue,
                Some(0) => return Err(self.malformed(record, Malformed::ZeroByte)),
                Some(_) => self.input.consume(1),
            }
            match self.peek()? {
                None => return Ok(End::Record),
                Some(b'"') => {
                    self.input.consume(1);
                    record.bytes.push(b'"');
                }
                Some(byte) if byte == self.separator => {
                    self.input.consume(1);
                    return Ok(End::Field);
                }
                Some(end @ (b'\n' | b'\r')) => {
                    if self.end_line(end)? {
                        return Ok(End::Record);
                    }
                    self.note_carriage_return(record, bare);
                    return self.unquoted_text(record, bare);
                }
                Some(_) => return Err(self.malformed(record, Malformed::TextAfterQuote { opened })),
            }
        }
    }

    /// Returns the next byte without taking it; `None` at the end.
    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.input.fill_buf()?.first().copied())
    }

    /// Takes a line feed, or a carriage return with the line feed behind it; `false` for a carriage
    /// return alone, which ends no line.
    fn end_line(&mut self, byte: u8) -> io::Result<bool> {
        self.input.consume(1);
        if byte == b'\r' {
            if self.input.fill_buf()?.first() != Some(&b'\n') {
                return Ok(false);
            }
            self.input.consume(1);
        }
        self.line += 1;
        Ok(true)
    }

    fn note_carriage_return(&self, record: &RawRecord, bare: &mut Option<ScanError>) {
        bare.get_or_insert_with(|| self.malformed(record, Malformed::BareCarriageReturn));
    }

    fn check_length(&self, record: &RawRecord, line: u64) -> Result<(), ScanError> {
        let what = if record.open().len() > MAX_FIELD {
            Malformed::FieldTooLong
        } else if record.bytes.len() + record.ends.len() > MAX_RECORD {
            Malformed::RecordTooLong
        } else {
            return Ok(());
        };
        Err(ScanError::Malformed { line, field: record.len(), what })
    }

    fn malformed(&self, record: &RawRecord, what: Malformed) -> ScanError {
        ScanError::Malformed { line: self.line, field: record.len(), what }
    }
}

/// Leaves out a [`SUBSTITUTE`] that is the last byte of all.
struct WithoutEnd<R> {
    input: R,
    /// True if one was read, and is held back until something follows it.
    held: bool,
}

impl<R: Read> Read for WithoutEnd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let start = usize::from(self.held);
            let read = self.input.read(buffer.get_mut(start..).unwrap_or_default())?;
            if read == 0 {
                return Ok(0);
            }
            if let Some(first) = buffer.first_mut().filter(|_| self.held) {
                *first = SUBSTITUTE;
            }
            let all = start + read;
            self.held = buffer.get(all - 1) == Some(&SUBSTITUTE);
            let given = all - usize::from(self.held);
            if given > 0 {
                return Ok(given);
            }
        }
    }
}

/// Returns the separator that the first line of Excel's own (`sep=;`) names, and what stands behind it.
fn named_separator(text: &[u8]) -> Option<(u8, &[u8])> {
    let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator, rest @ ..] = text else {
        return None;
    };
    let behind = rest.strip_prefix(b"\r").unwrap_or(rest).strip_prefix(b"\n")?;
    (separator.is_ascii() && !matches!(separator, b'"' | b'\r' | b'\n' | 0))
        .then_some((*separator, behind))
}

/// Returns the text of a formula that is nothing but a text: `="0912"`.
pub(super) fn as_formula(field: &[u8]) -> Option<&[u8]> {
    let text = field.strip_prefix(b"=\"")?.strip_suffix(b"\"")?;
    (!text.contains(&b'"')).then_some(text)
}
