import { html } from "hono/html";
import { type Html, page } from "../../../authorization-server/pages/page.ts";
import type { FormRefusal } from "./page-checks.ts";

/** The page where the user types the code of her device (RFC 8628 §3.3). `code` is what stands in the field already. */
export function codePage(code: string, wrong?: FormRefusal["reason"]): Promise<Response> {
  return page(
    wrong === undefined ? 200 : STATUS[wrong],
    "Connect a device",
    html`${wrong === undefined ? "" : html`<p class="bad" role="alert">${PROBLEMS[wrong]}</p>`}<p>${
      code === ""
        ? "Type the code that your device shows."
        : "Does your device show exactly this code? If it does not, or if somebody sent you here, go no further."
    }</p><form method="post"><label for="user_code">Code</label><input id="user_code" name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" required placeholder="XXXX-XXXX" value="${code}"><button type="submit">Go on</button></form>`,
  );
}

const STATUS: Readonly<Record<FormRefusal["reason"], number>> = {
  missing: 400,
  unknown: 400,
  not_waiting: 400,
  too_many: 429,
};

const PROBLEMS: Readonly<Record<FormRefusal["reason"], string>> = {
  missing: "Type the code first.",
  unknown: "No device shows this code. Compare it with your device and try again.",
  not_waiting: "The device no longer waits for this code. Ask it for a new one.",
  too_many: "Too many wrong codes were typed. Wait a minute and try again.",
};

/** What the consent page says of a device (RFC 8628 §3.3.1, §5.4). */
export function deviceNote(userCode: string): Html {
  return html`<p>It runs on a device, which shows the code <code>${userCode}</code>. Is that device in front of you, and does it show this code? If somebody sent you the code, choose Deny: you would let in <em>their</em> device.</p>`;
}
