import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

describe("docs/hosting/nginx.conf", () => {
  it("sets the security headers that the site's _headers file sets", () => {
    const nginx = readFileSync(new URL("../docs/hosting/nginx.conf", import.meta.url), "utf8");
    const template = readFileSync(new URL("../src/site/headers.njk", import.meta.url), "utf8");
    // "  Referrer-Policy: same-origin"
    const headers = [...template.matchAll(/^ {2}([A-Z][\w-]+): (.+)$/gmu)].filter(
      ([, name]) => name !== "Cache-Control",
    );
    assert.ok(headers.length >= 3);
    for (const [, name, value] of headers) {
      assert.ok(nginx.includes(`add_header ${name} "${value}" always;`), `${name} differs; copy it from headers.njk`);
    }
  });
});
