// The package brings no types; these are the parts of it the judge uses besides those of the measurement.
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Provider {
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{
      readonly prompt: { readonly name: string };
      readonly params: { readonly client_id: string; readonly scope?: string };
    }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
    ): Promise<void>;
    on(event: string, listener: (context: unknown, error: errors.OIDCProviderError) => void): this;
  }

  interface GrantModel {
    addOIDCScope(scope: string): void;
  }

  export namespace errors {
    class OIDCProviderError extends Error {
      /** Goes out. */
      readonly error_description?: string;
      /** Stays inside. */
      readonly error_detail?: string;
    }
    class InvalidTarget extends OIDCProviderError {}
  }
}
