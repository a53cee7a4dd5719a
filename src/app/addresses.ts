/** The address of a variant's stepper, or of one step of it; without the base path. */
export function flowAddress(grant: string, variant: string, step?: string): string {
  const query = new URLSearchParams({ variant, ...(step === undefined ? {} : { step }) });
  return `/flows/${grant}?${query.toString()}`;
}

/** What an address of the attack lab chooses; what it leaves out is as usual. */
export interface AttackOptions {
  /** Id of the way, where the attack has several. */
  readonly way?: string | undefined;
  /** Id of the target: `implicit`, `authorization-code/public-pkce`. */
  readonly grant?: string | undefined;
  readonly step?: string | undefined;
  /** Ids of defences that are left out although the walk has them. */
  readonly off?: readonly string[];
  /** Ids of defences that are there although the walk does not have them. */
  readonly on?: readonly string[];
}

/** The address of an attack, against a grant and with the defences it is to have; without the base path. */
export function attackAddress(attack: string, options: AttackOptions = {}): string {
  const { way, grant, step, off = [], on = [] } = options;
  const query = Object.entries({ way, grant, off: off.join(","), on: on.join(","), step })
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${queryText(value ?? "")}`);
  return [`/attacks/${attack}`, query.join("&")].filter((part) => part !== "").join("?");
}

/** Slashes and commas mean nothing in a query (RFC 3986 §3.4), and are easier to read as they are. */
function queryText(value: string): string {
  return encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%2C", ",");
}
