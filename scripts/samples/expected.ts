import { browserAppsRows, migrationRows } from "./expected-chapters.ts";
import { accessTokenRows } from "./expected-api.ts";
import { answering, fakeApi, keyFile, reluctant, spoilt, tokensFile } from "./prepare.ts";
import { openIdRows } from "./expected-openid.ts";
import { implicitRows } from "./expected-implicit.ts";
import { refusalRows } from "./expected-refusals.ts";
import type { Row } from "./run-row.ts";
import { ALICES_PHOTO } from "../../src/grants/cast.ts";

const TOKEN = "An access token for photos.read, good for 900 seconds.";
const JOBS_TOKEN = "An access token for jobs.read, good for 900 seconds.";
const JOBS =
  '{"jobs":[{"id":"j1","title":"48 prints, 10 × 15 cm, glossy","due":"2026-11-23"},{"id":"j2","title":"A calendar, 13 pages","due":"2026-11-24"},{"id":"j3","title":"Two posters, 50 × 70 cm","due":"2026-11-27"}]}';

const PRINTED = [
  "Open this address in a browser:",
  "{issuer}/authorize?",
  TOKEN,
  ALICES_PHOTO,
  "Refreshed. The old refresh token is spent; the API takes the new access token:",
  ALICES_PHOTO,
  "Revoked. Nothing that was issued here can be renewed.",
] as const;

/**
 * What every sample has to show, run by run. A row is for every language its sample is in, unless it names them.
 * Together the rows execute every line of the samples.
 */
export const expected: readonly Row[] = [
  {
    sample: "authorization-code",
    title: "as a public client",
    runs: [{ client: "print-page", status: 0, output: PRINTED, whole: true }],
  },
  {
    sample: "authorization-code",
    title: "as a client with a secret",
    runs: [
      {
        env: { CLIENT: "confidential" },
        client: "print-server",
        status: 0,
        output: PRINTED,
        whole: true,
      },
    ],
  },
  {
    sample: "authorization-code",
    title: "when Alice says no",
    runs: [
      {
        decision: "deny",
        status: 1,
        output: ["Open this address in a browser:", "{issuer}/authorize?"],
        whole: true,
        errors: "access_denied",
        never: [TOKEN],
      },
    ],
  },
  {
    sample: "authorization-code",
    title: "when no refresh token is issued, and when the metadata name no authorization endpoint",
    languages: ["typescript"],
    runs: [
      {
        prepare: answering("/token", { refresh_token: undefined }),
        status: 0,
        output: [TOKEN, ALICES_PHOTO, "Revoked."],
        never: ["Refreshed."],
      },
      {
        prepare: answering("/.well-known/oauth-authorization-server", {
          authorization_endpoint: undefined,
        }),
        status: 1,
        output: [],
        errors: "no authorization_endpoint",
      },
    ],
  },
  {
    sample: "client-credentials",
    title: "with a secret",
    runs: [
      {
        status: 0,
        output: [
          "Jobs at {issuer}/print-jobs, with tokens of {issuer}",
          JOBS_TOKEN,
          `first look: ${JOBS}`,
          `second look: ${JOBS}`,
        ],
        whole: true,
      },
    ],
  },
  {
    sample: "client-credentials",
    title: "with a key that signs",
    runs: [
      {
        prepare: keyFile,
        status: 0,
        output: ["Jobs at ", JOBS_TOKEN, `first look: ${JOBS}`, `second look: ${JOBS}`],
        whole: true,
      },
    ],
  },
  {
    sample: "client-credentials",
    title: "when the API says that the token has expired",
    runs: [
      {
        prepare: fakeApi,
        status: 0,
        output: ["Jobs at ", JOBS_TOKEN, JOBS_TOKEN, "first look: []", "second look: []"],
        whole: true,
      },
    ],
  },
  {
    sample: "client-credentials",
    title: "with a wrong secret",
    runs: [
      {
        env: { CLIENT_SECRET: "wrong" },
        status: 1,
        output: [],
        errors: /401|invalid_client/,
        never: ["look:"],
      },
    ],
  },
  {
    sample: "device-code",
    title: "once Alice has entered the code",
    policy: { pollingInterval: 1 },
    runs: [
      {
        prepare: reluctant,
        status: 0,
        output: [
          "On your phone or computer, open",
          "{issuer}/device",
          "and enter the code",
          "-",
          "or open this, and compare the code:",
          "{issuer}/device?user_code=",
          TOKEN,
          ALICES_PHOTO,
        ],
        whole: true,
      },
    ],
  },
  {
    sample: "device-code",
    title: "when Alice says no",
    policy: { pollingInterval: 1 },
    runs: [{ decision: "deny", status: 1, output: [], errors: "access_denied", never: [TOKEN] }],
  },
  {
    sample: "refresh-token",
    title: "signed in once, refreshed, and signed in again",
    runs: [
      { prepare: tokensFile, status: 0, output: ["Sign in once: ", ALICES_PHOTO] },
      { prepare: tokensFile, status: 0, output: ["200 "], never: ["Sign in"] },
      { prepare: spoilt("access_token"), status: 0, output: ["Refreshed.", "200 "] },
      {
        prepare: spoilt("access_token", "refresh_token"),
        status: 0,
        output: ["The refresh token is over.", "Sign in once: ", "200 "],
      },
    ],
  },
  ...accessTokenRows,
  {
    sample: "password",
    title: "turned away before it asks for a password",
    runs: [
      {
        typed: "alice\nwonderland\n",
        status: 1,
        output: [],
        whole: true,
        errors: "takes no passwords from applications",
        never: ["Password at"],
      },
    ],
  },
  {
    sample: "password",
    title: "where an operator has switched the grant on",
    policy: { passwordGrant: true },
    runs: [
      {
        typed: "alice\nwonderland\n",
        status: 0,
        output: ["Name at", "Password at", ALICES_PHOTO],
        whole: true,
        never: ["wonderland"],
      },
      { typed: "alice\nlooking-glass\n", status: 1, output: [], errors: "invalid_grant" },
    ],
  },
  ...implicitRows,
  ...browserAppsRows,
  ...migrationRows,
  ...openIdRows,
  ...refusalRows,
];
