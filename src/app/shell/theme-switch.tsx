import { Monitor, Moon, Sun } from "lucide-react";
import { type ThemeChoice, useTheme } from "./theme.ts";

const ICONS = { system: Monitor, light: Sun, dark: Moon };
const NEXT: Record<ThemeChoice, ThemeChoice> = { system: "light", light: "dark", dark: "system" };
const NAMES: Record<ThemeChoice, string> = {
  system: "as the system has it",
  light: "light",
  dark: "dark",
};

/** One button that goes round: as the system has it, light, dark. */
export function ThemeSwitch() {
  const [choice, choose] = useTheme();
  const Icon = ICONS[choice];
  const label = `Theme: ${NAMES[choice]}. Switch to ${NAMES[NEXT[choice]]}`;
  return (
    <button
      type="button"
      className="grid size-11 shrink-0 place-items-center rounded-lg text-quiet hover:bg-sunken hover:text-ink"
      aria-label={label}
      title={label}
      onClick={() => choose(NEXT[choice])}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}
