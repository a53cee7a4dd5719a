import * as oauth from "oauth4webapi";

/** What the page of the test knows of a walk: where its sandbox answers, and what its client holds. */
export interface Walked {
  /** The path under which the sandbox's sites answer; ends in a slash. */
  readonly sandbox: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The address the browser was sent back to, with the answer in it. */
  readonly callback: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: string;
  readonly photos: string;
}

/** Goes on where the walk stands with a client nobody here wrote: discovery, redemption, the API, refresh, revocation. */
export async function complete(walked: Walked) {
  const options = { [oauth.customFetch]: fetchIn(walked.sandbox) };
  const client: oauth.Client = { client_id: walked.clientId };
  const issuer = new URL(walked.issuer);
  const as = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...options }),
  );
  const answer = oauth.validateAuthResponse(as, client, new URL(walked.callback), walked.state);
  const { redirectUri, verifier } = walked;
  const tokens = await oauth.processAuthorizationCodeResponse(
    as,
    client,
    await oauth.authorizationCodeGrantRequest(
      ...([as, client, oauth.None(), answer, redirectUri, verifier, options] as const),
    ),
  );
  const api = await oauth.protectedResourceRequest(
    tokens.access_token,
    "GET",
    new URL(walked.photos),
    new Headers({ Accept: "application/json" }),
    null,
    options,
  );
  const refreshed = await refresh(as, client, tokens, options);
  const revocation = await oauth.revocationRequest(
    ...([as, client, oauth.None(), refreshed.refresh_token ?? "", options] as const),
  );
  await oauth.processRevocationResponse(revocation);
  return {
    scope: tokens.scope,
    api: api.status,
    rotated: refreshed.refresh_token !== tokens.refresh_token,
    afterRevocation: await refresh(as, client, refreshed, options).then(
      () => "refreshed",
      (error: unknown) => (error instanceof oauth.ResponseBodyError ? error.error : String(error)),
    ),
  };
}

type Options = { [oauth.customFetch]: ReturnType<typeof fetchIn> };

async function refresh(
  as: oauth.AuthorizationServer,
  client: oauth.Client,
  { refresh_token = "" }: oauth.TokenEndpointResponse,
  options: Options,
): Promise<oauth.TokenEndpointResponse> {
  const response = await oauth.refreshTokenGrantRequest(
    ...([as, client, oauth.None(), refresh_token, options] as const),
  );
  return oauth.processRefreshTokenResponse(as, client, response);
}

interface Init {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly redirect: RequestRedirect;
  readonly body?: unknown;
}

/** Sends what is meant for a site to where this origin answers for it. */
function fetchIn(sandbox: string) {
  return (url: string, { method, headers, redirect, body }: Init) => {
    const { host, pathname, search } = new URL(url);
    const form = body instanceof URLSearchParams ? body : null;
    return fetch(`${sandbox}${host}${pathname}${search}`, {
      method,
      headers,
      redirect,
      body: form,
    });
  };
}
