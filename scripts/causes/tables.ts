import {
  clientChecks as authorizeClientChecks,
  pageChecks as authorizePageChecks,
} from "../../src/authorization-server/checks/authorize.ts";
import { checks as registerChecks } from "../../src/authorization-server/checks/register.ts";
import { consentChecks } from "../../src/authorization-server/endpoints/consent.ts";
import { introspectChecks } from "../../src/authorization-server/endpoints/introspect.ts";
import { loginChecks } from "../../src/authorization-server/endpoints/login.ts";
import { revokeChecks } from "../../src/authorization-server/endpoints/revoke.ts";
import { tokenChecks } from "../../src/authorization-server/endpoints/token.ts";
import { openIdChecks } from "../../src/authorization-server/openid/authorize-checks.ts";
import { userInfoChecks } from "../../src/authorization-server/openid/userinfo-checks.ts";
import { refreshTokenGrant } from "../../src/authorization-server/refresh-token-grant.ts";
import { formChecks as deviceChecks } from "../../src/grants/device-code/server/page-checks.ts";
import { requestChecks as deviceRequestChecks } from "../../src/grants/device-code/server/request-checks.ts";
import { grantServers } from "../../src/grants/servers.ts";
import type { Where } from "../../src/learn/errors/cause.ts";
import type { CheckResult } from "../../src/oauth/checks.ts";
import { apiChecks } from "../../src/resource-server/checks.ts";

/** A row as a table has it, without its function. */
export type Row = Omit<CheckResult, "outcome">;

const grantRows = (pick: (server: (typeof grantServers)[number]) => readonly Row[]) =>
  grantServers.flatMap((server) => [...pick(server)]);

/** The checks of every endpoint, in their order. */
export const tables: ReadonlyMap<Where, readonly Row[]> = new Map<Where, readonly Row[]>([
  [
    "/authorize",
    [
      ...authorizePageChecks,
      ...authorizeClientChecks,
      ...openIdChecks,
      ...grantRows(({ responseTypes = {} }) =>
        Object.values(responseTypes).flatMap(({ checks }) => checks),
      ),
    ],
  ],
  ["/login", loginChecks],
  ["/consent", consentChecks],
  [
    "/token",
    [
      ...tokenChecks,
      ...grantRows(({ grantTypes = {} }) => Object.values(grantTypes).flatMap(({ rows }) => rows)),
      ...refreshTokenGrant.rows,
    ],
  ],
  ["/device_authorization", deviceRequestChecks],
  ["/device", deviceChecks],
  ["/introspect", introspectChecks],
  ["/revoke", revokeChecks],
  ["/userinfo", userInfoChecks],
  ["/register", registerChecks],
  ["api", apiChecks],
]);
