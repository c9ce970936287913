/** A point on the earth, in degrees north and east. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Kilometres between two places on a sphere (haversine). */
export function distance(a: Coordinates, b: Coordinates): number {
  const radians = Math.PI / 180;
  const [north, south] = [a.latitude * radians, b.latitude * radians];
  const east = (a.longitude - b.longitude) * radians;
  return 12_742 * Math.asin(Math.sqrt(haversine(north - south) + Math.cos(north) * Math.cos(south) * haversine(east)));
}

function haversine(angle: number): number {
  return Math.sin(angle / 2) ** 2;
}

/** Degrees of latitude that are farther than what is asked to be near. */
const farNorth = 5;

/**
 * Kilometres between two places on a flat map that is right near both, for comparing one with dozens; infinite for places
 * that lie more than five degrees apart from north to south.
 */
export function roughDistance(a: Coordinates, b: Coordinates): number {
  const north = a.latitude - b.latitude;
  // Most are far apart already from north to south, and a cosine takes time.
  if (north > farNorth || north < -farNorth) return Number.POSITIVE_INFINITY;
  const east = Math.abs(a.longitude - b.longitude);
  const narrowing = Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return 111.2 * Math.hypot(north, Math.min(east, 360 - east) * narrowing);
}
