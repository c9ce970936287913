import { startCards } from "./card.ts";
import { startSwitches } from "./switches.ts";

const article = document.querySelector(".article");
if (article instanceof HTMLElement) {
  startSwitches(article);
  startCards(article);
}
