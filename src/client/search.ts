import { required } from "./dom.ts";
import { startSearchPage } from "./search-page.ts";

startSearchPage(required(document, "#search-page", HTMLElement));
