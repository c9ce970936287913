/** Makes decoded text uniform without changing what a reader sees. */

// "\r\n" of Windows, "\r" of old Macs, NEL, line separator; VT is Word's line break.
const LINE_ENDS = /\r\n?|[\v\u0085\u2028]/gu;
// A new page or a paragraph separator ends a paragraph: "…the end.\fPage 2".
const PARAGRAPH_ENDS = /[\f\u2029]/gu;
// "infor\u00ad\nmation": a soft hyphen that was used; the word goes on.
const USED_SOFT_HYPHEN = /\u00ad[ \t]*\n[ \t]*(?=\p{L})/gu;
// NUL, bell, escape and the like, and the C1 controls of a wrongly decoded file.
const CONTROLS = /[^\P{Cc}\t\n]/gu;
// Zero-width space, word joiner, stray byte-order mark, soft hyphen, Mongolian vowel separator.
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad\u180e]/gu;
// Marks, embeddings, overrides and isolates of writing direction: "\u202Etxt.exe" would show its end first.
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// A joiner means something after an Arabic or Indic letter ("می‌خواهم") and inside an emoji; elsewhere it is debris.
const STRAY_JOINERS =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]/gu;
// No-break space, en and em space, thin space, ideographic space.
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/** Normalises line ends, spaces and characters that nobody sees, and composes accents (NFC). */
export function normalise(text: string): string {
  return text
    .replace(LINE_ENDS, "\n")
    .replace(PARAGRAPH_ENDS, "\n\n")
    .replace(USED_SOFT_HYPHEN, "")
    .replace(CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(DIRECTIONS, "")
    .replace(STRAY_JOINERS, "")
    .replace(SPACES, " ")
    .normalize("NFC");
}
