import type { Flow } from "../flow/define-flow.ts";
import type { ClientFacts, Grant } from "../grants/grant.ts";

/** A variant of a grant, as attacks see it. */
export interface Target {
  /** `implicit`, or `authorization-code/public-pkce` where a grant has several variants. */
  readonly id: string;
  readonly title: string;
  readonly grant: string;
  readonly variant: string;
  readonly flow: Flow;
  readonly client: ClientFacts;
  readonly pkce: boolean;
  /** Whether it asks for a sign-in besides, whose ID token names the request it answers (OpenID Connect Core §3.1.3.7). */
  readonly openId: boolean;
  /** Whether every sign-in has a redirect URI of its own, as at the port an app happens to listen at (RFC 8252 §7.3). */
  readonly ownAddress: boolean;
}

/** A variant whose answer comes back through a browser. */
export interface AnsweredTarget extends Target {
  readonly client: ClientFacts & { readonly answer: AnswerKind };
}

/** What comes back to the client through a browser. */
export type AnswerKind = Exclude<ClientFacts["answer"], "nothing">;

/** The target, where its answer comes back through a browser. */
export function answered(target: Target): AnsweredTarget | undefined {
  const { client } = target;
  const { answer } = client;
  return answer === "nothing" ? undefined : { ...target, client: { ...client, answer } };
}

/** Every variant of these grants. */
export function targetsOf(grants: readonly Grant[]): readonly Target[] {
  return grants.flatMap((grant) => grant.variants.map((variant) => targetOf(grant, variant)));
}

function targetOf(grant: Grant, variant: Grant["variants"][number]): Target {
  const single = grant.variants.length === 1;
  return {
    id: single ? grant.id : `${grant.id}/${variant.id}`,
    title: single ? grant.title : `${grant.title}, ${variant.title}`,
    grant: grant.id,
    variant: variant.id,
    flow: variant.flow,
    client: variant.client,
    pkce: variant.flow.values["verifier"]?.tracked === true,
    openId: variant.flow.values["nonce"] !== undefined,
    ownAddress: variant.flow.values["redirect_uri"] !== undefined,
  };
}
