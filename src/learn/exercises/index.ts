import type { Exercises } from "../exercise.ts";
import { accessToken } from "./access-token.ts";
import { authorizationCode } from "./authorization-code.ts";
import { bestPractice } from "./best-practice.ts";
import { browserApps } from "./browser-apps.ts";
import { choosingAGrant } from "./choosing-a-grant.ts";
import { clientCredentials } from "./client-credentials.ts";
import { deviceCode } from "./device-code.ts";
import { implicit } from "./implicit.ts";
import { migration } from "./migration.ts";
import { openIdConnect } from "./openid-connect.ts";
import { password } from "./password.ts";
import { pkce } from "./pkce.ts";
import { refreshToken } from "./refresh-token.ts";
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
  "access-token": accessToken,
  "refresh-token": refreshToken,
  "device-code": deviceCode,
  "openid-connect": openIdConnect,
  "browser-apps": browserApps,
  "best-practice": bestPractice,
  migration,
  password,
};
