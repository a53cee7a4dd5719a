// The package brings no types; these are the parts the measurement uses.
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  interface Model {
    save(ttl?: number): Promise<string>;
  }

  interface GrantModel extends Model {
    addResourceScope(resource: string, scope: string): void;
  }

  export interface Client {
    readonly clientId: string;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: new (
      properties: object,
    ) => GrantModel;
    readonly AuthorizationCode: new (
      properties: object,
    ) => Model;
    readonly Client: { find(id: string): Promise<Client | undefined> };
    callback(): RequestListener;
  }
}
