import { type Flow, stepOf } from "../../../flow/define-flow.ts";
import { changed } from "../../../flow/edit-flow.ts";
import { withRequest } from "../../../flow/edit-request.ts";
import { OWN_HEADER } from "../../../grants/authorization-code/backend/answers.ts";
import { bffFlow } from "../../../grants/authorization-code/bff/flow.ts";
import { PRINT } from "../../../grants/cast.ts";
import { CLIENT } from "../answers.ts";
import { type RefusalWalk, refusal } from "./refusal.ts";

const own = { code: CLIENT, step: "guard", right: bffFlow } as const;

/** The session cookie asks for one path alone, which its name rules out: a browser does not take it. */
function misplacedCookie(flow: Flow): Flow {
  const step = stepOf(flow, "signed_in");
  if (step.kind !== "respond") throw new RangeError("The session begins with an answer.");
  return changed(flow, "signed_in", () => ({
    ...step,
    title: "Print sets its session cookie for one path alone",
    why: "Path=/callback. But the name begins with __Host-, which promises Path=/. A browser that knows the prefix takes no such cookie.",
    response: (read, leftOut) => {
      const response = step.response(read, leftOut);
      const headers = response.headers.map(([name, value]): [string, string] => [
        name,
        name === "Set-Cookie" ? value.replace("Path=/;", "Path=/callback;") : value,
      ]);
      return { ...response, headers };
    },
  }));
}

/** Requests of a page that the server behind it does not pass on (RFC 10017 §6.1.3). */
export const behindThePageWalks: readonly RefusalWalk[] = [
  refusal({
    ...own,
    check: "client.own-header",
    title: "A request without the page’s own header",
    story:
      "A new part of the page calls fetch by itself, and not by the function that adds the header. A request that another site forges looks the same.",
    wrong: (flow) =>
      withRequest(flow, "photos", (request) => ({
        ...request,
        headers: request.headers.filter(([name]) => name !== OWN_HEADER[0]),
      })),
  }),
  refusal({
    ...own,
    check: "client.known-session",
    title: "A cookie that is not taken",
    story:
      "Print sets its session cookie for the path of the callback alone. Its name promises another path, so the browser drops it, and the page’s requests come without.",
    wrong: misplacedCookie,
  }),
  refusal({
    ...own,
    check: "client.route",
    title: "A request that is on no list",
    story:
      "The page wants the print jobs too, and nobody told the server behind it. The server passes on what is on its list.",
    wrong: (flow) =>
      withRequest(flow, "photos", (request) => ({ ...request, url: `${PRINT}/bff/print-jobs` })),
  }),
];
