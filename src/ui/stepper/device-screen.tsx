import { PARTIES } from "../exchange/tones.ts";
import { useRegionName } from "../primitives/region-name.ts";
import { PageFrame } from "./page-frame.tsx";
import type { ShownScreen } from "./shown-browser.ts";

const MODELLED =
  "The page models the device and draws its screen. What the device sends is really sent.";

/** The screen of a device that takes part in the walk, beside the browser. */
export function DeviceScreen({ name, entry, page }: ShownScreen) {
  const label = useRegionName(`Screen of the ${name.toLowerCase()}`);
  return (
    <section
      aria-label={label}
      className="overflow-hidden rounded-2xl border border-line bg-surface"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 border-b border-line bg-sunken px-3 py-2.5">
        <p
          className={`rounded-full border px-2.5 py-0.5 text-[0.8125rem] font-semibold ${PARTIES.device}`}
        >
          {name}
        </p>
        <p title={MODELLED} className="text-xs leading-8 text-quiet max-sm:leading-4">
          modelled device<span className="sr-only">. {MODELLED}</span>
        </p>
      </div>
      <PageFrame
        key={entry}
        html={page}
        address=""
        title={`What the ${name.toLowerCase()} shows`}
        onSubmit={nothing}
        onFollow={nothing}
      />
    </section>
  );
}

/** A screen has no keyboard and no links. */
function nothing() {}
