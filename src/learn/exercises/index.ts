import type { Exercises } from "../exercise.ts";
import { authorizationCode } from "./authorization-code.ts";
import { choosingAGrant } from "./choosing-a-grant.ts";
import { clientCredentials } from "./client-credentials.ts";
import { implicit } from "./implicit.ts";
import { pkce } from "./pkce.ts";
import { rolesAndChannels } from "./roles-and-channels.ts";
import { whatOAuthIsFor } from "./what-oauth-is-for.ts";

/** The exercises of each chapter, by its id. */
export const exercises: Readonly<Record<string, Exercises>> = {
  "what-oauth-is-for": whatOAuthIsFor,
  "roles-and-channels": rolesAndChannels,
  "choosing-a-grant": choosingAGrant,
  "authorization-code": authorizationCode,
  pkce,
  "client-credentials": clientCredentials,
  implicit,
};
