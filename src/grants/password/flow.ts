import { type Answer, defineFlow, type Flow } from "../../flow/define-flow.ts";
import { ALICE, LEGACY_CLIENT, PRINT, SCOPE } from "../cast.ts";
import { pick, resourceAnswer, tokenAnswer } from "../steps/classify.ts";
import { clientPage, GAVE_UP, htmlAnswer, photosPage, problemPage } from "../steps/client-pages.ts";
import { parties, places } from "../steps/parties.ts";
import { type ClientAuth, photosRequest, readTokens, tokenRequest } from "../steps/tokens.ts";
import { secretValue, values } from "../steps/values.ts";

const auth: ClientAuth = { method: "client_secret_basic", id: LEGACY_CLIENT.id };

const FORM = `<style>input,button{font:inherit;padding:.4rem .6rem}input{box-sizing:border-box;width:100%}</style><p>Print needs your photos from api.example. Type the name and the password you have at auth.example.</p><form method="post"><p><label>Name<br><input name="username" autocomplete="username" required></label></p><p><label>Password<br><input name="password" type="password" autocomplete="current-password" required></label></p><p><button>Get my photos</button></p></form>`;

const ERRORS = [
  "invalid_grant",
  "invalid_client",
  "invalid_scope",
  "invalid_request",
  "unauthorized_client",
  "unsupported_grant_type",
];

/** What the client finds in the form: all that Alice typed. */
function typedIn({ request }: Answer) {
  const fields = new URLSearchParams(request.body ?? "");
  return pick(["username", "password"], (name) => fields.get(name) ?? undefined);
}

/** The grant as old applications walked it: the user's password goes to the client (RFC 6749 §4.3). */
export const passwordFlow: Flow = defineFlow({
  id: "password",
  title: "Resource owner password",
  summary:
    "The user types her password into the client, and the client trades it for a token. It is here as history: it is what OAuth was made to end.",
  sandbox: { clientSite: "server", authorizationServer: { passwordGrant: true } },
  parties: {
    user: parties.user,
    browser: parties.browser,
    client: {
      ...parties.client,
      what: "The client: an application from before OAuth, which was taught this grant instead of a redirect.",
    },
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.address, places.client, places.as, places.api],
  values: {
    username: values.username,
    password: values.password,
    client_secret: secretValue,
    access_token: values.access_token,
    photos: values.photos,
  },
  chapters: [
    { id: "ask", title: "The client asks for Alice’s password" },
    { id: "credentials", title: "Alice types her password into the client" },
    { id: "redeem", title: "The client trades the password for an access token" },
    { id: "use", title: "The client calls the API with the access token" },
  ],
  given: {
    username: ALICE.username,
    password: ALICE.password,
    client_secret: LEGACY_CLIENT.secret,
  },
  start: "click",
  steps: {
    click: {
      kind: "visit",
      title: "Alice opens Print",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "ask",
      spec: "RFC 6749 §4.3",
      why: "Print wants her photos. How it gets her password is its own affair, says the specification.",
      chapter: "ask",
      userDoes: "opens Print",
      button: "send GET /sign-in",
      begin: { by: "opening", url: () => `${PRINT}/sign-in` },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "form" } },
    },
    form: {
      kind: "respond",
      title: "Print shows a form of its own for the password at auth.example",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "ask",
      spec: "RFC 6749 §4.3.1",
      why: "Look at the address bar: this is print.example. A user who learns to type her password here will type it anywhere.",
      chapter: "ask",
      button: "answer with the form",
      response: () => htmlAnswer(200, clientPage("Get your photos", FORM)),
      outcomes: { sent: { label: "200 page with a form", next: "type" } },
    },
    type: {
      kind: "visit",
      title: "Alice types her password into Print",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "authenticate",
      spec: "RFC 6749 §4.3",
      why: "From here on Print can do at auth.example whatever she can. She is asked nothing, and can grant no less than everything.",
      chapter: "credentials",
      userDoes: "types name and password",
      button: "send the password to Print",
      begin: {
        by: "form",
        fields: (read) => ({ username: read("username"), password: read("password") }),
      },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "token", read: typedIn } },
    },
    token: {
      kind: "exchange",
      title: "Print trades the password for a token",
      from: "client",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 6749 §4.3.2",
      why: "The authorization server never sees Alice. It has no page on which to ask for a second factor, or to tell her what Print wants: Print chooses the scope.",
      chapter: "redeem",
      button: "send POST /token",
      request: (read) =>
        tokenRequest(auth, () => read("client_secret"), {
          grant_type: "password",
          username: read("username"),
          password: read("password"),
          scope: SCOPE,
        }),
      classify: tokenAnswer(ERRORS),
      outcomes: {
        ok: { label: "200 access_token", next: "api", read: readTokens },
        invalid_grant: { label: "400 invalid_grant" },
        invalid_client: { label: "401 invalid_client" },
        invalid_scope: { label: "400 invalid_scope" },
        invalid_request: { label: "400 invalid_request" },
        unauthorized_client: { label: "400 unauthorized_client" },
        unsupported_grant_type: { label: "400 unsupported_grant_type" },
        refused: { label: "refused" },
      },
      instead: [{ label: "Give up and tell Alice", next: "reject" }],
    },
    api: {
      kind: "exchange",
      title: "Print calls the API with the access token",
      from: "client",
      to: "api",
      channel: "back",
      stage: "use",
      spec: "RFC 6749 §4.3.1",
      why: "Now Print MUST discard the password. Nobody can see whether it does: look at who knows it.",
      chapter: "use",
      button: "send GET /photos to the API",
      request: (read) => photosRequest(read("access_token")),
      classify: resourceAnswer,
      outcomes: {
        ok: {
          label: "200 photos",
          next: "show",
          read: (answer) => ({ photos: answer.response?.body ?? "" }),
        },
        invalid_token: { label: "401 invalid_token" },
        refused: { label: "refused" },
      },
      instead: [{ label: "Use the password that was kept", next: "token" }],
    },
    show: {
      kind: "respond",
      title: "Print shows the photos",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "use",
      spec: "RFC 6749 §10.7",
      why: "It looks the same as with a code. To take back what she gave, Alice has to change her password, for every application at once.",
      chapter: "use",
      button: "answer with the page",
      response: (read) => htmlAnswer(200, photosPage(read("photos"))),
      outcomes: { sent: { label: "200 page with the photos", next: "done" } },
    },
    reject: {
      kind: "respond",
      title: "Print says why it goes no further",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "answer",
      spec: "RFC 6749 §5.2",
      why: "Whether the password is wrong or the server takes none, Print has read it.",
      chapter: "redeem",
      button: "answer with an error page",
      response: () => htmlAnswer(400, problemPage(GAVE_UP)),
      outcomes: { sent: { label: "400 page", next: "stop" } },
    },
  },
});
