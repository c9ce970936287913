import type { FiledArticle } from "./filing.ts";

/** How often something is named in one article. */
export interface Naming {
  readonly filed: FiledArticle;
  readonly mentions: number;
}

/** More bars than these could not be told apart in a small chart. */
const mostBars = 80;
/** Units of the drawing; few bars are wider, so that the chart is no stub. */
const leastBarWidth = 10;
const mostBarWidth = 32;
const wishedWidth = 160;
const chartHeight = 48;
const leastHeight = 2;

/** A small bar chart of mentions by year, or by decade when the years are many, undated ones counted apart; absent for less than two years. */
export function yearChart(namings: readonly Naming[]) {
  const counts = new Map<number, number>();
  let undated = 0;
  for (const { filed, mentions } of namings) {
    if (filed.article.date === undefined) undated += mentions;
    if (filed.article.date === undefined) continue;
    const year = Number(filed.article.date.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + mentions);
  }
  if (counts.size < 2) return undefined;
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const step = last - first < mostBars ? 1 : 10;
  const start = first - (first % step);
  const bars = new Map<number, number>();
  for (const [year, count] of counts) {
    const bar = Math.floor((year - start) / step);
    bars.set(bar, (bars.get(bar) ?? 0) + count);
  }
  const most = Math.max(...bars.values());
  const places = Math.floor((last - start) / step) + 1;
  const barWidth = Math.max(leastBarWidth, Math.min(mostBarWidth, Math.floor(wishedWidth / places)));
  return {
    first,
    last,
    step,
    most,
    ...(undated > 0 && { undated }),
    barWidth,
    width: places * barWidth,
    height: chartHeight,
    bars: [...bars]
      .toSorted(([a], [b]) => a - b)
      .map(([bar, count]) => {
        const height = Math.max(leastHeight, Math.round((count / most) * chartHeight));
        return { from: start + bar * step, count, x: bar * barWidth, y: chartHeight - height, height };
      }),
  };
}
