import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { ALICE } from "../cast.ts";
import { READS_BY_ITSELF, servedCall } from "../steps/api-call.ts";
import { parties, places } from "../steps/parties.ts";
import { classifyTokens, readTokens, tokenRefusals } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { deviceChapters, deviceValues, frame, framePlace } from "./cast.ts";
import { deviceSteps } from "./device-steps.ts";
import { pollAnswer, pollRequest, renewRequest } from "./request.ts";
import { photosScreen } from "./screens.ts";
import { userSteps } from "./user-steps.ts";

/** The grant as a device without a browser walks it, with its user on another one (RFC 8628). */
export const deviceFlow: Flow = defineFlow({
  id: "device-code",
  title: "Device authorization",
  summary:
    "The device shows a short code and polls. Its user enters the code on a phone, signs in there and allows it; nothing comes back through her browser.",
  sandbox: { clientSite: "static" },
  parties: {
    device: frame,
    user: parties.user,
    browser: {
      ...parties.browser,
      name: "Phone’s browser",
      what: "Alice’s own browser, on another device. It talks to the authorization server and never to the frame.",
    },
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, framePlace, places.address, places.as, places.api],
  values: {
    username: values.username,
    password: values.password,
    ...deviceValues,
    access_token: values.access_token,
    refresh_token: values.refresh_token,
    problem: values.problem,
    photos: values.photos,
    // Of the shared consent step, which has a code to send off.
    issued_code: values.issued_code,
  },
  chapters: deviceChapters,
  given: { username: ALICE.username, password: ALICE.password },
  start: "codes",
  steps: {
    ...deviceSteps,
    ...userSteps,
    replay: {
      kind: "exchange",
      title: "The device code is used a second time",
      from: "device",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 6749 §10.5",
      why: "A device code that comes twice may have been copied. The authorization server refuses it and revokes what it gave the first time; an access token that the API verifies by itself still lives until it expires.",
      chapter: "redeem",
      button: "send the device code again",
      request: pollRequest,
      classify: pollAnswer,
      outcomes: {
        ...tokenRefusals,
        invalid_grant: { label: "400 invalid_grant", next: "refresh" },
      },
    },
    refresh: {
      kind: "exchange",
      title: "The frame uses its refresh token",
      from: "device",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 6749 §6",
      why: "A frame hangs on the wall for years, and Alice typed a code once. A public client’s refresh token is replaced on every use (RFC 9700 §4.14.2); once its grant is revoked it gets nothing.",
      chapter: "use",
      button: "send POST /token",
      request: renewRequest,
      classify: classifyTokens,
      outcomes: {
        ok: { label: "200 access_token", next: "api", read: readTokens },
        ...tokenRefusals,
        invalid_grant: {
          label: "400 invalid_grant",
          next: "reject",
          read: () => ({
            problem:
              "The refresh token no longer works: the grant behind it was revoked or has expired.",
          }),
        },
      },
      instead: [{ label: "Call the API with the access token", next: "api" }],
    },
    api: {
      ...servedCall(
        {
          title: "The frame calls the API with the access token",
          why: READS_BY_ITSELF,
          from: "device",
          channel: "back",
          chapter: "use",
        },
        "show",
      ),
      instead: [
        { label: "Use the device code a second time", next: "replay" },
        { label: "Use the refresh token first", next: "refresh" },
      ],
    },
    show: {
      kind: "local",
      title: "The frame shows the photos",
      from: "device",
      to: "device",
      channel: "local",
      stage: "use",
      spec: "RFC 8628 §1",
      why: "The frame shows Alice’s photos. It never had her password, and Alice never typed it on the frame.",
      chapter: "use",
      button: "show the photos",
      run: async (read) => ({ outcome: "shown", page: photosScreen(read("photos")) }),
      outcomes: { shown: { label: "shown", next: "done" } },
    },
  },
});
