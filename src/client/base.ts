/** The path under which the site is served, "/" or "/archive/": scripts stand in its `assets` folder. */
export const base = new URL("..", import.meta.url).pathname;
