/** Clubs that are called by their town: "Sunderland hold Arsenal" names no place. */

import type { Mention } from "../types.ts";
import type { Passage } from "./passages.ts";

// What a report on a game is full of.
const gamePattern =
  /\b(?:goals?|goalkeeper|striker|midfielder|penalty|half-time|season|league|coach|touchdowns?|innings|wickets?|quarterback|fixture|playoffs?|substitute|Premier League|NBA|NFL|NHL|\d{1,2}-\d{1,2})\b/giu;

/** Words of the game in an article from which it is a report on one. */
const fewestWords = 5;

// "beat Chelsea", "against Leicester".
const opponentPattern =
  /\b(?:beat|beating|defeated|thrashed|against|edged|stunned|faced?|hosted?|hosts|visitors|champions) $/u;

// "Sunderland goalkeeper", "Arsenal 3-1", "Leicester lost", "Manchester City".
const clubPattern =
  /^(?: \d{1,3}-\d{1,3}\b| (?:beat|lost to|won \d|drew|defeated|thrashed|hold|held|were held|goalkeeper|striker|midfielder|defender|winger|captain|coach|manager|boss|fans|supporters|players?|quarterback|pitcher|forward)\b| (?:FC|AFC|United|City|Town|Rovers|Wanderers|Albion|Athletic|Hotspur)\b)/u;

// "City" in "Hull City", where the word is in the name.
const clubNamePattern = / (?:FC|AFC|United|Rovers|Wanderers|Albion|Athletic|Hotspur)$/u;

// "in Leicester", "at Burnley": where a game is played.
const groundPattern = /\b(?:in|at|from|near|to|of|around|outside) $/u;

/** Leaves out the clubs that a report on a game calls by their towns; a name that is once a club's is one wherever nothing says where. */
export function withoutTeams(mentions: readonly Mention[], passages: readonly Passage[]): Mention[] {
  const textAround = ({ paragraph, start, end }: Mention): readonly [string, string] => {
    const text = passages[paragraph]?.text ?? "";
    return [text.slice(Math.max(0, start - 20), start), text.slice(end, end + 20)];
  };
  const isClub = (mention: Mention): boolean => {
    const [before, after] = textAround(mention);
    return clubNamePattern.test(mention.text) || clubPattern.test(after) || opponentPattern.test(before);
  };
  const clubs = new Set(mentions.filter(isClub).map(({ text }) => text.toUpperCase()));
  if (clubs.size === 0 || !isGame(passages)) return [...mentions];
  return mentions.filter((mention) => {
    const isAtGround = groundPattern.test(textAround(mention)[0]) && !isClub(mention);
    return isAtGround || !clubs.has(mention.text.toUpperCase());
  });
}

function isGame(passages: readonly Passage[]): boolean {
  let words = 0;
  for (const { text } of passages) {
    for (const _ of text.matchAll(gamePattern)) if (++words >= fewestWords) return true;
  }
  return false;
}
