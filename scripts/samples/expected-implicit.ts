import { ALICES_PHOTO } from "../../src/grants/cast.ts";
import { comeBackTo, logInAt } from "./browse.ts";
import { noApi } from "./prepare.ts";
import type { ExpectedRun, Row } from "./run-row.ts";

const PASTED = "Paste that address:";

const refused = (errors: string | RegExp): ExpectedRun => ({
  status: 1,
  output: ["{issuer}/authorize?", PASTED],
  errors,
  never: ["An access token for", ALICES_PHOTO],
});

/** A page with the implicit grant, in a browser. */
export const implicitPage: readonly ExpectedRun[] = [
  { browse: logInAt, status: 0, output: [ALICES_PHOTO, "#access_token="] },
  {
    browse: (address, place) => logInAt(address, place, "Deny"),
    status: 0,
    output: ["No token: access_denied."],
  },
  {
    browse: (address, place) => comeBackTo(address, place, changed({ state: "another" })),
    status: 0,
    output: ["Not an answer to this page."],
  },
  {
    browse: (address, place) =>
      comeBackTo(address, place, changed({ iss: "https://evil.example" })),
    status: 0,
    output: ["The answer comes from another server."],
  },
];

/** A page whose access tokens have expired when they come. */
export const refusedByApi: Pick<Row, "policy" | "runs"> = {
  policy: { accessTokenLifetime: 0 },
  runs: [{ browse: logInAt, status: 0, output: ["The API answered 401."] }],
};

/** The implicit grant as pages did it, and as programs whose user brings the answer. */
export const implicitRows: readonly Row[] = [
  {
    sample: "implicit",
    title: "in a page, with a browser",
    languages: ["typescript"],
    runs: implicitPage,
  },
  {
    sample: "implicit",
    title: "in a page, when the API refuses the token",
    languages: ["typescript"],
    ...refusedByApi,
  },
  {
    sample: "implicit",
    title: "by hand, once Alice has pasted the address",
    languages: ["python", "go", "curl"],
    pastes: true,
    runs: [
      { status: 0, output: ["{issuer}/authorize?", PASTED, ALICES_PHOTO] },
      { decision: "deny", ...refused("access_denied") },
    ],
  },
  {
    sample: "implicit",
    title: "by hand, with an answer to another request, of another server, or without a token",
    languages: ["python", "go", "curl"],
    pastes: true,
    runs: [
      { forge: changed({ state: "another" }), ...refused(/not an answer to this request/i) },
      { forge: changed({ iss: "https://evil.example" }), ...refused("another server") },
      { forge: changed({ access_token: undefined }), ...refused(/no token|access_token/i) },
    ],
  },
  {
    sample: "implicit",
    title: "when the API is not there",
    languages: ["python", "go"],
    pastes: true,
    runs: [{ prepare: noApi("PHOTOS"), status: 1, output: [PASTED], errors: "404" }],
  },
];

/** The answer with other parameters in its fragment; without those that are undefined. */
function changed(parameters: Readonly<Record<string, string | undefined>>) {
  return (back: URL): URL => {
    const copy = new URL(back);
    const answer = new URLSearchParams(copy.hash.slice(1));
    for (const [name, value] of Object.entries(parameters)) {
      if (value === undefined) answer.delete(name);
      else answer.set(name, value);
    }
    copy.hash = answer.toString();
    return copy;
  };
}
