import assert from "node:assert/strict";
import { test } from "node:test";
import { foldName, isAllCapitals, isCapitalised } from "../src/gazetteers/fold.ts";

test("folds what printing varies in a name, and nothing else", () => {
  assert.equal(foldName("Deir ez–Zor"), foldName("Deir al Zor"));
  assert.equal(foldName("Malmö"), "malmo");
  assert.equal(foldName("Łódź"), "lodz");
  assert.equal(foldName("U.S.A."), "usa");
  assert.equal(foldName("Ky ."), "ky.");
  assert.equal(foldName("N’Djamena"), "ndjamena");
  assert.equal(foldName("Mt Sinjar"), "mount sinjar");
  assert.notEqual(foldName("Guinea"), foldName("Guinea-Bissau"));
});

test("tells capitals from capitalised", () => {
  assert.ok(isAllCapitals("U.S.") && isAllCapitals("AL-QA’IM") && !isAllCapitals("Us") && !isAllCapitals("A"));
  assert.ok(isCapitalised("Shatt al-Arab") && isCapitalised("the Gulf") && !isCapitalised("the border with Iraq"));
});
