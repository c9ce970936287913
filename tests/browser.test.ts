import { after, before } from "node:test";
import { describeAccess } from "./browser/access.ts";
import { describeCite } from "./browser/cite.ts";
import { describeHostile } from "./browser/hostile.ts";
import { describeNames } from "./browser/names.ts";
import { describeReading } from "./browser/reading.ts";
import { describeReload } from "./browser/reload.ts";
import { describeMap } from "./browser/map.ts";
import { describeMedia } from "./browser/media.ts";
import { describeSearch } from "./browser/search.ts";
import { describeSearchFacets } from "./browser/search-facets.ts";
import { describeSearchHelp } from "./browser/search-help.ts";
import { describeSearchKeys } from "./browser/search-keys.ts";
import { describeSearchResults } from "./browser/search-results.ts";
import { closeSession, openSession, type Session } from "./browser/session.ts";
import { describeTimeline } from "./browser/timeline.ts";
import { countedArticles, writeTexts } from "./site/archives.ts";

// One browser and one archive serve most of these tests: both cost seconds to start.
let opened: Session | undefined;

before(async () => {
  opened = await openSession("/archive/", (folder) => writeTexts(folder, countedArticles));
});

after(async () => {
  if (opened) await closeSession(opened);
});

describeSearch(session);
describeSearchFacets(session);
describeSearchHelp(session);
describeSearchResults(session);
describeSearchKeys(session);
describeAccess(session);
describeMap(session);
describeTimeline(session);
describeMedia(session);
describeCite(session);
describeReading(session);
describeNames(session);
describeHostile();
describeReload(session);

function session(): Session {
  if (!opened) throw new Error("the browser session has not been opened");
  return opened;
}
