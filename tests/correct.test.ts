import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { parseAuthority } from "../src/authority.ts";
import { buildArchive, readArchive } from "../src/build.ts";
import { correctEntities } from "../src/correct.ts";
import { fullName } from "../src/full-name.ts";
import type { Entity, Kind, Report } from "../src/types.ts";
import { archive, article, kinds as plainKinds } from "./archive.ts";
import { temporaryFolder, writeTexts } from "./site/archives.ts";
import { readTable } from "./site/tables.ts";

const marsh = { classes: ["city"], country: "SY", latitude: 36.5, longitude: 37.2 };

/** Kinds of which places know one name. */
const kinds: readonly Kind[] = plainKinds.map((kind) =>
  kind.name === "place" ? { ...kind, describe: (name) => (name === "Marea" ? marsh : undefined) } : kind,
);

const articles = [
  article("a.txt", ["[Bush](person) speaks", "[George Bush](person) met [Gorbachov](person) in [Mare](place)."]),
  article("b.txt", [
    "Again",
    "[Bush](person) met [Gorbachev](person). The 9M729 missile flew; [missile](weapon)s fly.",
  ]),
  article("c.txt", ["Later", "[Hunter](person) shot with a 9M729 near Marea and [Mare](place)."]),
];

const { entities } = archive(articles, { Mare: { classes: ["city"], country: "FR", latitude: 48, longitude: 2 } });

/** What the articles name after corrections: "person Bush: a.txt, b.txt", and the warnings. */
function corrected(...lines: readonly string[]) {
  const corrections = parseAuthority(lines.join("\n"), kinds);
  const { entities: found, warnings } = correctEntities(entities, { corrections, articles, kinds });
  return { found, warnings: warnings.map(({ file, line, message }) => `${file}:${line}: ${message}`) };
}

function named(found: readonly Entity[], kind = "person"): Readonly<Record<string, readonly string[]>> {
  const own = found.filter((entity) => entity.kind === kind);
  return Object.fromEntries(
    own.map((entity) => [
      fullName(entity),
      entity.occurrences.map(({ source, mention }) => `${source} ${mention.text}`),
    ]),
  );
}

function entityOf(found: readonly Entity[], name: string): Entity {
  const entity = found.find((each) => fullName(each) === name);
  assert.ok(entity, `nothing is called ${name}`);
  return entity;
}

describe("a correction", () => {
  it("gives a name to what had another, with all its mentions, and says that it did", () => {
    const { found, warnings } = corrected("people:", "  Hunter: Sam Hunter");
    const { occurrences, otherNames } = entityOf(found, "Sam Hunter");
    assert.deepEqual(otherNames, ["Hunter"]);
    assert.deepEqual(
      occurrences.map(({ mention }) => [mention.foundBy, mention.confidence]),
      [["correction", 1]],
    );
    assert.ok(!("Hunter" in named(found)));
    assert.deepEqual(warnings, []);
  });

  it("unites two names, in order of article", () => {
    const { found } = corrected("people:", "  Gorbachov: Gorbachev");
    assert.deepEqual(named(found)["Gorbachev"], ["a.txt Gorbachov", "b.txt Gorbachev"]);
    assert.deepEqual(entityOf(found, "Gorbachev").otherNames, ["Gorbachov"]);
    assert.deepEqual(
      entityOf(found, "Gorbachev").occurrences.map(({ mention }) => mention.foundBy),
      ["correction", "test"],
    );
  });

  it("holds for some articles only when it says so", () => {
    const { found } = corrected("people:", "  Bush: { is: George Bush, in: a.txt }");
    assert.deepEqual(named(found), {
      "George Bush": ["a.txt Bush", "a.txt George Bush"],
      Gorbachov: ["a.txt Gorbachov"],
      Bush: ["b.txt Bush"],
      Gorbachev: ["b.txt Gorbachev"],
      Hunter: ["c.txt Hunter"],
    });
  });

  it("keeps two people of one name apart", () => {
    const { found } = corrected("people:", "  Bush: [{ is: Bush (father), in: a.txt }, { is: Bush (son), in: b.txt }]");
    const { name, distinction, occurrences } = entityOf(found, "Bush (father)");
    assert.deepEqual([name, distinction, occurrences.length], ["Bush", "father", 1]);
    assert.deepEqual(named(found)["Bush (son)"], ["b.txt Bush"]);
  });

  it("says that a name is none of its kind", () => {
    const { found } = corrected("people:", "  Hunter: false", "  Bush: { is: false, in: b.txt }");
    assert.deepEqual(Object.keys(named(found)), ["Bush", "George Bush", "Gorbachov", "Gorbachev"]);
    assert.deepEqual(named(found)["Bush"], ["a.txt Bush"]);
  });

  it("speaks of a wording where no page has that name", () => {
    const lines = ["people:", "  Bush: [{ is: George Bush }, { is: Jeb Bush, in: b.txt }]"];
    const { found } = corrected(...lines);
    assert.deepEqual(named(found)["Jeb Bush"], ["b.txt Bush"]);
    assert.deepEqual(named(found)["George Bush"], ["a.txt Bush", "a.txt George Bush"]);
  });

  it("finds what was missed, as whole words and in place of shorter mentions", () => {
    const { found } = corrected(
      "weapons:",
      "  9M729: { find: [9M729 missile, 9M729], class: [missile, cruise missile] }",
    );
    assert.deepEqual(named(found, "weapon"), {
      missile: ["b.txt missile"],
      "9M729": ["b.txt 9M729 missile", "c.txt 9M729"],
    });
    assert.deepEqual(entityOf(found, "9M729").classes, ["missile", "cruise missile"]);
    const { found: places } = corrected("places:", "  Mar: true");
    assert.ok(!("Mar" in named(places, "place")));
    const { found: people } = corrected("people:", "  Bush: { find: [Bus, ush] }");
    assert.deepEqual(named(people), named(entities));
  });

  it("does not find words inside a longer mention", () => {
    const { found, warnings } = corrected("people:", "  George: true");
    assert.ok(!("George" in named(found)));
    assert.match(
      warnings[0] ?? "",
      /^authority\.yaml:2: "George" is nowhere in the archive, so the line changed nothing/u,
    );
  });

  it("makes a name sure that was not", () => {
    const { found } = corrected("people:", "  Hunter: true");
    const [occurrence] = entityOf(found, "Hunter").occurrences;
    assert.deepEqual([occurrence?.mention.confidence, occurrence?.mention.foundBy], [1, "correction"]);
    assert.deepEqual(named(found), named(entities));
  });

  it("says where a place lies, and leaves its mentions as they were found", () => {
    const { found } = corrected("places:", "  Mare: { at: [36.5, 37.2], country: SY, class: village }");
    const { latitude, longitude, country, classes, occurrences } = entityOf(found, "Mare");
    assert.deepEqual([latitude, longitude, country, classes], [36.5, 37.2, "SY", ["village"]]);
    assert.deepEqual(
      occurrences.map(({ mention }) => mention.foundBy),
      ["test", "test"],
    );
  });

  it("takes from the lists what they know of the right name, and keeps what was known when they know nothing", () => {
    const { found } = corrected("places:", "  Mare: Marea");
    const { latitude, country } = entityOf(found, "Marea");
    assert.deepEqual([latitude, country], [36.5, "SY"]);
    const { found: renamed } = corrected("places:", "  Mare: La Mare");
    assert.equal(entityOf(renamed, "La Mare").country, "FR");
    const { found: part } = corrected("places:", "  Mare: { is: Nowhere, in: a.txt }");
    assert.equal(entityOf(part, "Nowhere").country, undefined);
  });

  it("warns when it fits nothing, names an article that is not there, or can mean two", () => {
    const { found, warnings } = corrected(
      "people:",
      "  Powell: Colin Powell",
      "  Hunter: { is: false, in: a.txt }",
      "  Bush: [{ is: Bush (father), in: a.txt }, { is: Bush (son), in: b.txt }, { is: Jeb Bush }]",
      "  Gorbachev: { is: false, in: d.txt }",
    );
    assert.deepEqual(warnings, [
      'authority.yaml:2: "Powell" is nowhere in the archive, so the line changed nothing; mend the name, or remove the line',
      'authority.yaml:3: "Hunter" is not in a.txt, so the line changed nothing; mend the name, or remove the line',
      'authority.yaml:4: "Bush" can be "Bush (father)" or "Bush (son)", so the line was not used; write which',
      'authority.yaml:5: there is no article "d.txt", so the line was not used; mend the path, or remove the line',
    ]);
    assert.ok("Hunter" in named(found) && "Gorbachev" in named(found));
  });

  it("changes nothing that it was given", () => {
    const given = structuredClone(entities);
    corrected("people:", "  Bush: false", "  Hunter: Bush", "places:", "  Mare: Marea");
    assert.deepEqual(entities, given);
  });
});

describe("an archive with corrections", () => {
  const folder = temporaryFolder();
  const articlesFolder = join(folder, "articles");
  let report: Report;
  const page = (path: string) => readFileSync(join(folder, "site", path, "index.html"), "utf8");

  before(async () => {
    writeTexts(articlesFolder, {
      "authority.yaml": [
        "people:",
        "  Sergey Shoygu: Sergei Shoigu",
        "  Omar Haddad: false",
        "  Nobody Known: false",
        "places:",
        "  Paris: { is: Paris (Texas), in: texas.txt }",
        "weapons:",
        "  Zarb-7: { find: Zarb-7, class: [missile] }",
      ].join("\n"),
      "one.txt":
        "Minister in Mosul\n\nDefence Minister Sergei Shoigu said in Mosul that T-72 tanks had gone to Paris.\n",
      "two.txt":
        "Minister in Kirkuk\n\nDefence Minister Sergey Shoygu told Gen. Omar Haddad in Kirkuk about the Zarb-7.\n",
      "texas.txt": "A fair\n\nThe fair in Paris opened on Monday, said Kofi Annan in London.\n",
    });
    report = await buildArchive({
      articles: articlesFolder,
      output: join(folder, "site"),
      pages: join(folder, "pages"),
      base: "/",
    });
  });

  it("is published as its keeper wants it, with the reason", () => {
    assert.match(page("people/sergei-shoigu"), /2 times in 2 articles/u);
    assert.match(page("articles/minister-in-kirkuk"), /found by correction, 100 % sure/u);
    assert.match(page("weapons/zarb-7"), /missile/u);
    const rows = readTable(join(folder, "site"), "entities.csv");
    assert.deepEqual(
      rows
        .filter(({ name }) => name === "Paris")
        .map(({ distinction, country, latitude }) => [distinction, country, Math.round(Number(latitude))]),
      [
        ["", "FR", 49],
        ["Texas", "US", 34],
      ],
    );
    assert.ok(!rows.some(({ name }) => name === "Omar Haddad" || name === "Sergey Shoygu"));
  });

  it("is warned of a correction that fits nothing", () => {
    assert.deepEqual(
      report.warnings.map(({ file, line }) => [file, line]),
      [["authority.yaml", 4]],
    );
  });

  it("is not built while its corrections have faults", async () => {
    const broken = join(temporaryFolder(), "articles");
    writeTexts(broken, { "authority.yaml": "people:\n  A: B\n  A: C\n", "a.txt": "A\n\nText.\n" });
    await assert.rejects(readArchive({ articles: broken }), {
      name: "ArchiveError",
      message: 'authority.yaml:3: "A" is listed twice; remove one',
    });
  });
});
