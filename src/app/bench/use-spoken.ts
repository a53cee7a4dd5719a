import { useMemo, useState } from "react";
import {
  type Account,
  asUser,
  type Say,
  sayingOf,
  signedInAs,
  walkAs,
} from "../../flow/as-user.ts";
import type { Flow } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import type { People, StepperProps } from "../../ui/stepper/props.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { promisedRequest } from "../../ui/stepper/promised-request.ts";
import { PEOPLE } from "./people.ts";

interface Walking extends Pick<StepperProps, "walk" | "onNext" | "onSubmitForm"> {
  /** Sends the message that is next, with another form if one is given, and all that are left. */
  onRunToEnd?(typed?: WireRequest): void;
}

interface Spoken extends Walking {
  readonly flow: Flow;
  readonly people: People;
}

interface Telling {
  /** What the stepper shows. */
  readonly spoken: Spoken;
  /** Makes other texts about the user speak of whoever it is. */
  readonly say: Say;
}

/**
 * The walk as it is told of its user: who signed in, as the trace has it, else whom the learner chose to sign in as.
 * Whoever was chosen, the form is filled in with their name and password and sent like any other.
 */
export function useSpoken(given: Flow, live: Walking, people: readonly Account[]): Telling {
  const [chosen, choose] = useState<Chosen>();
  const username = usernameOf(given, live.walk, chosen);
  const account = username === given.given["username"] ? undefined : accountOf(username);
  const { flow, say } = useMemo(() => told(given, account), [given, account]);
  const walk = useMemo(
    () => (account === undefined ? live.walk : walkAs(live.walk, account)),
    [live.walk, account],
  );
  const other = () => changedRequest([given, live.walk], [flow, walk]);
  const { onRunToEnd } = live;
  const spoken: Spoken = {
    flow,
    walk,
    people: {
      accounts: people,
      onChoose: (name) => choose({ username: name, at: live.walk.taken.length }),
    },
    onNext: (edited) => {
      const request = edited === undefined ? other() : undefined;
      if (request === undefined) live.onNext(edited);
      else live.onSubmitForm(request);
    },
    onSubmitForm: live.onSubmitForm,
    ...(onRunToEnd === undefined ? {} : { onRunToEnd: () => onRunToEnd(other()) }),
  };
  return { spoken, say };
}

function told(given: Flow, account: Account | undefined): { flow: Flow; say: Say } {
  if (account === undefined) return { flow: given, say: (text) => text };
  return { flow: asUser(given, account), say: sayingOf(given, account) };
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
