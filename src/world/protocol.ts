import * as v from "valibot";

const headers = v.array(v.tuple([v.string(), v.string()]));
const id = v.pipe(v.string(), v.uuid());
/** Seconds by which a clock moves: ten years at most. */
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10 * 365 * 86400));
const call = v.object({
  id,
  step: v.string(),
  edited: v.boolean(),
  browser: v.exactOptional(v.string()),
});
const claims = v.exactOptional(v.record(v.string(), v.nullable(v.string())));
const settings = v.object({
  clientSite: v.picklist(["server", "static", "app"]),
  without: v.exactOptional(v.array(v.string())),
  authorizationServer: v.exactOptional(
    v.object({
      redirectUriMatching: v.exactOptional(v.picklist(["exact", "prefix"])),
      accessTokenLifetime: v.exactOptional(v.number()),
      passwordGrant: v.exactOptional(v.boolean()),
    }),
  ),
  introspection: v.exactOptional(v.boolean()),
  trustedIssuer: v.exactOptional(v.string()),
  apiCutOff: v.exactOptional(v.boolean()),
  misissued: v.exactOptional(v.object({ access_token: claims, id_token: claims })),
  allowed: v.exactOptional(
    v.object({
      clientId: v.string(),
      subject: v.string(),
      scope: v.string(),
      redirectUri: v.string(),
      code: v.string(),
      challenge: v.string(),
    }),
  ),
  referrerPolicy: v.exactOptional(v.string()),
  contentSecurityPolicy: v.exactOptional(v.string()),
  openRedirector: v.exactOptional(v.boolean()),
});
const checks = v.array(
  v.object({
    id: v.string(),
    title: v.string(),
    spec: v.string(),
    why: v.string(),
    outcome: v.picklist(["passed", "failed", "not reached"]),
  }),
);

/** What may be asked of a world, by name; the shape of each call. */
export const worldCalls = {
  open: v.object({ settings }),
  restart: v.object({ settings }),
  advance: v.object({ id, seconds }),
  entry: v.object({ id: v.string() }),
  rewind: v.object({ id, to: v.string() }),
  inspect: v.object({}),
  visit: v.object({
    call,
    request: v.object({
      method: v.string(),
      url: v.string(),
      headers,
      body: v.exactOptional(v.string()),
    }),
  }),
  respond: v.object({
    call,
    response: v.object({ status: v.number(), headers, body: v.string() }),
  }),
  record: v.object({
    call,
    local: v.object({
      outcome: v.string(),
      values: v.record(v.string(), v.string()),
      checks,
      page: v.exactOptional(v.string()),
      address: v.exactOptional(v.string()),
      keep: v.exactOptional(
        v.object({
          area: v.picklist(["localStorage", "sessionStorage"]),
          key: v.string(),
          value: v.string(),
        }),
      ),
      wait: v.exactOptional(seconds),
    }),
  }),
};

/** The call header: the call, whose page's script it is of, and which headers were meant (a browser adds more). */
export const exchangeCall = v.object({
  call,
  origin: v.exactOptional(v.string()),
  headers: v.array(v.string()),
});
