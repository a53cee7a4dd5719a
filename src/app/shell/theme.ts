import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "../stored.ts";

export type ThemeChoice = "system" | "light" | "dark";

// public/theme.js reads the same key before the first paint.
const KEY = "grantlab.theme";
const listeners = new Set<() => void>();

/** The theme chosen on this device, and how to choose another. */
export function useTheme(): [ThemeChoice, (choice: ThemeChoice) => void] {
  return [useSyncExternalStore(subscribe, choiceNow, () => "system"), choose];
}

function choiceNow(): ThemeChoice {
  const stored = readStored(KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function choose(choice: ThemeChoice): void {
  writeStored(KEY, choice === "system" ? undefined : choice);
  show(choice);
  for (const listener of listeners) listener();
}

function show(choice: ThemeChoice): void {
  document.documentElement.dataset["theme"] = choice === "system" ? systemTheme() : choice;
}

function systemTheme(): "light" | "dark" {
  return darkQuery().matches ? "dark" : "light";
}

function darkQuery(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

function subscribe(listener: () => void): () => void {
  const follow = () => show(choiceNow());
  const fromOtherTab = () => {
    follow();
    listener();
  };
  listeners.add(listener);
  darkQuery().addEventListener("change", follow);
  addEventListener("storage", fromOtherTab);
  return () => {
    listeners.delete(listener);
    darkQuery().removeEventListener("change", follow);
    removeEventListener("storage", fromOtherTab);
  };
}
