import { startMap } from "./map-page.ts";

const map = document.querySelector("#map");
// An archive without places has none.
if (map instanceof HTMLElement) startMap(map);
