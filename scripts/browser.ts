import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type LaunchOptions } from "@playwright/test";
import { debianPackage, install, type Installation, isRoot } from "./install.ts";

/** Names a browser to use before all others. */
export const BROWSER_VARIABLE = "GRANTLAB_BROWSER";

/** How Playwright starts the browser. As root Chromium has no sandbox, and machines of that kind no GPU. */
export function launchOptions(executablePath: string | undefined = candidates()[0]): LaunchOptions {
  const path = executablePath === undefined ? {} : { executablePath };
  return { ...path, args: isRoot() ? ROOT_ARGUMENTS : [] };
}

const ROOT_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a Chromium that really starts; installs one if there is none. Throws with what to do by hand. */
export async function ensureBrowser(): Promise<string> {
  const found = await firstThatStarts();
  if (found !== undefined) return found;
  for (const installation of installations()) {
    if (!(await install("No Chromium, Chrome or Edge starts here", installation))) continue;
    const installed = await firstThatStarts();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "No browser for the tests. Install Chrome, Chromium or Edge, or run " +
      `"npx playwright install --with-deps chromium", or set ${BROWSER_VARIABLE} to a browser's path.`,
  );
}

async function firstThatStarts(): Promise<string | undefined> {
  for (const path of candidates()) if (await starts(path)) return path;
  return undefined;
}

async function starts(path: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ ...launchOptions(path), timeout: 30_000 });
    await browser.close();
    return true;
  } catch (error) {
    const [reason] = String(error).split("\n");
    console.log(`${path} does not start: ${reason}`);
    return false;
  }
}

/** Browsers that exist: the one named in the environment, Playwright's own, then installed ones. */
function candidates(): string[] {
  const named = process.env[BROWSER_VARIABLE];
  const paths = [...(named ? [named] : []), chromium.executablePath(), ...usualPlaces()];
  return paths.filter((path) => existsSync(path));
}

function usualPlaces(): string[] {
  if (process.platform === "darwin") return MAC_APPLICATIONS.map((path) => `/Applications/${path}`);
  if (process.platform === "win32") return windowsPlaces();
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

// The shell is the same engine without a window to draw: a third less work for the tests.
const LINUX_NAMES = [
  "chromium-headless-shell",
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const MAC_APPLICATIONS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

function windowsPlaces(): string[] {
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
    .map((name) => process.env[name])
    .filter((root) => root !== undefined);
  const programs = [
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
  ];
  return programs.flatMap((program) => roots.map((root) => join(root, program)));
}

function installations(): Installation[] {
  const root = isRoot();
  const own: Installation = {
    title: "Playwright's Chromium",
    commands: [["npx", "playwright", "install", ...(root ? ["--with-deps"] : []), "chromium"]],
  };
  return [...debianPackage("chromium-headless-shell"), ...debianPackage("chromium"), own];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log(await ensureBrowser());
}
