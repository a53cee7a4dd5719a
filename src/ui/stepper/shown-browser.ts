import { type Flow, isEnd, type PartyRole, stepOf } from "../../flow/define-flow.ts";
import { type BrowserView, blankBrowser } from "../../flow/trace.ts";
import { awaitsForm, profileOf, type Walk } from "../../flow/walk.ts";

/** A modelled browser as the window shows it. */
export interface ShownBrowser {
  readonly browser: BrowserView;
  readonly profile: string | undefined;
  /** Whose it is, in words, where there are several. */
  readonly whose: string | undefined;
  /** The role of whoever it belongs to. */
  readonly role: PartyRole;
}

/** The browser to look at: the one whose form is to be filled in, else that of the last message. */
export function shownBrowser(flow: Flow, walk: Walk): ShownBrowser {
  const profile = shownProfile(flow, walk);
  const last = walk.taken.findLast(({ entry }) => entry.profile === profile);
  const party = Object.values(flow.parties).find(
    (one) => one.role === "browser" && one.profile === profile,
  );
  const several = Object.values(flow.parties).some((one) => one.profile !== undefined);
  const own = profile === undefined;
  const name = own ? `${nameOfUser(flow)}’s browser` : (party?.name ?? profile);
  return {
    browser: last?.entry.browser ?? blankBrowser,
    profile,
    whose: several ? name : undefined,
    role: own ? "user" : "attacker",
  };
}

function shownProfile(flow: Flow, walk: Walk): string | undefined {
  if (!isEnd(walk.at) && awaitsForm(flow, walk)) return profileOf(flow, stepOf(flow, walk.at));
  return walk.taken.at(-1)?.entry.profile;
}

function nameOfUser(flow: Flow): string {
  return Object.values(flow.parties).find(({ role }) => role === "user")?.name ?? "The user";
}
