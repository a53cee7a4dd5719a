import { sourceAddress } from "../../learn/source.ts";

/** A specification that a text cites. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** Specifications that are no RFC, and what they are called in a list. */
const OTHERS: readonly (readonly [name: string, title: string])[] = [
  ["OpenID Connect Core", "OpenID Connect Core 1.0"],
  ["OAuth 2.1", "OAuth 2.1 (draft)"],
  ["MCP 2026-07-28", "Model Context Protocol, authorization, version 2026-07-28"],
];

/** The specifications these texts cite, RFCs by number first. */
export function sourcesOf(texts: readonly string[]): readonly Source[] {
  const whole = texts.join("\n");
  const numbers = [...whole.matchAll(/RFC (\d{4,5})/g)].map(([, number]) => Number(number));
  const rfcs = [...new Set(numbers)]
    .toSorted((one, other) => one - other)
    .map((number) => `RFC ${number}`);
  return [
    ...rfcs.map((rfc) => ({ title: rfc, url: sourceAddress(rfc) })),
    ...OTHERS.filter(([name]) => whole.includes(name)).map(([name, title]) => ({
      title,
      url: sourceAddress(name),
    })),
  ];
}
