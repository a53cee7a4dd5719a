/**
 * Where a site of a sandbox is reached inside this origin: `<base>~/<sandbox>/<host>/<path>`. People only
 * ever see the public address, `https://<host>/<path>`.
 */
export interface Address {
  readonly sandbox: string;
  readonly host: string;
  readonly publicUrl: string;
}

/** The host of the world's own calls: opening, visiting, reading the trace. */
export const WORLD_HOST = "_world";

/** The header a page's exchange carries out of band; it never reaches a server. */
export const CALL_HEADER = "Grantlab-Call";

/** The path prefix under which a world answers. `base` ends in a slash. */
export function worldPrefix(base: string): string {
  return `${base}~/`;
}

/** The path inside this origin for a public address. Throws `TypeError` when that is not an address. */
export function addressOf(base: string, sandbox: string, publicUrl: string): string {
  const { host, pathname, search } = new URL(publicUrl);
  return `${worldPrefix(base)}${sandbox}/${host}${pathname}${search}`;
}

/** Back from a URL of this origin; nothing when it is none of a world's. */
export function parseAddress(base: string, url: string): Address | undefined {
  const { pathname, search } = new URL(url);
  const prefix = worldPrefix(base);
  if (!pathname.startsWith(prefix)) return undefined;
  const match = /^([\w.-]+)\/([\w.:-]+)(\/.*)?$/.exec(pathname.slice(prefix.length));
  const [, sandbox, host, path = "/"] = match ?? [];
  if (sandbox === undefined || host === undefined) return undefined;
  return { sandbox, host, publicUrl: `https://${host}${path}${search}` };
}
