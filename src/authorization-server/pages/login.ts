import { html } from "hono/html";
import { page } from "./page.ts";

/** The login page. The form goes to the page's own address, which names the interaction. */
export function loginPage(
  clientName: string,
  failed?: { readonly username: string },
): Promise<Response> {
  return page(
    failed === undefined ? 200 : 400,
    "Sign in",
    html`<p class="quiet">${clientName} wants to use your photos. Sign in first.</p>${
      failed === undefined
        ? ""
        : html`<p class="bad" role="alert">Wrong name or password. Try again.</p>`
    }<form method="post"><label for="username">Name</label><input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${
      failed?.username ?? ""
    }"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required><button type="submit">Sign in</button></form>`,
  );
}
