import type { Client, DirectAnswer, ServerContext } from "../../../authorization-server/ports.ts";
import type { DeviceCodeRecord } from "../../../authorization-server/records.ts";
import { randomToken } from "../../../oauth/random.ts";
import { isSweepDue } from "../../../store/sweep.ts";
import { lettersIn, newUserCode } from "./user-code.ts";

/** A device that waits, with the code only it knows. */
export interface Waiting {
  readonly deviceCode: string;
  readonly record: DeviceCodeRecord;
}

/** Makes a device code and a user code that nobody else has (RFC 8628 §3.2). */
export async function newCodes(
  server: ServerContext,
  { clientId }: Client,
  scope: string,
): Promise<Waiting> {
  await forgetOld(server);
  const deviceCode = randomToken();
  const record: DeviceCodeRecord = {
    clientId,
    scope,
    userCode: await unusedUserCode(server, deviceCode),
    expiresAt: server.now() + server.policy.deviceCodeLifetime,
    interval: server.policy.pollingInterval,
  };
  await server.store.put("device_code", deviceCode, record);
  return { deviceCode, record };
}

/**
 * Anybody may ask for codes, so they are not kept for good; a lifetime past their end they are, so that a device that
 * still polls is told they expired (RFC 8628 §3.5).
 */
async function forgetOld({ store, now, policy }: ServerContext): Promise<void> {
  const every = policy.deviceCodeLifetime;
  if (!(await isSweepDue(store, "device_code", { now: now(), every }))) return;
  for (const { id, value } of await store.list("device_code")) {
    if (value.expiresAt + every >= now()) continue;
    await store.delete("user_code", lettersIn(value.userCode));
    await store.delete("device_code", id);
  }
}

async function unusedUserCode(server: ServerContext, deviceCode: string): Promise<string> {
  for (;;) {
    const userCode = newUserCode();
    if (await server.store.insert("user_code", lettersIn(userCode), { deviceCode }))
      return userCode;
  }
}

/** The device that shows this user code, whether it still waits or not. */
export async function deviceShowing(
  server: ServerContext,
  typed: string,
): Promise<Waiting | undefined> {
  const known = await server.store.get("user_code", lettersIn(typed));
  return known === undefined ? undefined : deviceOf(server, known.value.deviceCode);
}

/** The device with this device code. */
export async function deviceOf(
  server: ServerContext,
  deviceCode: string,
): Promise<Waiting | undefined> {
  const entry = await server.store.get("device_code", deviceCode);
  return entry === undefined ? undefined : { deviceCode, record: entry.value };
}

/** Whether its user has yet to decide, in time. */
export function waits({ decision, expiresAt }: DeviceCodeRecord, now: number): boolean {
  return decision === undefined && expiresAt > now;
}

/** Notes what the user decided; false when the device no longer waits. Of two answers the first counts. */
export async function decide(
  server: ServerContext,
  deviceCode: string,
  answer: DirectAnswer,
): Promise<boolean> {
  let taken = false;
  await server.store.update("device_code", deviceCode, (record) => {
    taken = waits(record, server.now());
    return taken ? { ...record, decision: decisionOf(answer) } : record;
  });
  return taken;
}

function decisionOf(answer: DirectAnswer): NonNullable<DeviceCodeRecord["decision"]> {
  return answer.decision === "denied" ? "denied" : { grantId: answer.grantId };
}

const SLOWER = 5;

/**
 * Notes a poll; false when it came sooner than the interval, which then grows by five seconds for good
 * (RFC 8628 §3.5). The first may come at any time.
 */
export async function notePoll(server: ServerContext, deviceCode: string): Promise<boolean> {
  let inTime = true;
  await server.store.update("device_code", deviceCode, (record) => {
    const { polledAt, interval } = record;
    const now = server.now();
    inTime = polledAt === undefined || now - polledAt >= interval;
    return { ...record, polledAt: now, interval: inTime ? interval : interval + SLOWER };
  });
  return inTime;
}
