import { startTimeline } from "./timeline-page.ts";

const timeline = document.querySelector("#timeline");
// An archive without dates has none.
if (timeline instanceof HTMLElement) startTimeline(timeline);
