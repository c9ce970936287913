import { loadPlaces, type Places } from "../gazetteers/places.ts";
import type { Kind, Settings } from "../types.ts";
import { personKind } from "./person.ts";
import { placeKind } from "./place.ts";
import { weaponKind } from "./weapon.ts";

/** Everything that Clipfile looks for, in the order in which pages show it; reads the lists of each kind. */
export function loadKinds({ home }: Pick<Settings, "home">, places: Places = loadPlaces()): readonly Kind[] {
  return [personKind(), placeKind(places, home), weaponKind()];
}
