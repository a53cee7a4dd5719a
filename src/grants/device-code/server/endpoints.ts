import { scopeOf } from "../../../authorization-server/checks/authorize.ts";
import { type Form, readForm } from "../../../authorization-server/body.ts";
import { readClientRequest } from "../../../authorization-server/client-request.ts";
import { beginInteraction } from "../../../authorization-server/interactions.ts";
import { errorPage } from "../../../authorization-server/pages/error.ts";
import type { Endpoint, ServerContext } from "../../../authorization-server/ports.ts";
import { json } from "../../../authorization-server/respond.ts";
import { beginSession, sessionCookie, sessionOf } from "../../../authorization-server/sessions.ts";
import { tokenError } from "../../../authorization-server/token-refusal.ts";
import { runChecks } from "../../../oauth/checks.ts";
import { parseParameters } from "../../../oauth/parameters.ts";
import { withCookie, withQuery } from "../../../oauth/wire.ts";
import { formChecks, pageChecks, type PageFacts } from "./page-checks.ts";
import { codePage } from "./pages.ts";
import { deviceShowing, newCodes } from "./records.ts";
import { requestChecks } from "./request-checks.ts";

/** The endpoints of this grant, by path: one for devices, one for people. */
export const deviceEndpoints: Readonly<Record<string, Endpoint>> = {
  "/device_authorization": { POST: deviceAuthorization, cors: true },
  "/device": { GET: askForCode, POST: takeCode, cors: false },
};

/** POST /device_authorization (RFC 8628 §3.1, §3.2). */
async function deviceAuthorization(request: Request, server: ServerContext): Promise<Response> {
  const facts = { ...(await readClientRequest(request, server)), server };
  const { refusal, results } = await runChecks(requestChecks, facts);
  server.report(results);
  const { client } = facts;
  if (refusal !== undefined || client === undefined) {
    return tokenError(refusal ?? { reason: "client_unauthenticated" });
  }
  const { deviceCode, record } = await newCodes(server, client, scopeOf(facts) ?? "");
  const uri = `${server.issuer}/device`;
  return json({
    device_code: deviceCode,
    user_code: record.userCode,
    verification_uri: uri,
    verification_uri_complete: withQuery(uri, { user_code: record.userCode }),
    expires_in: server.policy.deviceCodeLifetime,
    interval: record.interval,
  });
}

/** GET /device: the form, with the code in it where the address brought one (RFC 8628 §3.3.1). */
async function askForCode(request: Request, server: ServerContext): Promise<Response> {
  const parameters = parseParameters(new URL(request.url).search);
  const facts = await factsOf(request, server, { parameters });
  const { refusal, results } = await runChecks(pageChecks, facts);
  server.report(results);
  if (refusal?.to === "user") return errorPage(refusal, results);
  const form = await codePage(parameters.get("user_code") ?? "");
  if (facts.browser !== undefined) return form;
  return withCookie(form, sessionCookie(server, (await beginSession(server)).id));
}

/** POST /device: the code that was typed; on to sign-in and consent. */
async function takeCode(request: Request, server: ServerContext): Promise<Response> {
  const facts = await factsOf(request, server, await readForm(request));
  const { refusal, results } = await runChecks(formChecks, facts);
  server.report(results);
  const { device, parameters } = facts;
  if (refusal?.to === "user") return errorPage(refusal, results);
  if (refusal !== undefined || device === undefined) {
    return codePage(parameters.get("user_code") ?? "", refusal?.reason ?? "unknown");
  }
  const { clientId, scope } = device.record;
  return beginInteraction(request, server, {
    request: { clientId, scope, grant: "device-code", handle: device.deviceCode },
  });
}

async function factsOf(request: Request, server: ServerContext, form: Form): Promise<PageFacts> {
  const typed = form.parameters.get("user_code") ?? "";
  return {
    ...form,
    server,
    browser: await sessionOf(request, server),
    device: await deviceShowing(server, typed),
  };
}
