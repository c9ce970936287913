/** What the words around a name say of it wherever the article names it: firms and rivers. */

const suffixes = "AG|Corp|GmbH|Holdings|Inc|Industries|Ltd|NV|PLC|Plc|SA|SpA";
// "Marlowe Glass Corp"; "Cullyhanna, Co Armagh" is a place.
const firmPattern = new RegExp(
  String.raw`(?<![\p{L}&-])(\p{Lu}[\p{L}&-]{1,30}(?:,? \p{Lu}[\p{L}&-]{1,30}){0,2}),? (?:${suffixes}|Co(?! \p{Lu}))\b`,
  "gu",
);
// "Kidder, Peabody and Co"; "Clinton and Co" are people.
const partnersPattern = /(?<![\p{L}&-])(\p{Lu}[\p{L}-]{1,30}(?:,? \p{Lu}[\p{L}-]{1,30}){1,2}),? (?:and|&) Co\b/gu;
// What a text must have for these to match: most texts have none.
const firmHint = new RegExp(String.raw` (?:${suffixes}|Co)\b`);
// "<Engesa>": so the wires mark a firm.
const markedFirmPattern = /<(\p{Lu}[\p{L}&. -]{1,40})>/gu;

/** Words of the names of firms: "Kidder" and "Peabody" of "Kidder, Peabody and Co". */
export function firmWords(texts: readonly string[]): Set<string> {
  const hinted = texts.filter((text) => firmHint.test(text));
  const named = [...firstGroups(hinted, firmPattern), ...firstGroups(hinted, partnersPattern)];
  const marked = firstGroups(
    texts.filter((text) => text.includes("<")),
    markedFirmPattern,
  );
  return new Set([...named, ...marked].flatMap((name) => name.split(/,? /u)));
}

// "River Kent".
const riverPattern = /\bRiver (\p{Lu}\p{L}+)/gu;

/** What is called a river: "Kent" of "River Kent". */
export function riverNames(texts: readonly string[]): Set<string> {
  return new Set(
    firstGroups(
      texts.filter((text) => text.includes("River ")),
      riverPattern,
    ),
  );
}

// "Families along the Shannon".
const watersidePattern =
  /\b(?:along|across|banks? of|cross(?:e[ds]|ing)?) the (?:lower |upper )?(\p{Lu}\p{L}+)(?![\p{L}'’-]| \p{Lu})/gu;

/** What something is along or across: "Shannon" of "along the Shannon". */
export function watersideNames(texts: readonly string[]): Set<string> {
  return new Set(firstGroups(texts, watersidePattern));
}

function firstGroups(texts: readonly string[], pattern: RegExp): string[] {
  return texts.flatMap((text) => Array.from(text.matchAll(pattern), ([, name = ""]) => name));
}
