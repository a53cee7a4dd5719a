import type { WireResponse } from "../../oauth/wire.ts";
import { headerOf } from "../../oauth/wire.ts";
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
  return json === undefined ? <MarkedBlock text={response.body} /> : <JsonView json={json} />;
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
