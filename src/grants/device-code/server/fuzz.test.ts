import fc from "fast-check";
import { expect, it } from "vitest";
import {
  harmOf,
  indexOfFailed,
  noise,
  SPOILS,
  value,
} from "../../../authorization-server/fuzz.fixture.ts";
import { ISSUER } from "../../../authorization-server/testing.ts";
import { DEVICE_CODE } from "../../cast.ts";
import { deviceServer, FRAME, PAGE, SET_TOP, WALL } from "./testing.fixture.ts";

const BOUNDED: fc.Parameters<unknown> = { numRuns: 300, interruptAfterTimeLimit: 2000 };
const FORM = "application/x-www-form-urlencoded";
const PLACES = [/^https:\/\/auth\.example\/(login|consent)\?interaction=[\w-]{43}$/];

const server = await deviceServer();
const codes = await server.codes();

const client_id = value(FRAME.clientId, WALL.clientId, SET_TOP.clientId, "__proto__");
const spoiled = (texts: fc.Arbitrary<string>) =>
  fc.tuple(texts, SPOILS).map(([text, spoil]) => text + spoil);

/** Sends it; what harm it did, how often checks were reported, and whether the answer fits what they said. */
async function send(request: Request) {
  const before = server.reports();
  const response = await server.fetch(request);
  const passed = indexOfFailed(server.checks()) === -1;
  const fits = passed === response.status < 400;
  return { harm: harmOf(response, PLACES), reports: server.reports() - before, fits };
}

const WELL = { harm: "none", reports: 1, fits: true };

const post = (url: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  new Request(url, { method: "POST", headers: { "Content-Type": FORM, ...headers }, body });

it("whatever is asked of /device_authorization: no 5xx, nothing of the sender’s in a header", async () => {
  const asked = noise({ client_id, scope: value("photos.read", "photos.read admin", " ") });
  await fc.assert(
    fc.asyncProperty(spoiled(asked), async (text) => {
      expect(await send(post(`${ISSUER}/device_authorization`, text))).toEqual(WELL);
    }),
    BOUNDED,
  );
});

it("whatever is polled: no 5xx, and no tokens before a user has decided", async () => {
  const polled = noise({
    client_id,
    grant_type: fc.constant(DEVICE_CODE),
    device_code: value(codes.device_code, "constructor", codes.user_code),
  });
  await fc.assert(
    fc.asyncProperty(spoiled(polled), async (text) => {
      expect(await send(post(`${ISSUER}/token`, text))).toEqual(WELL);
      expect(indexOfFailed(server.checks())).not.toBe(-1);
    }),
    BOUNDED,
  );
});

it("whatever is typed at /device: no 5xx, and no redirect but to sign-in", async () => {
  const typed = noise({
    user_code: value(codes.user_code, codes.user_code.toLowerCase(), "BBBB-BBBB", "\u0131\ufb01"),
  });
  const browser = server.browser();
  await browser.open(PAGE);
  const cookie = fc.constantFrom(browser.cookie(), "", "session=%00");
  await fc.assert(
    fc.asyncProperty(spoiled(typed), fc.boolean(), cookie, async (text, typing, Cookie) => {
      server.advance(20);
      const request = typing
        ? post(PAGE, text, { Cookie })
        : new Request(`${PAGE}?${text}`, { headers: { Cookie } });
      expect(await send(request)).toEqual(WELL);
    }),
    BOUNDED,
  );
});
