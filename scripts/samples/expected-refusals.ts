import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fakeApi, ill, keyFile, noApi, refusing, spoilt, tokensFile } from "./prepare.ts";
import type { ExpectedRun, Place, Row } from "./run-row.ts";

const PROGRAMS = ["typescript", "python", "go"] as const;

/** It ends before it has a token or a photo. */
const STOPPED: ExpectedRun = {
  status: 1,
  output: [],
  never: ["An access token for", "200 ", "Signed in"],
};

const anotherState = (back: URL) => changed(back, "state", "another");
const anotherIssuer = (back: URL) => changed(back, "iss", "https://evil.example");

/** What samples refuse, and what stops them: the lines that no good run executes. */
export const refusalRows: readonly Row[] = [
  ...["authorization-code", "refresh-token", "openid-connect"].map(
    (sample): Row => ({
      sample,
      title: "when the answer belongs to another login, or comes from another server",
      runs: [anotherState, anotherIssuer].map((forge) => ({
        prepare: tokensFile,
        forge,
        ...STOPPED,
      })),
    }),
  ),
  ...[
    "authorization-code",
    "client-credentials",
    "device-code",
    "refresh-token",
    "password",
    "openid-connect",
  ].map(
    (sample): Row => ({
      sample,
      title: "when the server is another than was asked, or none",
      runs: [
        { prepare: underAnotherName, ...STOPPED },
        { env: { ISSUER: "http://127.0.0.1:9" }, ...STOPPED },
      ],
    }),
  ),
  {
    sample: "authorization-code",
    title: "when the API is not there",
    languages: ["python", "go"],
    runs: [{ prepare: noApi("PHOTOS"), status: 1, output: [], errors: "404" }],
  },
  {
    sample: "client-credentials",
    title: "when the API is not there",
    languages: PROGRAMS,
    runs: [{ prepare: noApi("JOBS"), status: 1, output: [], errors: "404" }],
  },
  {
    sample: "client-credentials",
    title: "with a new assertion for a new token",
    runs: [
      {
        prepare: async (place) => ({ ...(await keyFile(place)), ...(await fakeApi(place)) }),
        status: 0,
        output: ["first look: []", "second look: []"],
      },
    ],
  },
  {
    sample: "client-credentials",
    title: "with a key that is not there",
    languages: ["curl"],
    runs: [{ env: { CLIENT_KEY: "nowhere.pem" }, ...STOPPED, errors: "No signature" }],
  },
  {
    sample: "refresh-token",
    title: "when the tokens cannot be read, refreshed or kept",
    languages: PROGRAMS,
    runs: [
      { prepare: halfAFile, status: 0, output: ["Sign in once: ", "200 "] },
      {
        prepare: async (place) => ({
          ...(await spoilt("access_token")(place)),
          ...(await refusing("grant_type=refresh_token", "invalid_client")(place)),
        }),
        ...STOPPED,
        errors: "invalid_client",
      },
      { prepare: noFolder, ...STOPPED },
    ],
  },
  {
    sample: "refresh-token",
    title: "when the refresh is answered by a gateway, and the next time by the server",
    runs: [
      { prepare: tokensFile, status: 0, output: ["Sign in once: ", "200 "] },
      {
        prepare: async (place) => ({
          ...(await spoilt("access_token")(place)),
          ...(await ill("grant_type=refresh_token")(place)),
        }),
        ...STOPPED,
      },
      { prepare: tokensFile, status: 0, output: ["Refreshed.", "200 "], never: ["Sign in"] },
    ],
  },
  {
    sample: "device-code",
    title: "when a poll is answered by a gateway",
    policy: { pollingInterval: 1 },
    runs: [{ prepare: ill("device_code="), ...STOPPED }],
  },
  {
    sample: "refresh-token",
    title: "when Alice says no, or her code is answered by a gateway",
    runs: [
      { prepare: tokensFile, decision: "deny", ...STOPPED, errors: "access_denied" },
      {
        prepare: async (place) => ({
          ...(await tokensFile(place)),
          ...(await ill("grant_type=authorization_code")(place)),
        }),
        ...STOPPED,
      },
    ],
  },
  {
    sample: "refresh-token",
    title: "when the client is unknown",
    languages: ["curl"],
    runs: [
      { prepare: tokensFile, status: 0, output: ["Sign in once: ", "200 "] },
      {
        prepare: spoilt("access_token"),
        env: { CLIENT_ID: "nobody" },
        ...STOPPED,
        errors: "invalid_client",
      },
    ],
  },
  ...["access-token", "browser-apps"].map(
    (sample): Row => ({
      sample,
      title: "when another server has its port",
      languages: PROGRAMS,
      runs: [{ prepare: takenPort, status: 1, output: [], never: ["http://127.0.0.1:"] }],
    }),
  ),
  {
    sample: "browser-apps",
    title: "when the server is another than was asked, or none",
    languages: PROGRAMS,
    runs: [
      { prepare: underAnotherName, status: 1, output: [] },
      { env: { ISSUER: "http://127.0.0.1:9" }, status: 1, output: [] },
    ],
  },
];

function changed(address: URL, name: string, value: string): URL {
  const copy = new URL(address);
  copy.searchParams.set(name, value);
  return copy;
}

/** The same server by a name it does not call itself. */
function underAnotherName({ server }: Place) {
  return Promise.resolve({ ISSUER: server.issuer.replace("127.0.0.1", "localhost") });
}

function takenPort({ server }: Place) {
  return Promise.resolve({ PORT: new URL(server.issuer).port });
}

async function halfAFile(place: Place) {
  const { TOKENS = "" } = await tokensFile(place);
  await writeFile(TOKENS, '{"access_token":');
  return { TOKENS };
}

function noFolder({ folder }: Place) {
  return Promise.resolve({ TOKENS: join(folder, "nowhere", "tokens.json") });
}
