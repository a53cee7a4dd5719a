import { report } from "./report.ts";
import { addressWithAnswer } from "./window-address.ts";

// The silent flow in a frame of a signed-in user's page, as it was once done to renew tokens.
const { request = "" } = document.currentScript?.dataset ?? {};

document.addEventListener("click", () => {
  if (document.querySelector("main")?.dataset["state"] !== "photos") return;
  const frame = document.createElement("iframe");
  frame.src = request;
  frame.addEventListener("load", () => {
    const { contentWindow } = frame;
    report((contentWindow === null ? undefined : addressWithAnswer(contentWindow)) ?? "nothing");
  });
  document.body.append(frame);
});
