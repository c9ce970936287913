/** Knows the lines that stand around an article and are not the article. */
import { findAgency } from "./agencies.ts";
import { isSigned } from "./byline.ts";
import { findDateLine } from "./dates.ts";

/** Longer lines are prose. */
const LONGEST = 300;
/** Links listed under "Related articles" at an article's end. */
const MOST_LINKS = 15;
/** More trailers than any page has; so that a hostile file costs no time. */
const MOST_TRAILERS = 200;

/** Lines that are no part of an article wherever they stand. */
const FURNITURE = anyOf([
  // "Please let us know if you're having issues with commenting."
  /^please let us know if you.{1,20}having (?:issues|problems|trouble)\b/iu,
  // "Share this", "Share this article:", "Share on Facebook", "Share via email"
  /^share (?:(?:this|on (?:facebook|twitter|x|linkedin|whatsapp)|via|with (?:friends|others))\b.{0,60}|the (?:article|story)[:.]?)$/iu,
  // "Share", "Tweet", "Print", "Email this", "Comments (12)", "Save"
  /^(?:share|tweet|print|e-?mail|save|pin it|comments?)(?: this(?: (?:article|story|page))?)?(?: \(\d{1,6}\))?[:.]?$/iu,
  // "Follow us on Twitter", "Follow Jane Doe on Twitter @janedoe", "Like us on Facebook"
  /^(?:follow .{1,60}|(?:like|join|find) us) on (?:twitter|facebook|x|instagram|youtube|telegram|whatsapp|linkedin|bluesky|mastodon)\b.{0,80}$/iu,
  // "Sign up for our newsletter", "Subscribe to our daily briefing", "Click here to …", "Download our app"
  /^(?:sign up (?:here|(?:for|to) (?:our|the|get|receive))|subscribe (?:to|now|today)|click here|tap here|download (?:the|our) .{0,30}\bapp)\b.{0,160}$/iu,
  // "Read more: Chemical bombs on Halabja", "SEE ALSO: …", "Related: …", "Also read – …"
  /^(?:read|see|learn|find out|hear|watch) more ?(?:[:>»–—-].{0,200}|(?:here|about this|on this story)\.?)?$/iu,
  /^(?:read also|also read|see also|related(?: (?:articles?|stor(?:y|ies)|news|topics|coverage|content))?|more on this(?: story)?|you may also like|recommended(?: for you)?|don['’]t miss) ?(?:[:>»–—-].{0,200})?$/iu,
  // "Advertisement", "Story continues below advertisement", "Sponsored content"
  /^(?:-+ ?)?(?:advertisement|advertising|sponsored(?: content)?|(?:story|article) continues (?:below|after)(?: (?:the|this))?(?: (?:advertisement|ad|video|image|photo))?)\.?(?: ?-+)?$/iu,
  // "Copyright 2015 The Associated Press. …", "© 2016 Reuters", "(c) 2003 …", "… All rights reserved."
  /^(?:copyright ?(?:©|\(c\)|by\b|[\d:,])|\(c\) ?(?:copyright\b|\d{4})|©)/iu,
  /\ball rights reserved\W{0,3}$/iu,
  /^this material may not be published, broadcast/iu,
  // "(Reporting by Jane Doe; Editing by John Roe)", "Additional reporting by …", "Writing by …", "Compiled by …"
  /^\((?:additional )?(?:reporting|report|writing|written|compiled|editing|edited|translat\p{L}+)(?: and (?:writing|editing))? by\b.*\)\W{0,2}$/iu,
  // "Our Standards: The … Trust Principles."
  /^our standards:/iu,
  // "Show comments", "Leave a comment", "Back to top"
  /^(?:show|view|hide|leave a|post a|add a|read|load more) comments?\b.{0,20}$/iu,
  /^back to (?:the )?top$/iu,
  // "Published" above its date, "5 min read", "Image source, Getty Images", "FOR IMMEDIATE RELEASE"
  /^(?:published|posted|updated)(?: on| at)?:?$/iu,
  /^\d{1,3}[ -]min(?:ute)?s? read$/iu,
  /^(?:image|photo|picture) (?:source|credit|copyright)[,:] .{1,100}$/iu,
  /^for immediate release\b.{0,40}$/iu,
]);

/** Lines that are no part of an article when they stand at its end. */
const TRAILER = anyOf([
  // "Jane Doe contributed to this report."
  /\bcontributed (?:reporting\b|to (?:this|the) (?:report|story|article)\b).{0,60}$/iu,
  // "Source: Military Times", "Original article: https://…"
  /^(?:source|via|original(?:ly published(?: (?:at|on|by|in))?| article)?|retrieved from|url|link|web ?site) ?: ?.{1,200}$/iu,
  // "Tags: Iraq, Syria", "Filed under: World"
  /^(?:tags?|topics?|keywords|filed under|categor(?:y|ies)|posted in) ?: ?.{1,250}$/iu,
  // "ENDS", "-ENDS-", "(END)", "End.", "-30-", "###", "* * *", "-----"
  /^[^\p{L}\p{N}]{0,3}ends?[^\p{L}\p{N}]{0,3}$/iu,
  /^[^\p{L}\p{N}]{1,3}30[^\p{L}\p{N}]{1,3}$/iu,
  /^[^\p{L}\p{N}]{1,80}$/iu,
]);

/** One expression for all, which is several times faster than one after the other. */
function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map((pattern) => pattern.source).join("|"), "iu");
}

// "Related articles", "More on this story:", "Read more": links follow.
const LINK_HEADING =
  /^(?:read more|related(?: (?:articles?|stories|news|coverage))?|more on this story|you may also like|see also|recommended(?: for you)?|most read|top stories) ?:?$/iu;
// "Reporting by Jane Doe; Editing by John Roe", without brackets
const CREDIT_LINE =
  /^(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and (?:writing|editing|additional reporting))? by \p{Lu}.{0,250}$/u;
// "Published: 8 October 2015", "First posted …"
const DATE_LABEL = /^(?:first |last )?(?:published|posted|updated|modified|issued)\b/iu;
// "— Reuters", "(AP)", "REUTER."
const SIGNATURE = /^[\s(–—-]*(.{2,40}?)[\s).]*$/u;
// "… of the proposed merger. REUTER": a signature behind the last sentence.
const SIGNATURE_BEHIND = /(?<=[.!?]["'”’)]?)\s+(?:REUTERS?|Reuters?|\(?(?:AP|AFP|UPI|Xinhua)\)?)$/u;
// "(Reporting by Jane Doe in Kabul; Editing by John Roe)": a credit that may run over several lines.
const CREDIT_START = /^\s*\((?:additional )?(?:reporting|writing|editing|compiled)\b/iu;

/** Whether a line is no part of an article, wherever it stands: "Share this article". */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST && FURNITURE.test(text);
}

/** Whether a line at an article's end is no part of it: "Reuter", "ENDS", "Copyright 2015 …". */
export function isTrailer(line: string): boolean {
  const text = line.trim();
  if (text.length > LONGEST) return false;
  if (FURNITURE.test(text) || TRAILER.test(text) || CREDIT_LINE.test(text)) return true;
  if (findSignature(text) !== undefined) return true;
  return (DATE_LABEL.test(text) && findDateLine(text) !== undefined) || isSigned(text);
}

/** The agency that signs with a line of its own: " REUTER" gives "Reuter", "— AP" gives "AP". */
export function findSignature(line: string): string | undefined {
  return findAgency(line.length > 60 ? "" : (line.trim().match(SIGNATURE)?.[1] ?? ""));
}

/** Lines from the end of an article, cut into what is the article and what is not. */
export interface Cut {
  readonly lines: readonly string[];
  readonly trailers: readonly string[];
}

/** Takes the trailers off the end of `lines`; the first line that is not blank, the headline, always stays. */
export function cutTrailers(lines: readonly string[]): Cut {
  const headline = lines.findIndex((line) => line.trim() !== "");
  let end = findLinks(lines, headline) ?? lines.length;
  let found = 0;
  while (end > headline + 1 && found < MOST_TRAILERS) {
    const start = findTrailerStart(lines, end - 1);
    if (start === undefined || start <= headline) break;
    if (lines[start]!.trim() !== "") found++;
    end = start;
  }
  const trailers = lines.slice(end).flatMap((line) => line.trim() || []);
  const kept = lines.slice(0, end);
  const [last = ""] = kept.slice(-1);
  const signature = end - 1 > headline ? last.trimEnd().slice(-40).match(SIGNATURE_BEHIND)?.[0] : undefined;
  if (signature === undefined) return { lines: kept, trailers };
  const shortened = last.trimEnd().slice(0, -signature.length);
  return { lines: [...kept.slice(0, -1), shortened], trailers: [signature.trim(), ...trailers] };
}

/** Where the trailer starts whose last line is `index`; blank lines count as trailers. */
function findTrailerStart(lines: readonly string[], index: number): number | undefined {
  const line = lines[index] ?? "";
  if (line.trim() === "" || isTrailer(line)) return index;
  // A credit or a copyright notice that runs over several lines.
  for (let start = index - 1; start > index - 5 && (lines[start] ?? "").trim() !== ""; start--) {
    const joined = lines.slice(start, index + 1).map((part) => part.trim());
    const isCredit = CREDIT_START.test(lines[start]!) && joined.at(-1)!.endsWith(")");
    const isNotice = /^(?:copyright ?(?:©|\(c\)|by\b|[\d:,])|©|\(c\) ?\d{4})/iu.test(joined[0]!);
    if (isCredit || isNotice) return start;
  }
  return undefined;
}

/** Where a list of links under "Related articles" starts that runs to the end. */
function findLinks(lines: readonly string[], headline: number): number | undefined {
  let seen = 0;
  for (let index = lines.length - 1; index > headline && seen <= MOST_LINKS; index--) {
    const text = lines[index]!.trim();
    if (text === "") continue;
    if (LINK_HEADING.test(text)) return index;
    if (text.length > 150 || /[.!?]["'”’]?$/u.test(text)) return undefined;
    seen++;
  }
  return undefined;
}
