import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { formRequest, type WireRequest } from "../../oauth/wire.ts";
import { type Theme, useShownTheme } from "../primitives/theme.ts";
import type { FrameHandle } from "./frame-handle.ts";
import { documentFor, fieldsOf, fillFields, linkOf, measure } from "./page-document.ts";

interface Props {
  readonly ref?: Ref<FrameHandle>;
  readonly html: string;
  /** The address it was shown at; its form posts there. */
  readonly address: string;
  /** What it is called; the page at its address unless said. */
  readonly title?: string;
  onSubmit(request: WireRequest): void;
  onFollow(url: string): void;
}

/**
 * A page in a frame of its own. The frame never navigates, which would add to the history of the tab: give it
 * a key per page. What its forms and links ask for is handed on instead.
 */
export function PageFrame({ ref, html, address, title, onSubmit, onFollow }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const theme = useShownTheme();
  const [source] = useState(() => documentFor(html, theme));
  const submit = (event: Event) => {
    event.preventDefault();
    const fields = fieldsOf(event);
    if (fields !== undefined) onSubmit(formRequest(address, fields));
  };
  const click = (event: Event) => {
    const url = linkOf(event, address);
    if (url === undefined) return;
    event.preventDefault();
    onFollow(url);
  };
  const latest = useRef({ submit, click });
  useEffect(() => {
    latest.current = { submit, click };
  });
  useEffect(() => {
    setTheme(frame.current, theme);
  }, [theme]);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => measure(element));
    observer.observe(element.parentElement ?? element);
    return () => observer.disconnect();
  }, []);
  // Without dependencies the handle would be a new one, and the stepper drawn again, at every render.
  useImperativeHandle(
    ref,
    () => ({ fill: (fields) => fillFields(frame.current?.contentDocument, fields) }),
    [],
  );
  const loaded = () => {
    const element = frame.current;
    const page = element?.contentDocument;
    if (element === null || page === null || page === undefined) return;
    page.addEventListener("submit", (event) => latest.current.submit(event));
    page.addEventListener("click", (event) => latest.current.click(event));
    setTheme(element, theme);
    measure(element);
    if (page.querySelector("form") !== null) clearOfBar(element);
  };
  return (
    <div>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- in a sandbox without scripts WebKit calls no listener of ours; the document’s own policy forbids it scripts. */}
      <iframe
        ref={frame}
        srcDoc={source}
        title={title ?? `The page at ${address.split("?")[0]}`}
        onLoad={loaded}
        className="block h-64 w-full"
      />
    </div>
  );
}

/** A page whose form waits, and that begins on the screen, is shown down to its button where there is room for it. */
function clearOfBar(frame: HTMLIFrameElement): void {
  const { top, height } = frame.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const room = innerHeight - Number.parseFloat(style.scrollPaddingBottom || "0");
  if (top > 0 && top < innerHeight && height < room) frame.scrollIntoView({ block: "nearest" });
}

function setTheme(frame: HTMLIFrameElement | null, theme: Theme): void {
  frame?.contentDocument?.querySelector(":root")?.setAttribute("data-theme", theme);
}
