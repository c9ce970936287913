/** Land, countries and present-day borders as Natural Earth draws them at 1:50 million; public domain, packed by `world-atlas`. */

import { createRequire } from "node:module";
import { geoBounds, type GeoPermissibleObjects } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** Degrees from west to east and from south to north; west is greater than east across the 180th meridian. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What a map of the whole world is drawn from. */
export interface World {
  readonly land: GeoPermissibleObjects;
  /** Where two countries meet; no coasts. */
  readonly borders: GeoPermissibleObjects;
  readonly countries: readonly Country[];
}

/** One country's land, and where it lies. */
export interface Country {
  readonly shape: GeoPermissibleObjects;
  readonly bounds: Bounds;
}

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

let world: World | undefined;

/** The shapes of the world; read once, when the first map asks for them. */
export function readWorld(): World {
  world ??= unpackWorld(createRequire(import.meta.url)("world-atlas/countries-50m.json"));
  return world;
}

function unpackWorld(atlas: Atlas): World {
  const { land, countries } = atlas.objects;
  return {
    land: feature(atlas, land),
    borders: mesh(atlas, countries, (a, b) => a !== b),
    countries: feature(atlas, countries).features.map((shape) => ({ shape, bounds: boundsOf(shape) })),
  };
}

function boundsOf(shape: GeoPermissibleObjects): Bounds {
  const [[west, south], [east, north]] = geoBounds(shape);
  return { west, south, east, north };
}
