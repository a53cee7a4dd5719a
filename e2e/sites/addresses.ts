/** Where the sites of a run are. Each is a site of its own to a browser, with cookies of its own (RFC 6265bis §5.2). */
export interface Origins {
  readonly auth: string;
  readonly api: string;
  readonly print: string;
  readonly evil: string;
}

/** The sites at a port of this machine. Browsers resolve `*.localhost` by themselves (RFC 6761 §6.3). */
export function originsAt(port: number): Origins {
  const at = (name: string) => `http://${name}.localhost:${port}`;
  return { auth: at("auth"), api: at("api"), print: at("print"), evil: at("evil") };
}

/** The text with every `https://….example` in it moved to this machine. */
export function moved(text: string, { auth }: Origins): string {
  const { port } = new URL(auth);
  return text.replace(/https:\/\/([\w.-]+)\.example\b/g, `http://$1.localhost:${port}`);
}
