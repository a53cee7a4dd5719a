import { CLEAN_ADDRESS } from "../../../src/grants/steps/callback-checks.ts";
import { begin, finish, type Pending } from "./client.ts";
import { readPhotos } from "./requests.ts";
import type { PageSetup } from "./static.ts";
import type { FromWorker, ToWorker } from "./worker.browser.ts";

// Print as a single-page application: this script, or its worker, is the client.

const PENDING = "sign-in";
const setup: PageSetup = JSON.parse(document.querySelector("#setup")?.textContent ?? "");
const signIns = new BroadcastChannel("sign-ins");
const main = document.querySelector("main") ?? document.body;

if (location.pathname !== "/callback") showButton();
else if (setup.keeps === "worker") tellPage();
else void answered();

function showButton(): void {
  const button = document.createElement("button");
  button.textContent = "Log in with auth.localhost";
  button.addEventListener("click", () => void (setup.keeps === "worker" ? withWorker() : ask()));
  main.replaceChildren(button);
  main.dataset["state"] = "ready";
}

async function ask(): Promise<void> {
  const { pending, url } = await begin(setup);
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  location.href = url;
}

async function answered(): Promise<void> {
  const address = location.href;
  const pending: Partial<Pending> = JSON.parse(sessionStorage.getItem(PENDING) ?? "{}");
  if (!setup.without.includes(CLEAN_ADDRESS)) history.replaceState(null, "", "/");
  const finished = await finish(setup, pending, address);
  if (!("token" in finished)) return reject(finished.problem, finished.refusedBy);
  if (setup.keeps === "localStorage" || setup.keeps === "sessionStorage") {
    window[setup.keeps].setItem("access_token", finished.token);
  }
  show(await readPhotos(setup.api, finished.token));
}

/** A worker ends with its page, so the page stays: the sign-in has a window of its own. */
function withWorker(): void {
  const worker = new Worker("/worker.js");
  const tell = (message: ToWorker) => worker.postMessage(message);
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if ("url" in data) window.open(data.url, "sign-in", "popup");
    else if ("photos" in data) show(data.photos);
    else if ("token" in data) void readPhotos(setup.api, data.token).then(show);
    else reject(data.problem, data.refusedBy);
  });
  signIns.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => tell(data));
  tell({ setup });
}

/** In the window of the sign-in: hands the answer to the page, unread. */
function tellPage(): void {
  const message: ToWorker = { address: location.href };
  signIns.postMessage(message);
  window.close();
}

function show(titles: readonly string[] | undefined): void {
  if (titles === undefined) return reject("The API gave no photos.");
  const list = document.createElement("ul");
  list.append(
    ...titles.map((title) => Object.assign(document.createElement("li"), { textContent: title })),
  );
  main.replaceChildren(list);
  main.dataset["state"] = "photos";
}

function reject(problem: string, refusedBy = ""): void {
  main.textContent = problem;
  main.dataset["refusedBy"] = refusedBy;
  main.dataset["state"] = "problem";
}
