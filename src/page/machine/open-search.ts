import type { Site } from "./site.ts";
import { xml, xmlFile } from "./xml.ts";

// The longest that OpenSearch 1.1 allows, in characters.
const [longestShortName, longestLongName, longestDescription] = [16, 48, 1024];

/** Tells browsers how to search the site from their address bar. */
export function openSearchDescription({ title, description, language, addressOf }: Site): string {
  return xmlFile(xml`<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${cut(title, longestShortName)}</ShortName>
<LongName>${cut(title, longestLongName)}</LongName>
<Description>${cut(description === "" ? title : description, longestDescription)}</Description>
<Language>${language}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${addressOf("/search/")}?q={searchTerms}"/>
</OpenSearchDescription>`);
}

function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join("").trim();
}
