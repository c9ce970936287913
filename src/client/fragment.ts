import { parseFragment } from "../fragment.ts";
import { base } from "./base.ts";
import { bundlePath, excerptLength, type Hit, type HitData } from "./pagefind.ts";

/** An article that nothing was searched for in: what the index keeps of it can be had without Pagefind's program. */
export function unsearchedHit(id: string): Hit {
  return { id, data: () => loadFragment(id) };
}

async function loadFragment(id: string): Promise<HitData> {
  const response = await fetch(`${bundlePath}fragment/${id}.pf_fragment`);
  if (!response.ok || !response.body) throw new Error(`fragment ${id}: ${response.status}`);
  const text = await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).text();
  const { url, content, meta } = parseFragment(text);
  return { url: base + url.slice(1), content, meta, excerpt: openingExcerpt(content), locations: [] };
}

/** The first words of a text, escaped as Pagefind's excerpts are. */
function openingExcerpt(content: string): string {
  const words = content.split(/\s+/u);
  const opening = words.slice(0, excerptLength).join(" ").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return words.length > excerptLength ? `${opening} …` : opening;
}
