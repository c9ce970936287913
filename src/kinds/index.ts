import { loadPersonLists, type PersonLists } from "../gazetteers/persons.ts";
import { loadPlaces, type Places } from "../gazetteers/places.ts";
import type { Kind, Settings } from "../types.ts";
import { personKind } from "./person.ts";
import { placeKind } from "./place.ts";
import { weaponKind } from "./weapon.ts";

/** What several kinds, and reading, look names up in. */
interface SharedLists {
  readonly places: Places;
  readonly persons: PersonLists;
}

/** Everything that Clipfile looks for, in the order in which pages show it; reads the lists of each kind that are not given. */
export function loadKinds(
  { home }: Pick<Settings, "home">,
  { places = loadPlaces(), persons = loadPersonLists() }: Partial<SharedLists> = {},
): readonly Kind[] {
  return [personKind(persons), placeKind(places, home), weaponKind()];
}
