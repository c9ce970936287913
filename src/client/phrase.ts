import { fold } from "./facet.ts";

/** Whether a text has the words of a phrase side by side and in the very form; case, accents and signs do not count. */
export function hasPhrase(text: string, phrase: string): boolean {
  return [" ", ""].some((hyphen) => ` ${plainWords(text, hyphen)} `.includes(` ${plainWords(phrase, hyphen)} `));
}

/** The words of a text in small letters, without accents and signs: "Soviet-made T-72s" as "soviet made t 72s" or, with nothing for a hyphen, as "sovietmade t72s". */
export function plainWords(text: string, hyphen: string): string {
  return fold(text)
    .replace(/['’ʼ]/gu, "")
    .replace(/(?<=[\p{L}\p{N}])[-\u2010-\u2012](?=[\p{L}\p{N}])/gu, hyphen)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
