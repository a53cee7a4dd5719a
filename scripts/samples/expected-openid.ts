import { answering } from "./prepare.ts";
import { forged } from "./forged.ts";
import type { ExpectedRun, Row } from "./run-row.ts";

const METADATA = "/.well-known/openid-configuration";
const SIGNED_IN = "Signed in: alice of http://127.0.0.1:";
const NAMED = "Name: Alice Liddell. Address: alice@mail.example.";

const welcome: ExpectedRun = { status: 0, output: [SIGNED_IN, NAMED] };

/** Nobody is signed in; the errors name what was wrong. */
const refused = (errors: string | RegExp): ExpectedRun => ({
  status: 1,
  output: ["Open this address in a browser:"],
  errors,
  never: ["Signed in", "Name:"],
});

/** Sign-ins that are what they seem, and others (OpenID Connect Core §3.1.3.7, §5.3.2). */
export const openIdRows: readonly Row[] = [
  {
    sample: "openid-connect",
    title: "once Alice has signed in",
    runs: [
      {
        status: 0,
        output: [
          "Open this address in a browser:",
          "{issuer}/authorize?",
          "Signed in: alice of {issuer}.",
          NAMED,
        ],
      },
    ],
  },
  {
    sample: "openid-connect",
    title: "when Alice says no",
    runs: [{ decision: "deny", ...refused("access_denied") }],
  },
  {
    sample: "openid-connect",
    title: "with a wrong secret",
    runs: [{ env: { CLIENT_SECRET: "wrong" }, ...refused(/invalid_client|WWWAuthenticate/) }],
  },
  {
    sample: "openid-connect",
    title: "with an ID token of another request, client, server, time or hand",
    runs: [
      // The provider that forges is believed as long as it does not.
      { prepare: forged({}), ...welcome },
      { prepare: forged({ claims: { aud: ["print-openid"] } }), ...welcome },
      { prepare: forged({ claims: { nonce: "another" } }), ...refused("nonce") },
      { prepare: forged({ claims: { aud: "quiz" } }), ...refused("aud") },
      { prepare: forged({ claims: { iss: "https://evil.example" } }), ...refused("iss") },
      { prepare: forged({ claims: { exp: 1_700_000_000 } }), ...refused("expir") },
      { prepare: forged({ byStranger: true }), ...refused("signature") },
      { prepare: forged({ kid: "another" }), ...refused(/kid|no key|keys found|verify signature/) },
      { prepare: forged({ unsigned: true }), ...refused(/alg|none|not signed/) },
      { prepare: forged({ noIdToken: true }), ...refused(/id_token|ID token|decode_error/) },
    ],
  },
  ...(
    [
      ["typescript", "untrusted audiences"],
      ["python", "azp"],
      ["go", "aud has others"],
      ["curl", "aud differs"],
    ] as const
  ).map(
    ([language, errors]): Row => ({
      sample: "openid-connect",
      title: "with an ID token for another client as well",
      languages: [language],
      runs: [
        {
          prepare: forged({ claims: { aud: ["print-openid", "quiz"] } }),
          ...refused(errors),
        },
      ],
    }),
  ),
  {
    sample: "openid-connect",
    title: "with another user’s access token",
    // oauth4webapi leaves at_hash alone.
    languages: ["python", "go", "curl"],
    runs: [{ prepare: forged({ claims: { at_hash: "another" } }), ...refused("hash") }],
  },
  {
    sample: "openid-connect",
    title: "when UserInfo is about somebody else",
    runs: [
      {
        prepare: forged({ userInfo: { sub: "mallory" } }),
        status: 1,
        output: [SIGNED_IN],
        errors: "sub",
        never: ["Name:"],
      },
    ],
  },
  {
    sample: "openid-connect",
    title: "when what the provider says has another type, or is missing",
    languages: ["go"],
    runs: [
      {
        prepare: answering(METADATA, { authorization_response_iss_parameter_supported: "yes" }),
        ...refused("bool"),
      },
      {
        prepare: forged({ userInfo: { name: 1 } }),
        status: 1,
        output: [SIGNED_IN],
        errors: "string",
        never: ["Name:"],
      },
    ],
  },
  {
    sample: "openid-connect",
    title: "when the metadata name no authorization endpoint",
    languages: ["typescript"],
    runs: [
      {
        prepare: answering(METADATA, { authorization_endpoint: undefined }),
        status: 1,
        output: [],
        errors: "no authorization_endpoint",
      },
    ],
  },
];
