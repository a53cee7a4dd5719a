import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { NIGHTLY_KEY } from "../../src/grants/lab-key.ts";
import { jsonObject } from "../../src/oauth/json.ts";
import type { Place } from "./run-row.ts";

/** What the program is told, by the name of the variable. */
export type Told = Promise<Readonly<Record<string, string>>>;

/** The private key of the laboratory, in a file. */
export async function keyFile({ folder }: Place): Told {
  const file = join(folder, "key.pem");
  const key = createPrivateKey({ key: NIGHTLY_KEY, format: "jwk" });
  await writeFile(file, key.export({ type: "pkcs8", format: "pem" }));
  return { CLIENT_KEY: file };
}

/** An API that refuses the first call as if the token had expired. After it another token must come, and stay. */
export async function fakeApi(place: Place): Told {
  const tokens: (string | undefined)[] = [];
  const origin = await listening(place, ({ headers }, response) => {
    const [first, renewed = headers.authorization] = tokens;
    tokens.push(headers.authorization);
    if (tokens.length === 1) {
      const challenge = 'Bearer realm="print-jobs", error="invalid_token"';
      return void response.writeHead(401, { "WWW-Authenticate": challenge }).end();
    }
    const isRenewed = headers.authorization === renewed && renewed !== first;
    response.writeHead(isRenewed ? 200 : 403).end("[]");
  });
  return { JOBS: `${origin}/print-jobs` };
}

/** The address of the API, by the name of its variable: nothing is there. */
export function noApi(variable: string): (place: Place) => Told {
  return ({ server }) => Promise.resolve({ [variable]: `${server.issuer}/nowhere` });
}

/** An API whose answers end before they are over. */
export async function brokenApi(place: Place): Told {
  const origin = await listening(place, (_request, response) => {
    response.writeHead(200, { "Content-Length": "100" });
    response.write("[", () => response.destroy());
  });
  return { PHOTOS: `${origin}/photos` };
}

/** An authorization server that says `slow_down` to the first poll, and is otherwise the one of the place. */
export function reluctant(place: Place): Told {
  let polled = false;
  return inFront(place, (body, response) => {
    if (polled || !body.includes("device_code=")) return false;
    polled = true;
    refuse(response, "slow_down");
    return true;
  });
}

/** An authorization server that refuses requests with this in them. */
export function refusing(asked: string, error: string): (place: Place) => Told {
  return (place) =>
    inFront(place, (body, response) => {
      if (!body.includes(asked)) return false;
      refuse(response, error);
      return true;
    });
}

function refuse(response: ServerResponse, error: string): void {
  const type = { "Content-Type": "application/json" };
  response.writeHead(400, type).end(JSON.stringify({ error }));
}

/** An authorization server whose answers from that path have these members; and not those that are undefined. */
export function answering(
  path: string,
  members: Readonly<Record<string, unknown>>,
): (place: Place) => Told {
  const change: Change = async (from, answered) =>
    from === path ? JSON.stringify({ ...jsonObject(answered), ...members }) : answered;
  return (place) => inFront(place, () => false, change);
}

/** An authorization server that answers requests with this in them with a page of its gateway's. */
export function ill(asked: string): (place: Place) => Told {
  return (place) =>
    inFront(place, (body, response) => {
      if (!body.includes(asked)) return false;
      response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad Gateway</h1>");
      return true;
    });
}

/** Makes what another server passes on of what the one behind it answered at that path; `issuer` is its own name. */
type Change = (path: string, answered: string, issuer: string) => Promise<string>;

/**
 * The server of the place behind another one, which answers some requests itself, by what they carry, and says so.
 * It may change what it passes on.
 */
export async function inFront(
  place: Place,
  answers: (body: string, response: ServerResponse) => boolean,
  change: Change = async (_, answered) => answered,
): Told {
  const { issuer } = place.server;
  const origin: string = await listening(place, async (request, response) => {
    const body = await text(request);
    if (answers(body, response)) return;
    const { method = "GET", url = "/", headers } = request;
    const answer = await fetch(issuer + url, {
      method,
      headers: headersFor(headers),
      body: method === "GET" ? null : body,
      redirect: "manual",
    });
    response.writeHead(answer.status, {
      "Content-Type": answer.headers.get("Content-Type") ?? "text/plain",
      "Set-Cookie": answer.headers.getSetCookie(),
      ...locationFrom(answer, issuer, origin),
    });
    const isMetadata = url.startsWith("/.well-known/");
    const answered = await answer.text();
    response.end(
      await change(url, isMetadata ? answered.replaceAll(issuer, origin) : answered, origin),
    );
  });
  return { ISSUER: origin, PHOTOS: `${issuer}/photos` };
}

/** The file with the tokens, as an earlier run left it. */
export function tokensFile({ folder }: Place): Told {
  return Promise.resolve({ TOKENS: join(folder, "tokens.json") });
}

/** The same, with these tokens worth nothing. */
export function spoilt(...names: readonly string[]): (place: Place) => Told {
  return async (place) => {
    const { TOKENS: file = "" } = await tokensFile(place);
    const kept = jsonObject(await readFile(file, "utf8")) ?? {};
    const worthless = Object.fromEntries(names.map((name) => [name, "spoilt"]));
    await writeFile(file, JSON.stringify({ ...kept, ...worthless }));
    return { TOKENS: file };
  };
}

/** Where the answer leads, with the one server for the other, also where it stands in the `iss` of a redirect (RFC 9207). */
function locationFrom(answer: Response, issuer: string, origin: string) {
  const location = answer.headers.get("Location");
  if (location === null) return {};
  const named = location.replaceAll(encodeURIComponent(issuer), encodeURIComponent(origin));
  return { Location: named.replaceAll(issuer, origin) };
}

function headersFor(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const kept = ["authorization", "content-type", "accept", "cookie"];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

async function listening({ later }: Place, listener: RequestListener): Promise<string> {
  // A client that polls is not to meet the end of a connection it kept.
  const server = createServer({ keepAliveTimeout: 60_000 }, listener).listen(0, "127.0.0.1");
  later(async () => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return `http://127.0.0.1:${address.port}`;
}
