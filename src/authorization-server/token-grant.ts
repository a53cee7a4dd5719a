import { type Check, runChecks } from "../oauth/checks.ts";
import type { ServerContext, TokenGrant, TokenRefusal, TokenRequest } from "./ports.ts";

interface Definition<Facts> {
  gather(request: TokenRequest, server: ServerContext): Promise<Facts>;
  readonly checks: readonly Check<Facts, TokenRefusal>[];
  issue(facts: Facts): Promise<Readonly<Record<string, string | number>>>;
  /** What a refusal has to bring about, such as revoking a family. */
  refused?(refusal: TokenRefusal, server: ServerContext): Promise<void>;
}

/** A grant of the token endpoint: gather the facts, run the checks in order, then issue. */
export function tokenGrant<Facts>(definition: Definition<Facts>): TokenGrant {
  return {
    rows: definition.checks,
    async redeem(request, server) {
      const facts = await definition.gather(request, server);
      const checked = await runChecks(definition.checks, facts, server.without);
      if (checked.refusal === undefined) return { checked, tokens: await definition.issue(facts) };
      await definition.refused?.(checked.refusal, server);
      return { checked };
    },
  };
}
