import { clientCredentials as grant } from "../../grants/client-credentials/grant.ts";
import { authorizationCode } from "../../grants/authorization-code/grant.ts";
import { deviceCode } from "../../grants/device-code/grant.ts";
import { password } from "../../grants/password/grant.ts";
import type { Exercises, Standing } from "../exercise.ts";
import { withField, withRequest } from "../../flow/edit-request.ts";
import { ended, went } from "./criteria.ts";
import { walkFrom } from "./walks.ts";

const job = walkFrom(grant, "basic");
const presumptuous = withRequest(job.flow, "token", (request) =>
  withField(request, "scope", "photos.read"),
);

export const choosingAGrant: Exercises = {
  task: {
    title: "A job that asks for what is not its own",
    brief:
      "Print’s nightly job uses the grant for programs without a user. auth.example refuses it. Read which check it was and why, change what the job asks for, and let it do its work.",
    walks: [{ ...job, flow: presumptuous }],
    criteria: [went("auth.example has given the job a token", "token"), ended("The job is done")],
    hints: [
      "Whose photos would they be? Nobody was asked.",
      "A client that asks for itself may ask for what is its own: the list of its print jobs.",
      "In the token request, set scope to jobs.read.",
    ],
    explanation:
      "Client credentials are for the client’s own data, or data it was given access to beforehand (RFC 6749 §4.4). For a user’s data a user has to be asked, once: with a code, and a refresh token for the nights.",
    solution: {
      walk: job.id,
      play: async (hand) => {
        await hand.to("token");
        await hand.send({ scope: "jobs.read" });
        await hand.end();
      },
    },
  },
  goal: {
    title: "At three in the morning",
    brief:
      "A program of Print’s is to read its own print jobs from the API twice in a row. Nobody is awake: no user takes part. It asks for a token once, and uses that for both. Choose the grant, and walk it.",
    walks: [
      walkFrom(authorizationCode, "secret-pkce"),
      walkFrom(deviceCode, "frame"),
      walkFrom(password, "legacy"),
      job,
    ],
    criteria: [
      { says: "The API has sent the print jobs twice", holds: (now) => listsSent(now) >= 2 },
      {
        says: "No user took part",
        holds: ({ flow, walk }) =>
          walk.taken.length > 0 &&
          walk.taken.every(({ step }) => flow.steps[step]?.userDoes === undefined),
      },
      {
        says: "auth.example has issued one access token, and no more",
        holds: ({ memory }) =>
          memory.remembered.filter(({ kind }) => kind === "access_token").length === 1,
      },
    ],
    hints: [
      "Three of the four walks need somebody who signs in, or somebody’s password.",
      "The job of the client credentials walk waits a quarter of an hour before it calls again, and then its token has expired. Does it have to wait?",
      "Walk until the job is about to print, and choose “Ask again at once” instead.",
    ],
    explanation:
      "Without a user there is one grant. Its token is used until it expires: a token before every call doubles the messages and gains nothing.",
    solution: {
      walk: job.id,
      play: async (hand) => {
        await hand.to("print");
        await hand.instead("late");
        await hand.end();
      },
    },
  },
};

function listsSent({ walk }: Standing): number {
  return walk.taken.filter(
    ({ entry: { request, response } }) =>
      request?.url.endsWith("/print-jobs") === true && response?.status === 200,
  ).length;
}
