import type { Client } from "../../../authorization-server/ports.ts";
import {
  ALICE,
  CONFIDENTIAL,
  type Fields,
  ISSUER,
  PUBLIC,
  testServer,
  type TestServer,
} from "../../../authorization-server/testing.ts";
import { locationOf, type TestBrowser } from "../../../authorization-server/testing-browser.ts";
import { DEVICE_CODE } from "../../cast.ts";
import { grantServers } from "../../servers.ts";

/** A public client for devices, as RFC 8628 §5.6 expects most to be. */
export const FRAME: Client = {
  clientId: "frame",
  clientName: "Frame",
  redirectUris: [],
  grantTypes: [DEVICE_CODE, "refresh_token"],
  responseTypes: [],
  scope: "photos.read photos.write",
  authMethod: "none",
  requirePkce: false,
};

/** Another one, of another maker. */
export const WALL: Client = { ...FRAME, clientId: "wall", clientName: "Wall" };

/** One with a secret, which the test server's `post` authenticates by Basic. */
export const SET_TOP: Client = {
  ...FRAME,
  clientId: CONFIDENTIAL.clientId,
  clientName: "Set-top box",
  secret: CONFIDENTIAL.secret ?? "",
  authMethod: "client_secret_basic",
};

export const PAGE = `${ISSUER}/device`;

/** The answer to a device authorization request (RFC 8628 §3.2). */
export interface Codes {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly expires_in: number;
  readonly interval: number;
}

/** A server with these clients, whose devices poll as `FRAME` unless told otherwise. */
export async function deviceServer() {
  const server = await testServer(grantServers, { clients: [FRAME, WALL, SET_TOP, PUBLIC] });
  const ask = (change: Fields = {}) =>
    server.post("/device_authorization", { client_id: FRAME.clientId, ...change }, {});
  const poll = (device_code: string | undefined, change: Fields = {}) =>
    server.post(
      "/token",
      { grant_type: DEVICE_CODE, device_code, client_id: FRAME.clientId, ...change },
      {},
    );
  return {
    ...server,
    ask,
    poll,
    codes: async () => codesIn(await ask()),
    /** `error` of a poll, and the check that refused it. */
    async told(device_code: string | undefined, change: Fields = {}) {
      return [await errorOf(await poll(device_code, change)), server.refusedBy()];
    },
  };
}

export type DeviceServer = Awaited<ReturnType<typeof deviceServer>>;

/** The codes of an answer. */
export function codesIn(response: Response): Promise<Codes> {
  return response.json();
}

/** The error of an answer. */
export async function errorOf(response: Response): Promise<string> {
  return (await refusalIn(response)).error;
}

function refusalIn(response: Response): Promise<{ readonly error: string }> {
  return response.json();
}

/** The statuses of answers, in order of size. */
export function statusesOf(responses: readonly Response[]): readonly number[] {
  return responses.map(({ status }) => status).toSorted((one, other) => one - other);
}

/** A browser that has opened the page and typed a code; where it is sent. */
export async function typing(
  server: Pick<TestServer, "browser">,
  userCode: string,
): Promise<{ readonly browser: TestBrowser; readonly login: URL }> {
  const browser = server.browser();
  await browser.open(PAGE);
  return { browser, login: locationOf(await browser.submit(PAGE, { user_code: userCode })) };
}

/** The same, signed in as Alice; the address of the consent page. */
export async function consenting(server: Pick<TestServer, "browser">, userCode: string) {
  const { browser, login } = await typing(server, userCode);
  const { username, password } = ALICE;
  return { browser, consent: locationOf(await browser.submit(login, { username, password })) };
}

/** Alice types the code, signs in and decides; the page that follows. */
export async function deciding(
  server: Pick<TestServer, "browser">,
  userCode: string,
  decision = "allow",
): Promise<Response> {
  const { browser, consent } = await consenting(server, userCode);
  return browser.submit(consent, { decision });
}
