import { Lock } from "lucide-react";
import type { Ref } from "react";
import { type Flow, isEnd, stepOf } from "../../flow/define-flow.ts";
import { profileOf, type Walk } from "../../flow/walk.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { MarkedText } from "../exchange/marked-text.tsx";
import { PARTIES } from "../exchange/tones.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { DeviceScreen } from "./device-screen.tsx";
import type { FrameHandle } from "./frame-handle.ts";
import { useRegionName } from "../primitives/region-name.ts";
import { PageFrame } from "./page-frame.tsx";
import type { People } from "./props.ts";
import { type ShownBrowser, shownBrowser, shownScreens } from "./shown-browser.ts";

interface Props {
  readonly ref: Ref<FrameHandle>;
  /** The fields of the form that is awaited, as promised; nothing while none is awaited. */
  readonly fields: Readonly<Record<string, string>> | undefined;
  /** Who else may sign in, where there is a choice. */
  readonly people: People | undefined;
  /** Types these values into the form. */
  onFill(fields: Readonly<Record<string, string>>): void;
  onSubmit(request: WireRequest): void;
  onFollow(url: string): void;
}

const MODELLED =
  "Cookies, address bar and history are computed by the page: one origin cannot have three sites.";

/** What the user sees: the screens of her devices, and her browser. */
export function BrowserWindow(props: Props) {
  const { flow, walk } = useWalk();
  return (
    <div className="flex flex-col gap-5">
      {shownScreens(flow, walk).map((screen) => (
        <DeviceScreen key={screen.party} {...screen} />
      ))}
      <Window {...props} />
    </div>
  );
}

/** The modelled browser's address bar and the page itself. */
function Window({ ref, fields, people, onFill, onSubmit, onFollow }: Props) {
  const { flow, walk } = useWalk();
  const shown = shownBrowser(flow, walk);
  const name = useRegionName("Browser window");
  const { address, page, pending } = shown.browser;
  if (address === "") return null;
  return (
    <section
      aria-label={name}
      className="overflow-hidden rounded-2xl border border-line bg-surface"
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5 border-b border-line bg-sunken px-3 py-2.5">
        <span aria-hidden className="mt-2 flex shrink-0 gap-1.5 max-sm:hidden">
          <Dot />
          <Dot />
          <Dot />
        </span>
        <p
          aria-label="Address"
          className="flex min-w-0 flex-1 items-start gap-2 rounded-lg max-sm:basis-full border border-line bg-surface px-2.5 py-1 font-mono text-[0.8125rem] leading-6 break-all"
          data-testid="address"
        >
          <Lock size={13} aria-hidden className="mt-1.5 shrink-0 text-quiet" />
          <span className="min-w-0">
            <MarkedText text={address} />
          </span>
        </p>
        {shown.whose !== undefined && <Whose browser={shown} />}
        <p title={MODELLED} className="text-xs leading-8 text-quiet max-sm:leading-4">
          modelled browser<span className="sr-only">. {MODELLED}</span>
        </p>
      </div>
      {fields !== undefined && (
        <FormHelp
          fields={fields}
          people={shown.profile === undefined ? people : undefined}
          onFill={onFill}
        />
      )}
      {page === undefined ? (
        <p className="p-4 text-sm text-quiet">{shown.blank}</p>
      ) : (
        <PageFrame
          key={pageKey(walk, shown.profile)}
          ref={ref}
          html={page}
          address={address}
          onSubmit={onSubmit}
          onFollow={onFollow}
        />
      )}
      {pending !== undefined && (
        <p className="border-t border-line px-4 py-2 text-sm break-all text-quiet">
          Told to go on to{" "}
          <span className="font-mono text-[0.8125rem]">{pending.url.split("?")[0]}</span>
          {follows(flow, walk, shown.profile)
            ? "; it does so with the next message."
            : ", which it has not done."}
        </p>
      )}
    </section>
  );
}

/** Whether the step that waits is to follow the redirect of that browser. */
function follows(flow: Flow, walk: Walk, profile: string | undefined): boolean {
  if (isEnd(walk.at)) return false;
  const step = stepOf(flow, walk.at);
  return step.kind === "visit" && step.begin.by === "redirect" && profileOf(flow, step) === profile;
}

function Whose({ browser: { whose, role } }: { readonly browser: ShownBrowser }) {
  return (
    <p
      data-testid="whose-browser"
      className={`rounded-full border px-2.5 py-0.5 text-[0.8125rem] font-semibold ${PARTIES[role]}`}
    >
      {whose}
    </p>
  );
}

function Dot() {
  return <span className="size-2.5 rounded-full bg-line" />;
}

type HelpProps = { readonly fields: Readonly<Record<string, string>> } & Pick<
  Props,
  "people" | "onFill"
>;

/** What to type into the form, beside it. */
function FormHelp({ fields, people, onFill }: HelpProps) {
  const help = whatToType(fields);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line bg-accent-tint px-4 py-2 text-sm">
      {people !== undefined && fields["password"] !== undefined && (
        <WhoSignsIn people={people} username={fields["username"]} onFill={onFill} />
      )}
      <p>{help ?? "Decide on the page itself. Next chooses what lets the walk go on."}</p>
      {help !== undefined && (
        <button
          type="button"
          className={`${SMALL_BUTTON} bg-surface`}
          onClick={() => onFill(fields)}
        >
          Fill in
        </button>
      )}
    </div>
  );
}

interface WhoProps extends Pick<Props, "onFill"> {
  readonly people: People;
  readonly username: string | undefined;
}

/** The people who have an account; a press fills the form in for one of them. */
function WhoSignsIn({ people: { accounts, onChoose }, username, onFill }: WhoProps) {
  return (
    <fieldset className="flex basis-full flex-wrap items-center gap-2">
      <legend className="float-left mr-2 leading-8">Who signs in</legend>
      {accounts.map((account) => (
        <button
          key={account.username}
          type="button"
          aria-pressed={account.username === username}
          className={`${SMALL_BUTTON} bg-surface`}
          onClick={() => {
            onChoose(account.username);
            onFill({ username: account.username, password: account.password });
          }}
        >
          {account.name}
        </button>
      ))}
    </fieldset>
  );
}

/** In words; nothing where there is nothing to type. */
function whatToType({ username, password, user_code }: HelpProps["fields"]) {
  if (user_code !== undefined) {
    return (
      <>
        Enter the code <Typed text={user_code} />, which the device shows, or another one.
      </>
    );
  }
  if (username === undefined || password === undefined) return undefined;
  return (
    <>
      Sign in as <Typed text={username} /> with the password <Typed text={password} />, or as you
      like.
    </>
  );
}

function Typed({ text }: { readonly text: string }) {
  return <code className="font-mono font-semibold">{text}</code>;
}

/** Another page, another frame: the message that brought the page. */
function pageKey(walk: Walk, profile: string | undefined): string {
  const entries = walk.taken.map(({ entry }) => entry).filter((entry) => entry.profile === profile);
  const pages = entries.map(({ browser }) => browser.page);
  const index = entries.findLastIndex(
    (entry, at) =>
      pages[at] !== pages[at - 1] || (entry.kind === "visit" && entry.response?.body === pages[at]),
  );
  return entries[index]?.id ?? "first";
}
