import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { firefox, type LaunchOptions } from "@playwright/test";
import { debianPackage, install } from "./install.ts";

/** How Playwright starts a Firefox: its own, or an installed one by WebDriver BiDi. */
export interface FirefoxLaunch {
  readonly channel?: string;
  readonly launchOptions: LaunchOptions;
}

/** The Firefox there is; nothing when there is none, and the tests that want one are not run. */
export function findFirefox(): FirefoxLaunch | undefined {
  if (existsSync(firefox.executablePath())) return { launchOptions: {} };
  const executablePath = installed().find((path) => existsSync(path));
  if (executablePath === undefined) return undefined;
  return { channel: "moz-firefox", launchOptions: { executablePath } };
}

/** Installs a Firefox where that is simple; says so when there is none afterwards. */
export async function ensureFirefox(): Promise<void> {
  if (findFirefox() !== undefined) return;
  for (const installation of debianPackage("firefox-esr")) {
    await install("No Firefox is here", installation);
  }
  if (findFirefox() !== undefined) return;
  console.log('No Firefox: its tests are not run. "npx playwright install firefox" brings one.');
}

function installed(): readonly string[] {
  if (process.platform === "darwin") return ["/Applications/Firefox.app/Contents/MacOS/firefox"];
  if (process.platform === "win32") {
    return ["PROGRAMFILES", "PROGRAMFILES(X86)"].map((name) =>
      join(process.env[name] ?? "C:/", "Mozilla Firefox/firefox.exe"),
    );
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return ["firefox-esr", "firefox"].flatMap((name) => folders.map((folder) => join(folder, name)));
}
