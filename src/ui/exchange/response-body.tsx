import type { WireResponse } from "../../oauth/wire.ts";
import { headerOf } from "../../oauth/wire.ts";
import { decodeJwt } from "./jwt.ts";
import { JwtView } from "./jwt-view.tsx";
import { JsonView } from "./json-view.tsx";
import { MarkedBlock } from "./marked-text.tsx";

/** The body of a response: JSON laid out, tokens in it decodable; of a page only what it is called. */
export function ResponseBody({ response }: { readonly response: WireResponse }) {
  if (response.body === "") return null;
  const type = headerOf(response, "Content-Type") ?? "";
  if (type.includes("html")) {
    return (
      <p className="text-sm text-quiet">
        A page of {response.body.length.toLocaleString("en")} characters: “{titleOf(response.body)}
        ”.
      </p>
    );
  }
  const json = jsonOf(response.body);
  if (json === undefined) return <MarkedBlock text={response.body} />;
  return (
    <div className="space-y-2">
      <JsonView json={json} />
      {tokensIn(json).map(({ name, jwt }) => (
        <p key={name} className="flex flex-wrap items-center gap-2 text-sm">
          <span>
            <code className="font-mono">{name}</code> is a JSON Web Token.
          </span>
          <JwtView jwt={jwt} />
        </p>
      ))}
    </div>
  );
}

function titleOf(html: string): string {
  return /<title>([^<&]*)/i.exec(html)?.[1]?.trim() ?? "untitled";
}

function jsonOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function tokensIn(json: object) {
  return Object.entries(json).flatMap(([name, value]) => {
    const jwt = typeof value === "string" ? decodeJwt(value) : undefined;
    return jwt === undefined ? [] : [{ name, jwt }];
  });
}
