import type { Flow, Step } from "../../flow/define-flow.ts";
import { changed } from "../../flow/edit-flow.ts";

/** The flow with another authorization request: the address its client sends the browser to, by a redirect or by itself. */
export function askingWith(flow: Flow, change: (address: string) => string): Flow {
  const redirect = flow.steps["redirect"];
  if (redirect?.kind === "respond") {
    return changed(flow, "redirect", () => ({
      ...redirect,
      response: (read, leftOut) => {
        const response = redirect.response(read, leftOut);
        const headers = response.headers.map(([name, value]): [string, string] => [
          name,
          name === "Location" ? change(value) : value,
        ]);
        return { ...response, headers };
      },
    }));
  }
  return changed(flow, "authorize", (step): Step => {
    if (step.kind !== "visit" || step.begin.by !== "opening") return step;
    const { url } = step.begin;
    return { ...step, begin: { by: "opening", url: (read) => change(url(read)) } };
  });
}
