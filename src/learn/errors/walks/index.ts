import { answerWalks } from "./answers.ts";
import { askingWalks } from "./asking.ts";
import { assertionWalks } from "./assertions.ts";
import { behindThePageWalks } from "./behind-the-page.ts";
import { deviceWalks } from "./devices.ts";
import { guessWalks } from "./guesses.ts";
import { idTokenWalks } from "./id-tokens.ts";
import { pageWalks } from "./pages.ts";
import { proofWalks } from "./proofs.ts";
import type { RefusalWalk } from "./refusal.ts";
import { registeredWalks } from "./registered.ts";
import { registrationWalks } from "./registration.ts";
import { apiWalks } from "./tokens-at-the-api.ts";
import { userInfoWalks } from "./userinfo.ts";

/** Every walk that was made for a refusal; for each answer of a check there is one at most. */
export const refusalWalks: readonly RefusalWalk[] = [
  ...askingWalks,
  ...pageWalks,
  ...assertionWalks,
  ...registeredWalks,
  ...guessWalks,
  ...deviceWalks,
  ...proofWalks,
  ...userInfoWalks,
  ...registrationWalks,
  ...apiWalks,
  ...answerWalks,
  ...behindThePageWalks,
  ...idTokenWalks,
];

/** The walk in which that check answers with that error; nothing where none was made. */
export function findRefusalWalk(code: string, check: string): RefusalWalk | undefined {
  return refusalWalks.find((walk) => walk.code === code && walk.check === check);
}
