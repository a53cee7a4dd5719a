import { pageClientFlow } from "../../grants/authorization-code/page-client.ts";
import { PAGE_CLIENT } from "../../grants/cast.ts";
import { askingWith } from "../../grants/steps/authorize-address.ts";
import type { Exercise } from "../exercise.ts";
import { withField, withRequest } from "../../flow/edit-request.ts";
import { ended, went } from "./criteria.ts";

/** A client with three faults, each of which hides the next. */
const misspelt = askingWith(pageClientFlow, (address) =>
  address.replace("scope=photos.read", "scope=photos.reed"),
);
const nameless = withRequest(misspelt, "redeem", (request) =>
  withField(request, "client_id", undefined),
);
const misaddressed = withRequest(nameless, "api", (request) => ({
  ...request,
  headers: request.headers.map(([name, value]): [string, string] => [
    name,
    value.replace(/^Bearer /, "Token "),
  ]),
}));

/** The client to repair after the questions. */
export const repairClient: Exercise = {
  title: "One client, three faults",
  brief:
    "Somebody wrote Print’s new page from memory. Three of its messages are wrong, and each fault hides the next. Read what refuses, put the message right, and go on until the photos are there.",
  walks: [{ id: "public-pkce", title: "Public + PKCE", flow: misaddressed }],
  criteria: [
    went("The authorization request was accepted, and Alice has allowed it", "consent"),
    went("auth.example has given Print a token", "redeem"),
    ended("The API has answered with the photos"),
  ],
  hints: [
    "The first is in the address the browser opens: auth.example knows no such scope.",
    "The second is in the token request. A client without a secret still has to say which one it is (RFC 6749 §3.2.1).",
    "The third is at the API. It saw no token, for it looks for one under another word: Authorization: Bearer, and the token (RFC 6750 §2.1).",
  ],
  explanation:
    "Three refusals, three checks, three places in the RFCs. That is how a client is mended: read which check refused, not only the error code.",
  solution: {
    walk: "public-pkce",
    play: async (hand) => {
      await hand.to("authorize");
      await hand.send({ scope: "photos.read" });
      await hand.to("redeem");
      await hand.send({ client_id: PAGE_CLIENT.id });
      await hand.to("api");
      const token = hand.walk().values["access_token"] ?? "";
      await hand.send({ Authorization: `Bearer ${token}` });
      await hand.end();
    },
  },
};
