import { revokeGrant } from "../../authorization-server/grant-records.ts";
import type { GrantServer } from "../../authorization-server/ports.ts";
import { tokenGrant } from "../../authorization-server/token-grant.ts";
import { issueTokens } from "../../authorization-server/tokens.ts";
import { DEVICE_CODE } from "../cast.ts";
import { grantIdOf, type PollFacts, pollChecks } from "./server/checks.ts";
import { deviceEndpoints } from "./server/endpoints.ts";
import { deviceNote } from "./server/pages.ts";
import { decide, deviceOf, waits } from "./server/records.ts";

/** The device authorization grant's server half (RFC 8628). */
export const deviceCodeServer: GrantServer = {
  id: "device-code",
  endpoints: deviceEndpoints,
  metadata: (issuer) => ({ device_authorization_endpoint: `${issuer}/device_authorization` }),
  asking: {
    async describe(deviceCode, server) {
      const device = await deviceOf(server, deviceCode);
      return device !== undefined && waits(device.record, server.now())
        ? deviceNote(device.record.userCode)
        : undefined;
    },
    take: (deviceCode, answer, server) => decide(server, deviceCode, answer),
    afterwards: {
      allowed: "Your device will know in a few seconds. You can close this page and go back to it.",
      denied: "Your device will be told so, and gets nothing. You can close this page.",
    },
  },
  grantTypes: {
    [DEVICE_CODE]: tokenGrant<PollFacts>({
      async gather(request, server) {
        const deviceCode = request.parameters.get("device_code");
        const entry =
          deviceCode === undefined ? undefined : await server.store.get("device_code", deviceCode);
        const record = entry?.value;
        const grant = await server.store.get("grant", grantIdOf(record));
        return {
          ...request,
          server,
          deviceCode,
          record,
          spentAt: entry?.spentAt,
          grant: grant?.value,
        };
      },
      checks: pollChecks,
      issue: ({ server, client, record, grant, jkt }) =>
        issueTokens(server, {
          client,
          jkt,
          grantId: grantIdOf(record),
          subject: grant?.subject ?? "",
          scope: record?.scope ?? "",
        }),
      async refused(refusal, server) {
        if (refusal.reason === "spent") await revokeGrant(server, refusal.grantId, "code replayed");
      },
    }),
  },
};
