import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const run = promisify(execFile);

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

// The browser must ask nobody for anything: a request off the site would hide among its own.
const quiet = [
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/** Starts a headless Chromium, installing one when the machine has none; throws with the remedy when it cannot. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium() ?? (await installChromium());
  return chromium.launch({ executablePath, args: isRoot() ? ["--no-sandbox", ...quiet] : quiet });
}

function findChromium(): string | undefined {
  const chosen = process.env["CLIPFILE_CHROMIUM"];
  if (chosen) return chosen;
  return [...usualPlaces, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

async function installChromium(): Promise<string> {
  console.error("browser tests: no Chromium found; installing one");
  try {
    if (isRoot() && existsSync("/usr/bin/apt-get")) await installWithApt();
    else await installWithPlaywright();
  } catch (error) {
    throw new Error(`no Chromium, and installing one failed: ${error}\n${remedy}`, { cause: error });
  }
  const installed = findChromium();
  if (!installed) throw new Error(`no Chromium, even after installing one\n${remedy}`);
  return installed;
}

const remedy = "Install Chromium or Chrome, or name one: CLIPFILE_CHROMIUM=/path/to/chromium npm test";

async function installWithApt(): Promise<void> {
  await run("apt-get", ["update"]);
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
}

async function installWithPlaywright(): Promise<void> {
  const packageFile = createRequire(import.meta.url).resolve("playwright-core/package.json");
  await run(process.execPath, [join(dirname(packageFile), "cli.js"), "install", "chromium"]);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
