/// Reads JSON strictly by [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259), and writes it as UTF-8.
///
/// Start at [JsonObject#parse(byte\[\])] to read, at [JsonWriter] to write. An object is read into names and values. A
/// value is not converted but kept as its *JSON text*, so `1e400` and integers of 64 bits come out as they went in.
/// [Json] converts such a text into a string or a number.
///
/// `JsonReader` is the grammar; it reads bytes through a `Cursor`, and strings with `JsonString` and `Utf8`. A
/// `MemberValue` is a place in the document, from which `Compact` copies the text when it is asked for.
///
/// What the standard leaves open is decided as follows:
///
/// | input | what happens |
/// | --- | --- |
/// | bytes that are not UTF-8: overlong forms, surrogates, code points beyond U+10FFFF, truncated sequences | refused |
/// | a byte order mark, UTF-16, UTF-32 | refused |
/// | objects and arrays deeper than [Json#MAX_DEPTH] | refused |
/// | numbers of any size, precision and length | kept digit by digit, never computed |
/// | escaped half surrogate pairs, `"\ud800"` | kept in names and in a value's text, refused in decoded strings |
/// | two members of one name | the last value counts, at the place of the first, as browsers do |
/// | names that look alike, as é in one or two code points | different: no normalisation |
/// | whitespace between the tokens of a value | dropped, so that a value never spans lines |
/// | escapes within a value, `"\u0041"` | kept as they stand |
///
/// Every string handed out but a name is therefore well-formed Unicode. Reading takes time linear in the input.
package prisme.json;
