import type { Theme } from "../primitives/theme.ts";

/** The page as a document for a frame: in the theme that is shown, and with no script of its own. */
export function documentFor(html: string, theme: Theme): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.documentElement.dataset["theme"] = theme;
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'none'";
  page.head.prepend(policy);
  // Two documents on the screen: their landmarks are told apart by name.
  page.querySelector("main")?.setAttribute("aria-label", page.title);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** The fields a form is submitted with, the pressed button included; nothing when the event is no submission. */
export function fieldsOf(event: Event): Readonly<Record<string, string>> | undefined {
  const view = viewOf(event);
  if (view === undefined || !(event.target instanceof view.HTMLFormElement)) return undefined;
  const submitter =
    event instanceof view.SubmitEvent && event.submitter !== null ? event.submitter : undefined;
  const data = new FormData(event.target, submitter);
  return Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** The address a pressed link leads to, seen from the page's own address; nothing when no link was pressed. */
export function linkOf(event: Event, address: string): string | undefined {
  const view = viewOf(event);
  if (view === undefined || !(event.target instanceof view.Element)) return undefined;
  const href = event.target.closest("a[href]")?.getAttribute("href");
  if (href === null || href === undefined) return undefined;
  return URL.canParse(href, address) ? new URL(href, address).href : "";
}

/** Types these values into the visible fields of their names. */
export function fillFields(
  page: Document | null | undefined,
  fields: Readonly<Record<string, string>>,
): void {
  const view = page?.defaultView;
  if (page === null || page === undefined || view === null || view === undefined) return;
  for (const [name, value] of Object.entries(fields)) {
    const field = page.querySelector(`input[name="${CSS.escape(name)}"]`);
    if (field instanceof view.HTMLInputElement) field.value = value;
  }
}

const LOWEST = 140;
const HIGHEST = 760;

/** Makes the frame as high as its page. */
export function measure(frame: HTMLIFrameElement): void {
  // A document that is still being read has no root yet.
  const root = frame.contentDocument?.querySelector(":root");
  if (root === null || root === undefined) return;
  frame.style.height = "0";
  const height = Math.min(HIGHEST, Math.max(LOWEST, root.scrollHeight));
  frame.style.height = `${height}px`;
}

/** The page's own global, whose classes its nodes are instances of. */
function viewOf(event: Event) {
  const target = event.currentTarget;
  return target !== null && "defaultView" in target && isView(target.defaultView)
    ? target.defaultView
    : undefined;
}

function isView(value: unknown): value is Window & typeof globalThis {
  return typeof value === "object" && value !== null && "HTMLFormElement" in value;
}
