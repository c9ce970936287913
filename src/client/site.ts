import { startCopying } from "./copy.ts";
import { highlightPage } from "./highlight.ts";
import { startSearchBox } from "./search-box.ts";

startSearchBox();
highlightPage();
startCopying();
