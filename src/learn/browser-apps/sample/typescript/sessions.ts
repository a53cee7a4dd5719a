import { randomBytes } from "node:crypto";

/** Things of this server's that a cookie of the browser's names. In memory: they end with the program. */
export class Sessions<Held> {
  readonly #held = new Map<string, Held>();
  readonly #cookie: string;
  readonly #sameSite: "Lax" | "Strict";

  /**
   * `__Host-` ties the cookie to this very host, to https and to `Path=/`. On 127.0.0.1 Chrome and Firefox do
   * without https; Safari does not.
   */
  constructor(name: string, sameSite: "Lax" | "Strict") {
    this.#cookie = `__Host-${name}`;
    this.#sameSite = sameSite;
  }

  /** Keeps it under a new name, which nobody can have known before; the `Set-Cookie` that tells the browser. */
  begin(held: Held): string {
    const id = randomBytes(32).toString("base64url");
    this.#held.set(id, held);
    return this.#set(id);
  }

  /** What the browser that sent these cookies has. */
  of(cookies: string | undefined): Held | undefined {
    return this.#held.get(this.#idIn(cookies));
  }

  /** Forgets it; the `Set-Cookie` that has the browser forget as well. */
  end(cookies: string | undefined): string {
    this.#held.delete(this.#idIn(cookies));
    return `${this.#set("")}; Max-Age=0`;
  }

  #set(value: string): string {
    return `${this.#cookie}=${value}; Path=/; Secure; HttpOnly; SameSite=${this.#sameSite}`;
  }

  #idIn(cookies = ""): string {
    const pairs = cookies.split("; ").map((pair) => pair.split("="));
    return pairs.find(([name]) => name === this.#cookie)?.[1] ?? "";
  }
}
