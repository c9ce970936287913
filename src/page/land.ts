/** Land and present-day borders as Natural Earth draws them at 1:50 million; public domain, packed by `world-atlas`. */

import { createRequire } from "node:module";
import type { GeoPermissibleObjects } from "d3-geo";
import { merge, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { simplifyLine } from "./outline.ts";

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

/** How much of the world a map needs. */
export interface LandWanted {
  /** Degrees that a coast may be off; 0 for all that there is. */
  readonly tolerance: number;
  /** Whether a country with these bounds is of interest. */
  readonly isNear: (bounds: Bounds) => boolean;
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

/** By tolerance; unpacked once, when the first map asks for them. */
const worlds = new Map<number, World>();

/** The land of some countries, and the borders between them. */
export function landOf({ tolerance, isNear }: LandWanted): Land {
  const { atlas, countries } = worldWithin(tolerance);
  const near = countries.filter(({ bounds }) => isNear(bounds)).map(({ shape }) => shape);
  return {
    land: merge(atlas, near),
    borders: mesh(atlas, { type: "GeometryCollection", geometries: near }, (a, b) => a !== b),
  };
}

function worldWithin(tolerance: number): World {
  const known = worlds.get(tolerance);
  if (known) return known;
  const packed: Atlas = createRequire(import.meta.url)("world-atlas/countries-50m.json");
  const atlas = tolerance === 0 ? packed : simplifyAtlas(packed, tolerance);
  const countries = atlas.objects.countries.geometries.flatMap((shape) =>
    shape.type === "Polygon" || shape.type === "MultiPolygon" ? [{ shape, bounds: boundsOf(atlas, shape) }] : [],
  );
  const world = { atlas, countries };
  worlds.set(tolerance, world);
  return world;
}

/** Neighbours share the lines between them, so they still meet when each line is simplified by itself. */
function simplifyAtlas({ transform, ...atlas }: Atlas, tolerance: number): Atlas {
  const [scaleX, scaleY] = transform?.scale ?? [1, 1];
  const [originX, originY] = transform?.translate ?? [0, 0];
  const arcs = atlas.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const points = arc.map(([dx = 0, dy = 0]) => {
      [x, y] = [x + dx, y + dy];
      return [x * scaleX + originX, y * scaleY + originY] as const;
    });
    return simplifyLine(points, tolerance).map(([longitude, latitude]) => [longitude, latitude]);
  });
  return { ...atlas, arcs };
}

function boundsOf(atlas: Atlas, shape: Polygon | MultiPolygon): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude = 0, latitude = 0] of merge(atlas, [shape]).coordinates.flat(2)) {
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  }
  return { west, south, east, north };
}
