import { NIGHTLY_CLIENT } from "../../grants/cast.ts";
import { clientCredentials as grant } from "../../grants/client-credentials/grant.ts";
import type { Exercises } from "../exercise.ts";
import { withField, withRequest } from "../../flow/edit-request.ts";
import { ended, refusedBy, went } from "./criteria.ts";
import { walkFrom } from "./walks.ts";

const job = walkFrom(grant, "basic");
const signing = walkFrom(grant, "private-key-jwt");

const insistent = withRequest(job.flow, "token", (request) =>
  withField(
    withField(request, "client_id", NIGHTLY_CLIENT.id),
    "client_secret",
    NIGHTLY_CLIENT.secret,
  ),
);

export const clientCredentials: Exercises = {
  task: {
    title: "A job that proves itself twice",
    brief:
      "Somebody wanted to be sure. auth.example is not, and refuses. Read which check it was, and take out of the token request what is too much. Mind how this client is registered: print-nightly authenticates with HTTP Basic.",
    walks: [{ ...job, flow: insistent }],
    criteria: [went("auth.example has given the job a token", "token"), ended("The job is done")],
    hints: [
      "Where in the message does the secret stand? Count.",
      "A client authenticates in one way per request (RFC 6749 §2.3). Here it has to be the way it was registered for.",
      "Remove client_secret from the form, and leave the Authorization header as it is.",
    ],
    explanation:
      "With two proofs it is unclear which one counts, so a client MUST NOT use more than one method in a request (RFC 6749 §2.3).",
    solution: {
      walk: job.id,
      play: async (hand) => {
        await hand.to("token");
        await hand.send({ client_secret: undefined });
        await hand.end();
      },
    },
  },
  goal: {
    title: "Found in a log",
    brief:
      "An assertion was written to a log before it reached auth.example, and somebody tries it later. Bring auth.example to refuse it for its age. Then let the job go on, and finish its work.",
    walks: [signing],
    criteria: [
      refusedBy("auth.example has refused an assertion for its age", "token.assertion-time"),
      ended("The job is done"),
    ],
    hints: [
      "Which claim says how long an assertion may be used? Decode it and see how far away that is.",
      "The clock of this world stands above the walk. Move it on before you send the assertion.",
      "Sign, let a few minutes pass, send. Then choose “Sign another assertion”, and walk on.",
    ],
    explanation:
      "Two limits work together: exp ends an assertion soon, jti ends it at its first use (RFC 7523 §3). A secret in the same log would work until somebody changes it.",
    solution: {
      walk: signing.id,
      play: async (hand) => {
        await hand.to("token");
        await hand.wait(300);
        await hand.send();
        await hand.instead("assert");
        await hand.send();
        await hand.end();
      },
    },
  },
};
