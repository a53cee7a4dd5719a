import { randomBytes } from "node:crypto";

/** Things of this server's that a cookie of the browser's names, for so many seconds. In memory: they end with the program. */
export class Sessions<Held> {
  readonly #kept = new Map<string, { readonly held: Held; readonly until: number }>();
  readonly #cookie: string;
  readonly #sameSite: "Lax" | "Strict";
  readonly #lifetime: number;

  /**
   * `__Host-` ties the cookie to this very host, to https and to `Path=/`; `Http-` keeps scripts from setting it
   * (RFC 10017 §6.1.3.2). On 127.0.0.1 Chrome and Firefox do without https; Safari does not.
   */
  constructor(name: string, sameSite: "Lax" | "Strict", lifetime: number) {
    this.#cookie = `__Host-Http-${name}`;
    this.#sameSite = sameSite;
    this.#lifetime = lifetime * 1000;
  }

  /** Keeps it under a new name, which nobody can have known before; the `Set-Cookie` that tells the browser. */
  begin(held: Held): string {
    this.#forgetOld();
    const id = randomBytes(32).toString("base64url");
    this.#kept.set(id, { held, until: performance.now() + this.#lifetime });
    return this.#set(id);
  }

  /** What the browser that sent these cookies has. */
  of(cookies: string | undefined): Held | undefined {
    const kept = this.#kept.get(this.#idIn(cookies));
    return kept !== undefined && kept.until > performance.now() ? kept.held : undefined;
  }

  /** Forgets it; the `Set-Cookie` that has the browser forget as well. */
  end(cookies: string | undefined): string {
    this.#kept.delete(this.#idIn(cookies));
    return `${this.#set("")}; Max-Age=0`;
  }

  /** Anybody may begin a login and leave: what is never ended must not fill the memory. */
  #forgetOld(): void {
    const now = performance.now();
    for (const [id, { until }] of this.#kept) if (until <= now) this.#kept.delete(id);
  }

  #set(value: string): string {
    return `${this.#cookie}=${value}; Path=/; Secure; HttpOnly; SameSite=${this.#sameSite}`;
  }

  #idIn(cookies = ""): string {
    const pairs = cookies.split("; ").map((pair) => pair.split("="));
    return pairs.find(([name]) => name === this.#cookie)?.[1] ?? "";
  }
}
