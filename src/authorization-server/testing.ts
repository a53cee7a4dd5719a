import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import type { CheckResult } from "../oauth/checks.ts";
import { memoised } from "../oauth/memoised.ts";
import { formRequest, toRequest } from "../oauth/wire.ts";
import { memoryStore } from "../store/memory.ts";
import { createAuthorizationServer } from "./create.ts";
import type {
  AuthorizationServerConfig,
  Client,
  GrantServer,
  Person,
  SigningKeys,
} from "./ports.ts";
import { browserOn, type TestBrowser } from "./testing-browser.ts";

export const ISSUER = "https://auth.example";
export const API = "https://api.example";
export const NOW = 1_800_000_000;
export const CALLBACK = "https://print.example/callback";

/** The pair of RFC 7636 Appendix B. */
export const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
export const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

export const ALICE: Person = {
  username: "alice",
  password: "wonderland",
  subject: "alice-1",
  name: "Alice Liddell",
  email: "alice@mail.example",
};
export const BOB: Person = {
  username: "bob",
  password: "builder",
  subject: "bob-2",
  name: "Bob Baumeister",
};

const common = {
  clientName: "Print",
  redirectUris: [CALLBACK],
  grantTypes: ["authorization_code", "refresh_token"],
  responseTypes: ["code"],
  scope: "photos.read photos.write",
  requirePkce: false,
};

/** A client with a secret, which it sends by HTTP Basic. */
export const CONFIDENTIAL: Client = {
  ...common,
  clientId: "print",
  secret: "print-secret",
  authMethod: "client_secret_basic",
};

/** A client with a secret, which it sends in the body. */
export const POSTING: Client = {
  ...common,
  clientId: "poster",
  secret: "poster-secret",
  authMethod: "client_secret_post",
};

/** A client without a secret, with every kind of redirect URI. */
export const PUBLIC: Client = {
  ...common,
  clientId: "page",
  clientName: "Page",
  redirectUris: [
    CALLBACK,
    `${CALLBACK}?tenant=1`,
    "http://127.0.0.1/cb",
    "http://[::1]:8000/cb",
    "http://localhost:3000/cb",
    "example.print:/cb",
  ],
  authMethod: "none",
};

export type Fields = Readonly<Record<string, string | undefined>>;

/** The parameters of an authorization request that `CONFIDENTIAL` may make; nothing takes one out. */
export function asking(change: Fields = {}): Record<string, string> {
  return defined({
    response_type: "code",
    client_id: CONFIDENTIAL.clientId,
    redirect_uri: CALLBACK,
    scope: "photos.read",
    state: "s1",
    code_challenge: CHALLENGE,
    code_challenge_method: "S256",
    ...change,
  });
}

/** The fields of the token request for a code of `asking()`. */
export function redeeming(code: string, change: Fields = {}): Record<string, string> {
  return defined({
    grant_type: "authorization_code",
    code,
    redirect_uri: CALLBACK,
    code_verifier: VERIFIER,
    ...change,
  });
}

function defined(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The header by which `CONFIDENTIAL` authenticates. */
export const BASIC = basic(CONFIDENTIAL.clientId, CONFIDENTIAL.secret ?? "");

/** HTTP Basic with both parts form-encoded first (RFC 6749 §2.3.1). */
export function basic(id: string, secret: string): Readonly<Record<string, string>> {
  const [user, password] = [id, secret].map((part) => encodeURIComponent(part));
  return { Authorization: `Basic ${btoa(`${user}:${password}`)}` };
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
}

/** The tokens of an answer of the token endpoint. */
export function tokensOf(response: Response): Promise<Tokens> {
  return response.json();
}

/** The id in an answer of the registration endpoint. */
export function registrationOf(response: Response): Promise<{ readonly client_id: string }> {
  return response.json();
}

export interface TestServer {
  readonly config: AuthorizationServerConfig;
  fetch(request: Request): Promise<Response>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** A form. By default `CONFIDENTIAL` authenticates. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** A registration (RFC 7591); text is sent as it is. */
  register(metadata: object | string): Promise<Response>;
  /** The id of a client that registered itself, with a secret, for these redirect URIs. */
  stranger(...redirectUris: readonly string[]): Promise<string>;
  /** Moves the clock on. */
  advance(seconds: number): void;
  /** What the checks of the last request said; empty when it reported none. */
  checks(): readonly CheckResult[];
  /** The check that refused the last request; "none" when all passed. */
  refusedBy(): string;
  /** How many times checks were reported. */
  reports(): number;
  browser(): TestBrowser;
  /** A code for `asking(change)`, allowed by Alice in a browser of its own. */
  code(change?: Fields): Promise<string>;
  /** Tokens for `asking(change)`, redeemed by `CONFIDENTIAL`. */
  tokens(change?: Fields): Promise<Tokens>;
}

/** An authorization server with people, clients and a clock of its own, for tests. */
export async function testServer(
  grants: readonly GrantServer[],
  change: Partial<AuthorizationServerConfig> = {},
): Promise<TestServer> {
  let now = NOW;
  const reports: (readonly CheckResult[])[] = [];
  const config: AuthorizationServerConfig = {
    issuer: ISSUER,
    store: memoryStore(),
    keys: await signingKeys(),
    now: () => now,
    people: [ALICE, BOB],
    clients: [CONFIDENTIAL, POSTING, PUBLIC],
    resource: { identifier: API, scopes: ["photos.read", "photos.write"] },
    grants,
    report: (results) => void reports.push(results),
    ...change,
  };
  // One server per request, as the worker makes them.
  const fetch = (request: Request) => createAuthorizationServer(config).fetch(request);
  const browser = () => browserOn(fetch, config.issuer);

  const server: TestServer = {
    config,
    fetch,
    get: (path, headers = {}) => fetch(new Request(config.issuer + path, { headers })),
    post: (path, fields, headers = BASIC) =>
      fetch(toRequest(formRequest(config.issuer + path, defined(fields), Object.entries(headers)))),
    register: (metadata) =>
      fetch(
        new Request(`${config.issuer}/register`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: typeof metadata === "string" ? metadata : JSON.stringify(metadata),
        }),
      ),
    async stranger(...redirectUris) {
      const metadata = { client_name: "Stranger", redirect_uris: redirectUris };
      return (await registrationOf(await server.register(metadata))).client_id;
    },
    advance(seconds) {
      now += seconds;
    },
    checks: () => reports.at(-1) ?? [],
    refusedBy: () =>
      server.checks().find(({ outcome }) => outcome === "failed")?.id ??
      (reports.length === 0 ? "no report" : "none"),
    reports: () => reports.length,
    browser,
    code: async (fields) =>
      (await browser().walk(asking(fields), ALICE)).searchParams.get("code") ?? "no code",
    tokens: async (fields) =>
      tokensOf(await server.post("/token", redeeming(await server.code(fields)))),
  };
  return server;
}

// Making keys takes long, so that all servers of tests have the same; which of them need RS256 is their own affair.
const keys = { ES256: memoised(() => keyPair("ES256")), RS256: memoised(() => keyPair("RS256")) };

async function signingKeys(): Promise<SigningKeys> {
  let needed = false;
  return {
    ...(await keys.ES256()),
    rsa: {
      get: () => {
        needed = true;
        return keys.RS256();
      },
      made: async () => (needed ? keys.RS256() : undefined),
    },
  };
}

async function keyPair(alg: "ES256" | "RS256") {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, publicJwk: { ...jwk, kid, alg, use: "sig" } };
}
