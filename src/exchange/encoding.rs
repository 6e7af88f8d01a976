//! The bytes of a list as UTF-8, whatever the encoding in which a spreadsheet has saved it.
//!
//! Excel writes “Unicode text” as UTF-16, and “CSV” in the encoding of its country: GB 18030 or Big5 where
//! ricejar is at home. A byte that cannot be read becomes one that is never in UTF-8, so that it is reported
//! with its line and column.

use encoding_rs::{BIG5, Decoder, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, Read};
use std::mem;

/// The number of bytes by which an encoding is recognized, and that are converted at once.
const CHUNK: u64 = 64 * 1024;

/// A byte that is never a part of UTF-8.
const UNREADABLE: u8 = 0xFF;

/// Reads bytes of any of the known encodings as UTF-8.
pub(super) struct Utf8Reader<R> {
    input: R,
    encoding: Recognized,
    /// The last chunk as it was read.
    raw: Vec<u8>,
    /// The same as UTF-8.
    converted: Vec<u8>,
    /// The number of converted bytes that were given away.
    given: usize,
    /// True if there is nothing more to read.
    ended: bool,
}

/// State of the detection of the encoding.
enum Recognized {
    /// There were only ASCII characters, which all encodings share.
    Nothing,
    Utf8,
    Other(Decoder),
}

impl<R: Read> Utf8Reader<R> {
    pub(super) fn new(input: R) -> Self {
        let (raw, converted) = (Vec::new(), Vec::new());
        Self { input, encoding: Recognized::Nothing, raw, converted, given: 0, ended: false }
    }

    /// Reads and converts the next chunk.
    fn convert(&mut self) -> io::Result<()> {
        self.raw.clear();
        let read = self.input.by_ref().take(CHUNK).read_to_end(&mut self.raw)?;
        self.ended = (read as u64) < CHUNK;
        if matches!(self.encoding, Recognized::Nothing) {
            self.encoding = recognize(&self.raw);
        }
        self.given = 0;
        match &mut self.encoding {
            Recognized::Other(decoder) => {
                self.converted.clear();
                decode(decoder, &self.raw, self.ended, &mut self.converted);
            }
            Recognized::Nothing | Recognized::Utf8 => mem::swap(&mut self.raw, &mut self.converted),
        }
        Ok(())
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let mut rest = self.converted.get(self.given..).unwrap_or_default();
            if !rest.is_empty() {
                let read = rest.read(buffer)?;
                self.given += read;
                return Ok(read);
            }
            if self.ended {
                return Ok(0);
            }
            if matches!(self.encoding, Recognized::Utf8) {
                return self.input.read(buffer);
            }
            self.convert()?;
        }
    }
}

/// Appends bytes as UTF-8.
fn decode(decoder: &mut Decoder, mut bytes: &[u8], is_last: bool, out: &mut Vec<u8>) {
    loop {
        let start = out.len();
        let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
        out.resize(start + most.unwrap_or(bytes.len()), 0);
        let room = out.get_mut(start..).unwrap_or_default();
        let (result, read, written) =
            decoder.decode_to_utf8_without_replacement(bytes, room, is_last);
        out.truncate(start + written);
        bytes = bytes.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => out.push(UNREADABLE),
        }
    }
}

/// Recognizes an encoding by its mark, by the zeros of UTF-16, or by the first characters beyond ASCII.
fn recognize(bytes: &[u8]) -> Recognized {
    let other =
        |encoding: &'static Encoding| Recognized::Other(encoding.new_decoder_with_bom_removal());
    match (Encoding::for_bom(bytes), bytes) {
        (Some((marked, _)), _) if marked == UTF_8 => return Recognized::Utf8,
        (Some((marked, _)), _) => return other(marked),
        (None, [1..=255, 0, 1..=255, 0, ..]) => return other(UTF_16LE),
        (None, [0, 1..=255, 0, 1..=255, ..]) => return other(UTF_16BE),
        (None, _) => {}
    }
    match str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => Recognized::Nothing,
        Ok(_) => Recognized::Utf8,
        // A character that the end of the chunk cuts.
        Err(error) if error.error_len().is_none() && bytes.len() as u64 == CHUNK => {
            Recognized::Utf8
        }
        Err(_) => by_pairs(bytes).map_or(Recognized::Utf8, other),
    }
}

/// Recognizes GB 18030 and Big5 by the pairs of bytes that common characters have in them. A letter with an
/// accent of a Western encoding, beside one of ASCII, looks like neither.
fn by_pairs(bytes: &[u8]) -> Option<&'static Encoding> {
    let (mut pairs, mut ascii_trails, mut common_in_big5) = (0, 0, 0);
    let mut rest = bytes.iter();
    while let Some(lead) = rest.next() {
        if !lead.is_ascii() {
            pairs += 1;
            common_in_big5 += usize::from(matches!(lead, 0xA1..=0xC6));
            ascii_trails += usize::from(rest.next().is_some_and(u8::is_ascii));
        }
    }
    let likely = if ascii_trails * 5 <= pairs {
        GB18030
    } else if common_in_big5 * 10 >= pairs * 9 {
        BIG5
    } else {
        return None;
    };
    let mut decoder = likely.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len())?);
    let (_, _, had_errors) = decoder.decode_to_string(bytes, &mut text, false);
    (!had_errors).then_some(likely)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "姓名,电话\n林阿嬷,138\n陈师傅,139\n";

    fn read(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        Utf8Reader::new(bytes).read_to_end(&mut out).unwrap();
        out
    }

    fn utf16(text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
    }

    // D1, case 09.
    #[test]
    fn every_encoding_of_a_spreadsheet_is_read() {
        let traditional = "姓名,電話\n林阿嬤,138\n陳師傅,139\n黃媽媽,140\n";
        assert_eq!(read(LIST.as_bytes()), LIST.as_bytes());
        assert_eq!(read(&GB18030.encode(LIST).0), LIST.as_bytes());
        assert_eq!(read(&BIG5.encode(traditional).0), traditional.as_bytes());
        assert_eq!(read(&utf16(LIST, b"\xFF\xFE", u16::to_le_bytes)), LIST.as_bytes());
        assert_eq!(read(&utf16(LIST, b"\xFE\xFF", u16::to_be_bytes)), LIST.as_bytes());
        assert_eq!(read(&utf16("name\nAnn", b"", u16::to_le_bytes)), b"name\nAnn");
        assert_eq!(read(&utf16("name\nAnn", b"", u16::to_be_bytes)), b"name\nAnn");
    }

    #[test]
    fn a_long_list_is_recognized_by_its_first_characters_wherever_they_are() {
        let long = format!("{}{}", "Ann,138\n".repeat(20_000), LIST.repeat(20_000));
        assert_eq!(read(&GB18030.encode(&long).0), long.as_bytes());
        assert_eq!(read(&utf16(&long, b"\xFF\xFE", u16::to_le_bytes)), long.as_bytes());
        assert_eq!(read(long.as_bytes()), long.as_bytes());
    }

    #[test]
    fn what_cannot_be_read_stays_so() {
        for bytes in [&b"C1,\xFF\nC2"[..], b"M\xFCller,Jos\xE9\nGr\xFCn", b"\xE6\x9E\x97,caf\xE9\n"]
        {
            assert_eq!(read(bytes), bytes);
        }
        let mut cut = utf16("name\nAnn", b"\xFF\xFE", u16::to_le_bytes);
        cut.pop();
        assert_eq!(read(&cut), b"name\nAn\xFF");
    }
}
