import { Keyboard } from "lucide-react";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { Popover } from "../primitives/popover.tsx";
import { Switch } from "../primitives/switch.tsx";
import { useShortcutsOn } from "./use-keyboard.ts";

const KEYS = [
  { keys: ["N", "→"], does: "Next" },
  { keys: ["←"], does: "Look at the message before" },
  { keys: ["R"], does: "Restart" },
];

/** Which keys do what, and a switch for those who use such keys for something else. */
export function Shortcuts({ keys: all = KEYS }: { readonly keys?: typeof KEYS }) {
  const [on, turn] = useShortcutsOn();
  return (
    <Popover
      title="Keyboard"
      label="Keyboard shortcuts"
      className={`${SMALL_BUTTON} min-h-11 bg-surface max-sm:hidden sm:min-h-10`}
      button={<Keyboard size={16} aria-hidden />}
    >
      <dl className="space-y-1.5 text-sm">
        {all.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-6">
            <dt className="flex gap-1.5">
              {keys.map((key) => (
                <kbd key={key} className="rounded border border-line bg-sunken px-1.5 font-mono">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-quiet">{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 border-t border-line pt-2">
        <Switch label="Use these keys" on={on} onChange={turn} />
      </div>
    </Popover>
  );
}
