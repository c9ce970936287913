/** How a map is drawn: its frame, its lines, its circles and their names. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { circleRadius } from "../src/page/circles.ts";
import { frameAround, project } from "../src/page/frame.ts";
import { placeLabels } from "../src/page/labels.ts";
import { locatorMap } from "../src/page/locator.ts";
import { simplifyLine } from "../src/page/outline.ts";

describe("the frame of a map", () => {
  it("holds every place with room around it", () => {
    const { width, height, projection } = frameAround([
      [-77, 39],
      [44, 33],
      [151, -34],
    ]);
    for (const position of [
      [-77, 39],
      [44, 33],
      [151, -34],
    ] as const) {
      const [x, y] = project(projection, position);
      assert.ok(x > 50 && x < width - 50 && y > 50 && y < height - 50, `${position} is at ${x}, ${y}`);
    }
  });

  it("shows the sea between two islands on either side of the 180th meridian, not the world between them", () => {
    const { projection } = frameAround([
      [178, -18],
      [-172, -14],
    ]);
    assert.ok(projection.scale() > 2000);
  });

  it("shows the country around a single place", () => {
    const { projection, width } = frameAround([[44, 33]]);
    assert.ok(width / projection.scale() > 0.3);
  });
});

function mark(name: string, x: number, y: number) {
  return { name, x, y, radius: 4 };
}

describe("the names on a map", () => {
  const box = { left: 0, top: 0, right: 1000, bottom: 500 };
  const namesOf = (marks: Parameters<typeof placeLabels>[0], scale = 1) =>
    placeLabels(marks, { scale, box }).map(({ name }) => name);

  it("do not lie on one another: what is named more often goes first", () => {
    const crowd = Array.from({ length: 40 }, (_, i) => mark(`Crowded ${i}`, 500 + (i % 8), 250 + (i % 5)));
    const names = namesOf(crowd);
    assert.equal(names[0], "Crowded 0");
    assert.ok(names.length < 5);
  });

  it("find another side when one is taken, or has no room", () => {
    const [first, second] = placeLabels([mark("Left", 500, 250), mark("Right", 510, 250)], { scale: 1, box });
    assert.deepEqual([first?.anchor, second?.anchor], ["end", "start"]);
    assert.equal(placeLabels([mark("At the edge", 995, 250)], { scale: 1, box })[0]?.anchor, "end");
  });

  it("keep off other circles where there is a side that does, and off their middles in any case", () => {
    const large = { ...mark("Large", 530, 250), radius: 20 };
    const [, small] = placeLabels([large, mark("Small", 500, 250)], { scale: 1, box });
    assert.equal(small?.anchor, "end");
    const around = [mark("a", 534, 275), mark("b", 466, 275), mark("c", 500, 215)];
    const crowd = around.map((each) => ({ ...each, radius: 30, name: "z".repeat(99) }));
    assert.deepEqual(namesOf([mark("Crowded", 500, 250), ...crowd]), ["Crowded"]);
    const middles = [540, 480].flatMap((x) =>
      [248, 236, 262].map((y) => ({ ...mark("z".repeat(99), x, y), radius: 30 })),
    );
    assert.deepEqual(namesOf([mark("Crowded", 500, 250), ...middles]), []);
  });

  it("are more when the map is magnified", () => {
    const pair = [
      mark("Nineveh", 500, 250),
      mark("Niniveh", 505, 252),
      mark("Ninevah", 495, 251),
      mark("Ninive", 500, 254),
    ];
    assert.ok(namesOf(pair, 0.1).length > namesOf(pair, 2).length);
  });

  it("are left out when they are as long as a sentence", () => {
    assert.deepEqual(namesOf([mark("A".repeat(300), 500, 250)]), []);
  });
});

describe("a circle", () => {
  it("has an area as the number of articles", () => {
    assert.ok(Math.abs(circleRadius(400, 400) / circleRadius(100, 400) - 2) < 0.05);
  });

  it("is never too small to be seen, nor too large", () => {
    assert.ok(circleRadius(1, 1_000_000) >= 2);
    assert.ok(circleRadius(1_000_000, 1_000_000) <= 22);
  });
});

describe("a line of a map", () => {
  it("loses the points that change nothing to be seen, and keeps its ends", () => {
    const line = [
      [0, 0],
      [1, 0.01],
      [2, 0],
      [3, 5],
      [4, 0],
    ] as const;
    assert.deepEqual(simplifyLine(line, 0.1), [
      [0, 0],
      [2, 0],
      [3, 5],
      [4, 0],
    ]);
  });

  it("of one point stays as it is", () => {
    assert.deepEqual(simplifyLine([[1, 1]], 0.1), [[1, 1]]);
  });
});

describe("the locator map", () => {
  it("marks the place on the lands around it", () => {
    const svg = locatorMap(33, 44);
    assert.match(svg, /^<svg [^>]*viewBox="0 0 320 240"/u);
    assert.match(svg, /<path class="map-land"[^>]*d="M/u);
  });

  it("is small wherever the place is", () => {
    for (let latitude = -90; latitude <= 90; latitude += 20) {
      for (let longitude = -180; longitude <= 180; longitude += 40) {
        const { length } = locatorMap(latitude, longitude);
        assert.ok(length > 200 && length < 15_000, `${latitude}, ${longitude}: ${length} characters`);
      }
    }
  });

  it("shows the same land around two places that are close", () => {
    const [land, sameLand] = [locatorMap(33.3, 44.4), locatorMap(33, 43.7)].map((svg) => svg.split("<circle")[0]);
    assert.equal(land, sameLand);
  });

  it("is nothing for a place that is not on Earth", () => {
    assert.deepEqual([locatorMap(Number.NaN, 0), locatorMap(0, 181), locatorMap(91, 0)], ["", "", ""]);
  });

  it("has nothing that a content security policy refuses", () => {
    assert.doesNotMatch(locatorMap(33, 44), /style=|<style|<script| on\w+=/u);
  });
});
