import { type Flow, isEnd, type PartyRole, stepOf } from "../../flow/define-flow.ts";
import { type BrowserView, blankBrowser } from "../../flow/trace.ts";
import { awaitsForm, profileOf, type Taken, type Walk } from "../../flow/walk.ts";
import { statusLine } from "../exchange/raw.ts";

/** A modelled browser as the window shows it. */
export interface ShownBrowser {
  readonly browser: BrowserView;
  readonly profile: string | undefined;
  /** Whose it is, in words, where there are several. */
  readonly whose: string | undefined;
  /** The role of whoever it belongs to. */
  readonly role: PartyRole;
  /** Stands in place of the page while there is none. */
  readonly blank: string;
}

/** A device's screen as it stands. */
export interface ShownScreen {
  /** Id of the party. */
  readonly party: string;
  readonly name: string;
  /** The message that brought what it shows. */
  readonly entry: string;
  readonly page: string;
}

/** The screens of the devices that show something. */
export function shownScreens(flow: Flow, walk: Walk): readonly ShownScreen[] {
  return Object.entries(flow.parties).flatMap(([party, { name, role, profile }]) => {
    const own = walk.taken.map(({ entry }) => entry).filter((entry) => entry.profile === profile);
    const page = role === "device" ? own.at(-1)?.browser.page : undefined;
    if (page === undefined) return [];
    // What a device sends changes nothing of what it shows.
    const entry = own.findLast(({ kind }) => kind === "local")?.id ?? "first";
    return [{ party, name, entry, page }];
  });
}

/** Whether the last message put something on a device's screen, which is what there is to look at then. */
export function screenIsNew(flow: Flow, walk: Walk): boolean {
  const last = walk.taken.at(-1);
  if (last === undefined || last.entry.browser.page === undefined) return false;
  const step = stepOf(flow, last.step);
  return step.kind === "local" && flow.parties[step.from]?.role === "device";
}

/** The browser to look at: the one whose form is to be filled in, else that of the last message of a browser. */
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
    blank: whyBlank(last),
  };
}

function whyBlank(last: Taken | undefined): string {
  const status = last?.entry.response?.status;
  if (status === undefined || last?.entry.browser.pending === undefined)
    return "The page has not answered yet.";
  return `The answer was ${statusLine(status)}: a redirect, and no page to show.`;
}

function shownProfile(flow: Flow, walk: Walk): string | undefined {
  if (!isEnd(walk.at) && awaitsForm(flow, walk)) return profileOf(flow, stepOf(flow, walk.at));
  const devices = Object.values(flow.parties)
    .filter(({ role }) => role === "device")
    .map(({ profile }) => profile);
  return walk.taken.findLast(({ entry }) => !devices.includes(entry.profile))?.entry.profile;
}

function nameOfUser(flow: Flow): string {
  return Object.values(flow.parties).find(({ role }) => role === "user")?.name ?? "The user";
}
