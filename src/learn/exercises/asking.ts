import type { Flow } from "../../flow/define-flow.ts";
import { askingWith } from "../../grants/steps/authorize-address.ts";

/** The flow with parameters of its authorization request set, added or, where there is no value, left out. */
export function askingFor(
  flow: Flow,
  parameters: Readonly<Record<string, string | undefined>>,
): Flow {
  return askingWith(flow, (address) => {
    const url = new URL(address);
    for (const [name, value] of Object.entries(parameters)) {
      if (value === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    return url.href;
  });
}
