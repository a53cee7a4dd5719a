import { createServer, type ServerResponse } from "node:http";
import { port } from "./config.ts";
import { lacking, type Refusal, verify } from "./verify.ts";

// An API that keeps copies of photos: GET /copies needs photos.read, POST /copies needs photos.write.

const copies = new Map<string, number>();

const server = createServer(async (request, response) => {
  const verified = await verify(request.headers.authorization).catch(() => undefined);
  // The keys could not be had: that is nobody's fault who asks.
  if (verified === undefined) return void response.writeHead(503).end();
  if ("refusal" in verified) return refuse(response, verified.refusal);
  const needed = request.method === "POST" ? "photos.write" : "photos.read";
  const refusal = lacking(verified.claims, needed);
  if (refusal !== undefined) return refuse(response, refusal);
  // #region api
  // Whose data it is says the token, never the request.
  const subject = String(verified.claims.sub);
  if (request.method === "POST") copies.set(subject, (copies.get(subject) ?? 0) + 1);
  const body = JSON.stringify({ copiesOf: subject, count: copies.get(subject) ?? 0 });
  // #endregion
  response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(body);
});

server.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/copies`));

function refuse(response: ServerResponse, { status, challenge }: Refusal): void {
  response.writeHead(status, { "WWW-Authenticate": challenge }).end();
}
