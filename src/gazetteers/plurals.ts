const sameInPlural: ReadonlySet<string> = new Set(["aircraft", "artillery", "ammunition", "ordnance", "armour"]);

/** The plurals of a word in small letters; none of a number, nor of what has no plural of its own. */
export function pluralsOf(word: string): string[] {
  const last = word.at(-1) ?? "";
  if ((last >= "0" && last <= "9") || sameInPlural.has(word)) return [];
  if (!"esxzhoy".includes(last)) return [`${word}s`];
  // "knife": knives.
  if (word.endsWith("fe") && !word.endsWith("ffe")) return [`${word.slice(0, -2)}ves`];
  // "cutlass", "torch", "flash": -es.
  if (/(?:s|x|z|ch|sh)$/u.test(word)) return [`${word}es`];
  // "torpedo": -es; "torpedos" is met as well.
  if (last === "o") return [`${word}es`, `${word}s`];
  // "battery": batteries.
  if (/[^aeiou]y$/u.test(word)) return [`${word.slice(0, -1)}ies`];
  return [`${word}s`];
}
