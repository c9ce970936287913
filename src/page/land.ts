/** Land and present-day borders as Natural Earth draws them at 1:50 million; public domain, packed by `world-atlas`. */

import { createRequire } from "node:module";
import type { GeoPermissibleObjects } from "d3-geo";
import { merge, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";

/** Degrees; a country on both sides of the 180th meridian reaches from -180 to 180. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What a map is drawn from. */
export interface Land {
  readonly land: GeoPermissibleObjects;
  /** Where two countries meet; no coasts. */
  readonly borders: GeoPermissibleObjects;
}

type Atlas = Topology<{ countries: GeometryCollection }>;

interface Country {
  readonly shape: Polygon | MultiPolygon;
  readonly bounds: Bounds;
}

interface World {
  readonly atlas: Atlas;
  readonly countries: readonly Country[];
}

let world: World | undefined;

/** The land and the borders of those countries whose bounds a map is interested in. */
export function landOf(isNear: (bounds: Bounds) => boolean): Land {
  world ??= readWorld();
  const { atlas, countries } = world;
  const near = countries.filter(({ bounds }) => isNear(bounds)).map(({ shape }) => shape);
  return {
    land: merge(atlas, near),
    borders: mesh(atlas, { type: "GeometryCollection", geometries: near }, (a, b) => a !== b),
  };
}

/** Read once, when the first map asks for it. */
function readWorld(): World {
  const atlas: Atlas = createRequire(import.meta.url)("world-atlas/countries-50m.json");
  const countries = atlas.objects.countries.geometries.flatMap((shape) =>
    shape.type === "Polygon" || shape.type === "MultiPolygon" ? [{ shape, bounds: boundsOf(atlas, shape) }] : [],
  );
  return { atlas, countries };
}

function boundsOf(atlas: Atlas, shape: Polygon | MultiPolygon): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude = 0, latitude = 0] of merge(atlas, [shape]).coordinates.flat(2)) {
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  }
  return { west, south, east, north };
}
