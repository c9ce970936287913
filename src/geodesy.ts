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
