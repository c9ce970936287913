/** How much an article's other places say for one of the places of a name, in points of importance (0–100), or against it. */

import type { PlaceRecord } from "../gazetteers/places.ts";
import { roughDistance } from "../geodesy.ts";
import {
  closeBy,
  countClose,
  isInNamedRegion,
  isPoint,
  nearby,
  regionKey,
  type Evidence,
  type FoundPlace,
} from "./evidence.ts";

/** Weights of what speaks for a place. A share is of the other places that the article is taken to name. */
const weights = {
  demonym: 16,
  countryShare: 20,
  regionShare: 40,
  close: 12,
  nextClose: 6,
  mostClose: 30,
  near: 8,
  nextNear: 2,
  mostNear: 14,
  beside: 12,
  home: 50,
} as const;

/** Kilometres from a neighbourhood at which a town is not of it. */
const farOff = 500;

/** Whether an article about one neighbourhood has nothing else that points to a far-off place. */
export function isStray(found: FoundPlace, evidence: Evidence): boolean {
  const { place } = found;
  const { neighbourhood } = evidence;
  if (!neighbourhood || !isPoint(place) || roughDistance(place, neighbourhood) < farOff) return false;
  return regionSupport(place, evidence, place) === 0 && nearSupport(place, evidence, found) === 0;
}

/** Countries whose papers name the state of a town in another one. */
const federations: ReadonlySet<string> = new Set(["AU", "CA", "US"]);

/** Importance from which a town needs no state behind its name: Beverly Hills. */
const wellKnownFrom = 42;

/** Whether an article names states, but neither that of a town nor anything close to it: Saco in a paper of Montana is not in Maine. */
export function isOfUnnamedState(place: PlaceRecord, evidence: Evidence): boolean {
  if (evidence.home || !isPoint(place) || place.importance >= wellKnownFrom || !federations.has(place.country ?? ""))
    return false;
  const namesStates = Array.from(evidence.regions).some(
    ([key, { weight }]) => weight > 0 && federations.has(key.slice(0, 2)),
  );
  return namesStates && !isInNamedRegion(place, evidence) && countClose(place, evidence) === 0;
}

/** What speaks for a place; `own` is what its name, in its paragraphs, was taken for so far, and is left aside. */
export function supportFor(place: PlaceRecord, evidence: Evidence, own?: FoundPlace): number {
  const taken = own?.place;
  return (
    countrySupport(place, evidence, taken) + regionSupport(place, evidence, taken) + nearSupport(place, evidence, own)
  );
}

function countrySupport({ country }: PlaceRecord, evidence: Evidence, own: PlaceRecord | undefined): number {
  if (country === undefined) return 0;
  const isOwn = own?.country === country;
  const counted = evidence.countries.get(country);
  const others = (counted?.count ?? 0) - Number(isOwn);
  const all = evidence.inCountries - Number(own?.country !== undefined);
  const demonym = evidence.demonyms.has(country) ? weights.demonym : 0;
  if (others <= 0 || !counted) return demonym;
  return Math.max(counted.weight, demonym) + shareOf(weights.countryShare, others, all);
}

/** One of one is less than ten of ten. */
function shareOf(weight: number, some: number, all: number): number {
  return (weight * some) / (all + 2);
}

function regionSupport(place: PlaceRecord, evidence: Evidence, own: PlaceRecord | undefined): number {
  const key = regionKey(place);
  if (key === undefined) return 0;
  const ownKey = own && regionKey(own);
  const counted = evidence.regions.get(key);
  const others = (counted?.count ?? 0) - Number(ownKey === key);
  if (others <= 0 || !counted) return 0;
  return counted.weight + shareOf(weights.regionShare, others, evidence.inRegions - Number(ownKey !== undefined));
}

function nearSupport(place: PlaceRecord, { located, home }: Evidence, own: FoundPlace | undefined): number {
  const atHome = home && isInHome(place, home) ? weights.home : 0;
  if (!isPoint(place)) return atHome;
  let [close, near, beside] = [0, 0, 0];
  for (const { place: other, paragraphs } of located) {
    if (other.key === place.key || other.key === own?.place.key) continue;
    const far = roughDistance(place, other);
    if (far >= nearby) continue;
    if (far < closeBy) close++;
    else near++;
    if (beside === 0 && own && sharesOne(paragraphs, own.paragraphs)) beside = weights.beside;
  }
  const around = stepped(close, weights.close, weights.nextClose, weights.mostClose);
  return atHome + around + stepped(near, weights.near, weights.nextNear, weights.mostNear) + beside;
}

function sharesOne(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  const [few, many] = some.size <= others.size ? [some, others] : [others, some];
  for (const each of few) if (many.has(each)) return true;
  return false;
}

function stepped(number: number, first: number, next: number, most: number): number {
  return number === 0 ? 0 : Math.min(most, first + (number - 1) * next);
}

function isInHome(place: PlaceRecord, home: PlaceRecord): boolean {
  if (place.country !== home.country) return false;
  if (home.kind === "country") return true;
  return home.kind === "region" ? regionKey(place) === regionKey(home) : roughDistance(place, home) < nearby;
}
