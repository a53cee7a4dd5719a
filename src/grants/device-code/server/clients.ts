import type { Client } from "../../../authorization-server/ports.ts";
import { DEVICE_CODE, FRAME_CLIENT, WALL_CLIENT } from "../../cast.ts";

/** A device is answered by no redirect, so it has no redirect URI (RFC 8628 §1). */
const device = {
  redirectUris: [],
  grantTypes: [DEVICE_CODE, "refresh_token"],
  responseTypes: [],
  scope: "photos.read",
  authMethod: "none",
  requirePkce: false,
} as const;

/** The clients of this grant's walks. */
export const deviceCodeClients: readonly Client[] = [
  { ...device, clientId: FRAME_CLIENT.id, clientName: "Print photo frame" },
  { ...device, clientId: WALL_CLIENT.id, clientName: "Wall display" },
];
