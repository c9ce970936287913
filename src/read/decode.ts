/** Finds out how bytes are encoded and decodes them. */
import { analyse } from "chardet";

/** Text, perhaps with a doubt that the user should hear of, or the reason why the bytes are no text. */
export type Decoded = { readonly text: string; readonly doubt?: string } | { readonly refusal: string };

/** Bytes looked at to recognise a format; a text shows its nature in less. */
const SAMPLE = 65_536;

const BYTE_ORDER_MARKS = [
  { mark: [0xff, 0xfe, 0, 0], encoding: undefined },
  { mark: [0, 0, 0xfe, 0xff], encoding: undefined },
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/** How files begin that people save beside their articles, or rename by mistake. */
const BINARY_FORMATS = [
  { name: "a PDF", start: "%PDF-" },
  { name: "a Word document, a spreadsheet or a ZIP file", start: "PK\x03\x04" },
  { name: "an old Word document", start: "\xd0\xcf\x11\xe0" },
  { name: "rich text", start: "{\\rtf" },
  { name: "a PNG image", start: "\x89PNG" },
  { name: "a JPEG image", start: "\xff\xd8\xff" },
  { name: "a GIF image", start: "GIF8" },
  { name: "a compressed file", start: "\x1f\x8b" },
  { name: "a program", start: "\x7fELF" },
] as const;

/** Decodes UTF-8 and UTF-16, with or without a byte-order mark, and the older encodings by what the bytes look like. */
export function decode(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE);
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked && !marked.encoding) return { refusal: "is in UTF-32 and was left out; save it as UTF-8" };
  if (marked?.encoding === "utf-16le" || marked?.encoding === "utf-16be") return decodeAs(bytes, marked.encoding);
  const format = BINARY_FORMATS.find(({ start }) => startsWith(bytes, start));
  if (format) return { refusal: `is ${format.name}, not text, and was left out; save it as plain text` };
  const wide = findUnmarkedUtf16(sample);
  if (wide) return decodeAs(bytes, wide);
  if (isBinary(sample)) return { refusal: "is not text and was left out; remove it or save it as plain text" };
  return decodeStrictly(bytes) ?? decodeMostlyUtf8(bytes) ?? decodeAs(bytes, guessLegacyEncoding(bytes));
}

// The bytes 0x80 to 0x9F of Windows-1252, in order; five of them mean nothing.
const WINDOWS_1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  // Several versions of Node decode Windows-1252 as Latin-1, which has control characters for quotation marks.
  if (encoding === "windows-1252" || encoding === "ISO-8859-1") return decodeWestern(bytes);
  return { text: new TextDecoder(encoding).decode(bytes) };
}

function decodeWestern(bytes: Uint8Array): Decoded {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return { text: latin.replace(/[\x80-\x9f]/gu, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!) };
}

function decodeStrictly(bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    // What `fatal` throws on bytes that are not UTF-8.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** UTF-8 with a few broken bytes, as a cut-off download has them: better a few marks than every accent wrong. */
function decodeMostlyUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let sound = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) sound++;
  }
  if (sound < 4 * broken) return undefined;
  return { text, doubt: `has ${broken} broken characters, shown as \u{fffd}; save it again as UTF-8` };
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((character, index) => bytes[index] === character.charCodeAt(0));
}

function isBinary(sample: Uint8Array): boolean {
  const nulls = count(sample, (byte) => byte === 0);
  // Tab to carriage return and escape occur in text; the other control characters hardly do.
  const controls = count(sample, (byte) => byte > 0 && byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27);
  return nulls > Math.max(8, sample.length * 0.2) || controls > Math.max(8, sample.length * 0.02);
}

function count(bytes: Uint8Array, isCounted: (byte: number) => boolean): number {
  let total = 0;
  for (const byte of bytes) if (isCounted(byte)) total++;
  return total;
}

/** In UTF-16 nearly every second byte is 0 or the number of one script's block; in the other half 0 hardly occurs. */
function findUnmarkedUtf16(sample: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (sample.length < 8 || !sample.includes(0)) return undefined;
  const even = sample.filter((_, index) => index % 2 === 0);
  const odd = sample.filter((_, index) => index % 2 === 1);
  if (isHighHalf(odd, even)) return "utf-16le";
  return isHighHalf(even, odd) ? "utf-16be" : undefined;
}

function isHighHalf(high: Uint8Array, low: Uint8Array): boolean {
  const blocks = new Uint32Array(256);
  for (const byte of high) blocks[byte]! += 1;
  const nulls = blocks[0]!;
  const script = Math.max(...blocks.slice(1));
  if (nulls < high.length * 0.05 || nulls + script < high.length * 0.8) return false;
  return count(low, (byte) => byte === 0) <= low.length * 0.02;
}

/** Windows-1252 unless the bytes clearly look like something else: most old newspaper files are Western. */
function guessLegacyEncoding(bytes: Uint8Array): string {
  const sample = legacySample(bytes);
  const matches = analyse(sample).filter(({ name }) => isDecodable(name));
  const best = matches[0];
  if (!best) return "windows-1252";
  const western = matches.find(({ name }) => name === "windows-1252" || name === "ISO-8859-1");
  const lead = best.confidence - (western?.confidence ?? 0);
  // Polish or Turkish have about one accent in ten letters: few enough to want clearer proof.
  const isMostlyAccented = count(sample, (byte) => byte > 127) > 0.3 * count(sample, isLetterByte);
  return (isMostlyAccented ? lead > 0 : lead >= 20) ? best.name : "windows-1252";
}

/** A sample that begins where the first byte beyond ASCII is, lest a long English opening hide the encoding. */
function legacySample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127);
  const start = Math.max(0, first - SAMPLE / 2);
  return bytes.subarray(start, start + SAMPLE);
}

function isLetterByte(byte: number): boolean {
  return byte > 127 || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

function isDecodable(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== "utf-8";
  } catch (error) {
    // What an encoding unknown to this platform throws.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
