import { useMemo, useState } from "react";
import { type Account, asUser, signedInAs, walkAs } from "../../flow/as-user.ts";
import type { Flow } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import type { People, StepperProps } from "../../ui/stepper/props.ts";
import { promisedRequest } from "../../ui/stepper/promised-request.ts";
import { PEOPLE } from "./people.ts";

type Walking = Pick<StepperProps, "walk" | "onNext" | "onSubmitForm">;

interface Spoken extends Walking {
  readonly flow: Flow;
  readonly people: People;
}

/**
 * The walk as it is told of its user: who signed in, as the trace has it, else whom the learner chose to sign in as.
 * Whoever was chosen, the form is filled in with their name and password and sent like any other.
 */
export function useSpoken(given: Flow, live: Walking): Spoken {
  const [chosen, choose] = useState<Chosen>();
  const username = usernameOf(given, live.walk, chosen);
  const account = username === given.given["username"] ? undefined : accountOf(username);
  const flow = useMemo(
    () => (account === undefined ? given : asUser(given, account)),
    [given, account],
  );
  const walk = useMemo(
    () => (account === undefined ? live.walk : walkAs(live.walk, account)),
    [live.walk, account],
  );
  return {
    flow,
    walk,
    people: {
      accounts: PEOPLE,
      onChoose: (name) => choose({ username: name, at: live.walk.taken.length }),
    },
    onNext: (edited) => {
      const other = edited === undefined && changedRequest([given, live.walk], [flow, walk]);
      if (other) live.onSubmitForm(other);
      else live.onNext(edited);
    },
    onSubmitForm: live.onSubmitForm,
  };
}

interface Chosen {
  readonly username: string;
  /** How many messages had been taken then. */
  readonly at: number;
}

/** Whoever signed in last; a choice counts until somebody has signed in after it. */
function usernameOf(flow: Flow, walk: Walk, chosen: Chosen | undefined): string | undefined {
  const since = { ...walk, taken: walk.taken.slice(chosen?.at ?? 0) };
  return signedInAs(flow, since) ?? chosen?.username;
}

function accountOf(username: string | undefined): Account | undefined {
  return PEOPLE.find((person) => person.username === username);
}

/** The request that is shown, where the machine would send another. */
function changedRequest(own: readonly [Flow, Walk], shown: readonly [Flow, Walk]) {
  const request = promisedRequest(...shown);
  const same = JSON.stringify(request) === JSON.stringify(promisedRequest(...own));
  return same ? undefined : request;
}
