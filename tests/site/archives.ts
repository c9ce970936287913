import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Texts of an archive by path. */
type Texts = Readonly<Record<string, string | Uint8Array>>;

/** A new folder that is removed when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "clipfile-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Writes texts into a folder. */
export function writeTexts(folder: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const people = ["Ashton Carter", "Sergei Shoigu", "Kofi Annan", "Madeleine Albright", "Colin Powell", "Hans Blix"];
const places = ["Iran", "Syria", "Mosul", "Baghdad", "Beirut"];
const weapons = ["Kalibr", "T-72", "AK-47", "RPG-7"];

/** Twenty-six articles whose facets can be counted by hand: every fifth names Iran, every fourth the Kalibr, every seventh is undated. */
export const countedArticles: Texts = Object.fromEntries(
  Array.from({ length: 26 }, (_, i) => {
    const [person, place, weapon] = [people[i % 6], places[i % 5], weapons[i % 4]];
    const date = i % 7 === 6 ? "" : `${1990 + i}-03-${String(i + 1).padStart(2, "0")}\n\n`;
    const body = [
      `Observers in ${place} said that they had counted convoy number ${i} on the road.`,
      `The ${weapon} was shown to reporters, and ${person} said the arsenal would be inspected.`,
      "Nothing more was known by the evening, and the road stayed closed.",
    ].join("\n\n");
    return [`convoy-${i}.txt`, `Convoy ${i} Seen\n\nBy Jane Doe\n\n${date}${body}\n`];
  }),
);

const paragraph = "Gen. Omar Haddad said in Beirut that the T-72 tanks had gone.";

/** Texts that try to be something other than text, or break what reads them. */
export const hostileTexts: Texts = {
  "markup.txt": `<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> & &amp; ${paragraph}\n\n</main></body><style>*{display:none}</style>\n`,
  "template.txt": `Braces {{ 7 * 7 }} here\n\n{% include "base.njk" %} {{ site | dump }} {# gone #} ${paragraph}\n`,
  "code-front-matter.md": `---js\n{ title: process.exit(3) }\n---\n\nAfter the code\n\n${paragraph}\n`,
  "bad-yaml.txt": `---\ntitle: [unclosed\ndate: : :\n---\nAfter the YAML\n\n${paragraph}\n`,
  "markdown.txt": `Signs at line starts\n\n1991. A year\n\n# no heading\n\n> no quote\n\n* no list\n\n_no_ *emphasis* \`code\` [link](/people/)\n\n    indented\n\n[a]: /definition\n\n---\n\n${paragraph}\n`,
  "symbols.txt": `!!! ??? ***\n\n${paragraph}\n`,
  "symbols-again.txt": `!!! ??? ***\n\n${paragraph}\n`,
  "long-name.txt": `A Name\n\n${"Aleksandr ".repeat(30)}said that ${paragraph}\n`,
  "unbroken.txt": `${"A".repeat(300)}\n\n${"B".repeat(5000)} ${paragraph}\n`,
  "right-to-left.txt": `تقرير من بغداد\n\nقال مسؤول إن \u202eالدبابات\u202c انسحبت.\n\n${paragraph}\n`,
  "hundred.txt": `A Hundred Paragraphs\n\n${`${paragraph} He met Sergei Shoigu in Moscow, and nobody said a word about the Kalibr missiles.\n\n`.repeat(100)}`,
  "quiet.txt": "Nobody named\n\nIt was quiet.\n",
  "hebrew.txt":
    "דיווח מן הגבול\n\nדובר הצבא מסר ביום רביעי כי טנק מדגם T-72 נראה ליד Beirut, וכי הדרך נסגרה מיד לאחר מכן לתנועה.\n",
  "bidi.txt": `Invoice \u202egnp.exe\u202c arrived\n\n\u2066\u2067${paragraph}\n`,
  "Same Title.txt": `Kabul Blast\n\n${paragraph}\n`,
  "same-title-2.txt": `KABUL BLAST\n\n${paragraph}\n`,
  "same-title-3.txt": `Kábul Blast\n\n${paragraph}\n`,
  "..%2f.txt": `Percent\n\n${paragraph}\n`,
  "index.txt": `index\n\n${paragraph}\n`,
  "page.txt": `page\n\n${paragraph}\n`,
  "search.txt": `Search\n\n${paragraph}\n`,
  "nested/index.txt": `Index\n\n${paragraph}\n`,
  "nested/with space & ampersand #1.txt": `Spaces\n\n${paragraph}\n`,
  "nested/ünïcode-名前.txt": `名前\n\n${paragraph}\n`,
  "byline.txt": `Quote " in its name\n\nBy "><script>alert(1)</script>\n\n${paragraph}\n`,
  "latin.txt": Buffer.from(`Caf\xe9 M\xe1laga\n\nThe Jos\xe9 report. ${paragraph}\n`, "latin1"),
  "utf16.txt": Buffer.from(`\ufeffSixteen bits\n\n${paragraph}\n`, "utf16le"),
  "nul.txt": `Nul\0 signs\n\nZero\u200bwidth and soft\u00adhyphen. ${paragraph}\f\n`,
  "empty.txt": "",
  "blank.txt": " \n\n \t\n",
  "binary.txt": Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
};

/** Writes the hostile archive, with what only some systems can hold: a name reserved on Windows, a loop of links. */
export function writeHostileArchive(folder: string): void {
  writeTexts(folder, hostileTexts);
  if (process.platform === "win32") return;
  writeTexts(folder, { "CON.txt": `Con\n\n${paragraph}\n`, "aux.txt": `Aux\n\n${paragraph}\n` });
  symlinkSync(folder, join(folder, "nested", "loop"));
  symlinkSync(join(folder, "nowhere"), join(folder, "dangling.txt"));
}
