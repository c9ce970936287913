/** Writes XML: what a template itself says is markup, what is put into it is text. */

/** Markup that is finished, as `xml` made it. */
export interface Xml {
  readonly markup: string;
}

/** Makes markup of a template: strings in it are escaped, other markup stands as it is. */
export function xml(template: TemplateStringsArray, ...parts: readonly (string | Xml)[]): Xml {
  const markup = parts.map((part) => (typeof part === "string" ? escapeXml(part) : part.markup));
  return { markup: String.raw({ raw: template }, ...markup) };
}

/** Pieces of markup, one to a line. */
export function xmlLines(pieces: readonly Xml[]): Xml {
  return { markup: pieces.map(({ markup }) => `${markup}\n`).join("") };
}

/** A whole XML file. */
export function xmlFile({ markup }: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup}\n`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Bell, escape, half of a surrogate pair, U+FFFE: XML 1.0 cannot hold them, not even escaped.
const forbiddenPattern = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text.replace(forbiddenPattern, "\ufffd").replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}
