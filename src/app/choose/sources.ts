/** A specification that a text cites. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

const OTHERS: readonly (Source & { readonly named: RegExp })[] = [
  {
    named: /OpenID Connect Core/,
    title: "OpenID Connect Core 1.0",
    url: "https://openid.net/specs/openid-connect-core-1_0.html",
  },
  {
    named: /OAuth 2\.1/,
    title: "OAuth 2.1 (draft)",
    url: "https://datatracker.ietf.org/doc/draft-ietf-oauth-v2-1/",
  },
  {
    named: /MCP 2026-07-28/,
    title: "Model Context Protocol, authorization, version 2026-07-28",
    url: "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization",
  },
];

/** The specifications these texts cite, RFCs by number first. */
export function sourcesOf(texts: readonly string[]): readonly Source[] {
  const whole = texts.join("\n");
  const numbers = [...whole.matchAll(/RFC (\d{4,5})/g)].map(([, number]) => Number(number));
  const rfcs = [...new Set(numbers)]
    .toSorted((one, other) => one - other)
    .map((number) => ({
      title: `RFC ${number}`,
      url: `https://www.rfc-editor.org/rfc/rfc${number}`,
    }));
  const others = OTHERS.filter(({ named }) => named.test(whole));
  return [...rfcs, ...others.map(({ title, url }) => ({ title, url }))];
}
