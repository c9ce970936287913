/** The entities that a map can show: those whose position is known, of whatever kind. */

import { compareText } from "./data.ts";
import { fullName, type FiledEntity } from "./filing.ts";

/** An entity and where it lies, in degrees north and east. */
export interface LocatedEntity {
  readonly filed: FiledEntity;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Those of the entities that have a position, the most named first. */
export function locatedEntities(entities: readonly FiledEntity[]): LocatedEntity[] {
  return entities
    .flatMap((filed) => {
      const { latitude, longitude } = filed.entity;
      if (latitude === undefined || longitude === undefined || !isOnEarth(latitude, longitude)) return [];
      return { filed, name: fullName(filed.entity), latitude, longitude };
    })
    .toSorted((a, b) => b.filed.articles - a.filed.articles || compareText(a.filed.url, b.filed.url));
}

/** Whether a latitude and a longitude are those of a place. */
export function isOnEarth(latitude: number, longitude: number): boolean {
  // Neither holds for NaN.
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
