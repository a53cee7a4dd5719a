import { report } from "./report.ts";

// Runs in a page before its own scripts, and looks for an access token where `data-look` says: in what passes through the
// page's functions, in web storage, or in everything a script of the page can get hold of. It reports the first one, or that
// there was none once the page has what it wanted.

const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/;
const { look = "everything" } = document.currentScript?.dataset ?? {};
const heard: string[] = [];
const { fetch: realFetch, Worker: RealWorker } = window;

if (look === "functions" || look === "everything") {
  window.fetch = (input, init) => {
    heard.push(JSON.stringify([...new Headers(init?.headers)]));
    return realFetch(input, init);
  };
  window.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({ data }) => heard.push(JSON.stringify(data)));
    }
    override postMessage(message: unknown): void {
      heard.push(JSON.stringify(message));
      super.postMessage(message);
    }
  };
}

const timer = setInterval(() => {
  const token = places()
    .map((text) => JWT.exec(text)?.[0])
    .find((found) => found !== undefined);
  const done = document.querySelector("main")?.dataset["state"] === "photos";
  if (token === undefined && !done) return;
  clearInterval(timer);
  report(token ?? "");
}, 20);

function places(): readonly string[] {
  if (look === "functions") return heard;
  if (look === "localStorage" || look === "sessionStorage") return stored(window[look]);
  return [...heard, document.cookie, ...stored(localStorage), ...stored(sessionStorage)];
}

function stored(area: Storage): readonly string[] {
  return Object.values(area).map(String);
}
