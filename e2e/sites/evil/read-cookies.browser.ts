import { report } from "./report.ts";

// Runs in a page and reports the cookies its scripts may read, once the user is signed in.
document.addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("main")?.dataset["state"] === "photos") report(document.cookie);
});
