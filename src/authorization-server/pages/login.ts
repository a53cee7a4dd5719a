import { html } from "hono/html";
import { page } from "./page.ts";

export interface LoginPage {
  readonly clientName: string;
  /** What it is all for: “wants to use your photos”. */
  readonly wants: string;
  /** What stands in the field of the name already. */
  readonly username?: string;
  /** Whether a name and a password were tried that do not belong together. */
  readonly failed: boolean;
}

/** The login page. The form goes to the page's own address, which names the interaction. */
export function loginPage({
  clientName,
  wants,
  username = "",
  failed,
}: LoginPage): Promise<Response> {
  return page(
    failed ? 400 : 200,
    "Sign in",
    html`<p class="quiet">${clientName} ${wants}. Sign in first.</p>${
      failed ? html`<p class="bad" role="alert">Wrong name or password. Try again.</p>` : ""
    }<form method="post"><label for="username">Name</label><input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${username}"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required><button type="submit">Sign in</button></form>`,
  );
}
