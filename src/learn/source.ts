const RFC = /^RFC (\d+)(?: (§|Appendix )([A-Z\d.]+))?$/;
const NAMED = /^(.+?)(?: §([\d.]+))?$/;

/** Texts that are no RFC: where they are, and how an address there names a section. */
const OTHERS: Readonly<Record<string, readonly [address: string, section: string]>> = {
  "OAuth 2.1": ["https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1", "section-"],
  "RFC 7523bis": ["https://datatracker.ietf.org/doc/html/draft-ietf-oauth-rfc7523bis", "section-"],
  "OAuth Security BCP updates": [
    "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-security-topics-update",
    "section-",
  ],
  "MCP 2026-07-28": [
    "https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization",
    "",
  ],
  "OpenID Connect Core": ["https://openid.net/specs/openid-connect-core-1_0.html", "rfc.section."],
};

/** Where a source can be read, at its section: “RFC 6749 §4.1”. Throws `RangeError` for a text it does not know. */
export function sourceAddress(source: string): string {
  const rfc = RFC.exec(source);
  return rfc === null ? otherAddress(source) : rfcAddress(rfc);
}

function rfcAddress([, number = "", mark = "", section]: RegExpExecArray): string {
  const text = `https://www.rfc-editor.org/rfc/rfc${number}`;
  if (section === undefined) return text;
  return `${text}#${mark === "§" ? "section" : "appendix"}-${section}`;
}

function otherAddress(source: string): string {
  const [, name = "", section] = NAMED.exec(source) ?? [];
  const other = OTHERS[name];
  if (other === undefined) throw new RangeError(`Nobody knows where “${source}” is.`);
  const [address, before] = other;
  return section === undefined ? address : `${address}#${before}${section}`;
}
