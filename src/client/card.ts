import { placeCard } from "./card-place.ts";
import { element } from "./dom.ts";
import { factsOf, readTags, type TagFacts } from "./tag-facts.ts";

/** Milliseconds that a pointer rests on a name before its card comes. */
const showAfter = 180;
/** Milliseconds in which the pointer can move from the name to its card. */
const hideAfter = 250;

/** What is shown: the card, the name that it belongs to, and what is about to happen. */
interface Cards {
  readonly card: HTMLElement;
  readonly mentions: readonly HTMLAnchorElement[];
  readonly tags: ReadonlyMap<string, HTMLElement>;
  shown: HTMLAnchorElement | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Says beside a name in the text, when it is pointed at, focused or tapped, what it is; and lights up where else it stands. */
export function startCards(article: HTMLElement): void {
  const text = article.querySelector<HTMLElement>(".text");
  const list = article.querySelector<HTMLElement>(".tags");
  if (!text || !list) return;
  const card = element("div", { id: "card", class: "card", role: "tooltip" });
  card.hidden = true;
  document.body.append(card);
  const mentions = [...text.querySelectorAll<HTMLAnchorElement>("a.mention")];
  const cards: Cards = { card, mentions, tags: readTags(list), shown: undefined, timer: undefined };
  listenToPointer(text, cards);
  listenToKeys(text, cards);
  listenToTaps(text, cards);
  lightFromList(list, cards);
}

function listenToPointer(text: HTMLElement, cards: Cards): void {
  text.addEventListener("pointerover", (event) => {
    const mention = mentionOf(event);
    if (!mention || event.pointerType === "touch") return;
    light(cards, mention.getAttribute("href"));
    const { clientY } = event;
    plan(cards, showAfter, () => show(cards, mention, { y: clientY }));
  });
  text.addEventListener("pointerout", (event) => {
    if (mentionOf(event) && event.pointerType !== "touch") plan(cards, hideAfter, () => hide(cards));
  });
  cards.card.addEventListener("pointerenter", () => clearTimeout(cards.timer));
  cards.card.addEventListener("pointerleave", () => plan(cards, hideAfter, () => hide(cards)));
}

function listenToKeys(text: HTMLElement, cards: Cards): void {
  text.addEventListener("focusin", (event) => {
    const mention = mentionOf(event);
    if (mention?.matches(":focus-visible")) show(cards, mention);
  });
  text.addEventListener("focusout", (event) => {
    if (mentionOf(event)) hide(cards);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide(cards);
  });
}

/** The first tap on a name shows its card, the second follows the link. */
function listenToTaps(text: HTMLElement, cards: Cards): void {
  text.addEventListener("click", (event) => {
    const mention = mentionOf(event);
    const isTap = event instanceof PointerEvent && event.pointerType === "touch";
    if (!mention || !isTap || cards.shown === mention) return;
    event.preventDefault();
    show(cards, mention, { hint: "Tap the name again to open its page." });
  });
  document.addEventListener("pointerdown", (event) => {
    const isInside = event.target instanceof Node && cards.card.contains(event.target);
    if (event.pointerType === "touch" && !isInside && mentionOf(event) !== cards.shown) hide(cards);
  });
}

/** Pointing at a name in the list lights up where it stands. */
function lightFromList(list: HTMLElement, cards: Cards): void {
  const follow = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest(".tag")?.querySelector(".tag-name a") : undefined;
    light(cards, link?.getAttribute("href"));
  };
  for (const type of ["pointerover", "focusin"]) list.addEventListener(type, follow);
  for (const type of ["pointerleave", "focusout"]) list.addEventListener(type, () => light(cards, undefined));
}

function plan(cards: Cards, milliseconds: number, act: () => void): void {
  clearTimeout(cards.timer);
  cards.timer = setTimeout(act, milliseconds);
}

/** How a card is shown: the height at which a name of two lines is pointed at, and a word on what to do. */
interface Showing {
  readonly y?: number;
  readonly hint?: string;
}

function show(cards: Cards, mention: HTMLAnchorElement, { y, hint }: Showing = {}): void {
  clearTimeout(cards.timer);
  const tag = cards.tags.get(mention.getAttribute("href") ?? "");
  if (!tag) return hide(cards);
  cards.shown?.removeAttribute("aria-describedby");
  cards.shown = mention;
  fill(cards.card, factsOf(tag, mention.textContent ?? ""), hint);
  cards.card.hidden = false;
  mention.setAttribute("aria-describedby", cards.card.id);
  light(cards, mention.getAttribute("href"));
  const { offsetWidth: width, offsetHeight: height } = cards.card;
  const room = { width: document.documentElement.clientWidth, height: innerHeight };
  const { left, top } = placeCard([...mention.getClientRects()], { width, height }, { ...room, y });
  cards.card.style.left = `${left + scrollX}px`;
  cards.card.style.top = `${top + scrollY}px`;
}

function fill(card: HTMLElement, { name, about, found, kindClass }: TagFacts, hint: string | undefined): void {
  card.className = `card ${kindClass}`;
  const lines = [about, found, hint].flatMap((line) => (line ? [element("p", {}, line)] : []));
  card.replaceChildren(element("p", { class: "card-name marked" }, name), ...lines);
}

function hide(cards: Cards): void {
  clearTimeout(cards.timer);
  cards.card.hidden = true;
  cards.shown?.removeAttribute("aria-describedby");
  cards.shown = undefined;
  light(cards, undefined);
}

function light({ mentions }: Cards, href: string | null | undefined): void {
  for (const mention of mentions) mention.classList.toggle("is-lit", mention.getAttribute("href") === href);
}

function mentionOf({ target }: Event): HTMLAnchorElement | undefined {
  return target instanceof Element ? (target.closest<HTMLAnchorElement>("a.mention") ?? undefined) : undefined;
}
