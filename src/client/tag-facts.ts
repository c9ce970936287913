/** What a card says of a name, taken from the list "In this article". */
export interface TagFacts {
  readonly name: string;
  /** "place: city, Iraq, in 12 articles" */
  readonly about: string;
  /** "“Shoigu”, found by tagger, 97 % sure" */
  readonly found: string;
  /** Class that carries the colour and sign of its kind: "kind-1". */
  readonly kindClass: string;
}

/** The entries of the list by the address that their names link to. */
export function readTags(list: HTMLElement): Map<string, HTMLElement> {
  const entries = [...list.querySelectorAll<HTMLElement>(".tag")];
  return new Map(entries.map((entry) => [entry.querySelector(".tag-name a")?.getAttribute("href") ?? "", entry]));
}

/** What an entry says of its name and of one wording of it. */
export function factsOf(entry: HTMLElement, wording: string): TagFacts {
  const found = [...entry.querySelectorAll(".wordings > li")];
  const own = found.find((item) => item.querySelector("q")?.textContent === wording);
  const by = own?.querySelector(".by")?.textContent;
  return {
    name: textOf(entry, ".tag-name"),
    about: textOf(entry, ".tag-about"),
    found: by ? `“${wording}” ${by}` : "",
    kindClass: /\bkind-\d+\b/u.exec(entry.closest("section")?.className ?? "")?.[0] ?? "",
  };
}

function textOf(entry: HTMLElement, selector: string): string {
  return entry.querySelector(selector)?.textContent?.trim() ?? "";
}
