import type {
  OwnRefusal,
  ServerContext,
  TokenRefusal,
  TokenRequest,
} from "../../../authorization-server/ports.ts";
import type { DeviceCodeRecord, GrantRecord } from "../../../authorization-server/records.ts";
import type { Check } from "../../../oauth/checks.ts";
import { notePoll } from "./records.ts";

/** What is known of a device code when its device asks for tokens. */
export interface PollFacts extends TokenRequest {
  readonly server: ServerContext;
  readonly deviceCode: string | undefined;
  readonly record: DeviceCodeRecord | undefined;
  /** When the device code was spent, if it was. */
  readonly spentAt: number | undefined;
  /** What the user allowed, if she did. */
  readonly grant: GrantRecord | undefined;
}

const own = (error: string, description: string): OwnRefusal => ({
  reason: "own",
  error,
  description,
});

/** What a device access token request has to pass (RFC 8628 §3.4, §3.5), spending the device code last. */
export const pollChecks: readonly Check<PollFacts, TokenRefusal>[] = [
  {
    id: "token.device-present",
    title: "The request carries a device code",
    spec: "RFC 8628 §3.4",
    why: "Without it nobody knows which device is asking.",
    refuse: ({ deviceCode }) =>
      deviceCode === undefined ? { reason: "missing", parameter: "device_code" } : undefined,
  },
  {
    id: "token.device-known",
    title: "The device code was issued here",
    spec: "RFC 6749 §5.2",
    why: "A made-up device code must not be worth trying; with 256 random bits none ever is.",
    refuse: ({ record }) => (record === undefined ? { reason: "unknown" } : undefined),
  },
  {
    id: "token.device-client",
    title: "The device code was issued to this client",
    spec: "RFC 6749 §5.2",
    why: "The user reads the name of the client that asked. No other one may get what she allows.",
    refuse: ({ record, client }) =>
      record?.clientId === client.clientId ? undefined : { reason: "of_another_client" },
  },
  {
    id: "token.device-fresh",
    title: "The device code has not expired",
    spec: "RFC 8628 §3.5",
    why: "A code that lives for minutes only is of little use to those who send it to others.",
    refuse: ({ record, spentAt, server }) =>
      record !== undefined && record.expiresAt > (spentAt ?? server.now())
        ? undefined
        : own("expired_token", "The device code has expired"),
  },
  {
    id: "token.device-not-denied",
    title: "The user did not say no",
    spec: "RFC 8628 §3.5",
    why: "The device has to hear it, so that it stops asking.",
    refuse: ({ record }) =>
      record?.decision === "denied" ? own("access_denied", "The user said no") : undefined,
  },
  {
    id: "token.device-interval",
    title: "The device waited for the interval before it asked again",
    spec: "RFC 8628 §3.5",
    why: "Thousands of impatient devices would ask this endpoint to death. Each that is told so has to wait five seconds longer from now on.",
    // slow_down says that the user has not decided; once she has, there is nothing left to slow down.
    applies: isPending,
    refuse: async ({ server, deviceCode = "" }) =>
      (await notePoll(server, deviceCode))
        ? undefined
        : own("slow_down", "Wait five seconds longer between two requests from now on"),
  },
  {
    id: "token.device-decided",
    title: "The user has allowed it",
    spec: "RFC 8628 §3.5",
    why: "Until she has, the answer is that the device shall ask again.",
    refuse: (facts) =>
      isPending(facts) ? own("authorization_pending", "The user has not decided yet") : undefined,
  },
  {
    id: "token.device-unspent",
    title: "The device code is used for the first time",
    spec: "RFC 6749 §10.5",
    why: "One consent, one device. What comes a second time may have been copied, so what it gave the first time is revoked.",
    refuse: async ({ server, deviceCode = "", record }) =>
      (await server.store.spend("device_code", deviceCode, server.now())) === "spent"
        ? undefined
        : { reason: "spent", grantId: grantIdOf(record) },
  },
];

function isPending({ record }: PollFacts): boolean {
  return record !== undefined && record.decision === undefined;
}

/** The grant the user's yes made; empty when there was none. */
export function grantIdOf(record: DeviceCodeRecord | undefined): string {
  return typeof record?.decision === "object" ? record.decision.grantId : "";
}
