import { addRow, type Draft, removeRow, setValue } from "./draft.ts";
import { type Mistake, mistakesIn } from "./mistakes.ts";
import type { ParameterPlace } from "./request-parameters.ts";

interface Rare extends Omit<Mistake, "apply"> {
  /** Nothing where the message has no room for it. */
  apply(draft: Draft): Draft | undefined;
}

/** Mistakes too rare for the menu of a message. A link can make one by its id, without carrying anything secret. */
const rare: readonly Rare[] = [
  {
    id: "verifier-unasked",
    title: "Send a verifier where no challenge came before",
    apply: (draft) =>
      valueOf(draft, "form", "grant_type") === "authorization_code" &&
      valueOf(draft, "form", "code_verifier") === undefined
        ? addRow(draft, "form", "code_verifier", "x".repeat(43))
        : undefined,
  },
  {
    id: "short-verifier",
    title: "Send a verifier that is too short",
    apply: (draft) => withValue(draft, "form", "code_verifier", () => "too-short"),
  },
  {
    id: "two-ways",
    title: "Authenticate in the header and in the form",
    apply: (draft) =>
      valueOf(draft, "form", "grant_type") !== undefined && isBasic(draft)
        ? addRow(addRow(draft, "form", "client_id", "print"), "form", "client_secret", "print-2024")
        : undefined,
  },
  {
    id: "broken-proof",
    title: "Send a DPoP proof that is none",
    apply: (draft) =>
      valueOf(draft, "form", "grant_type") === undefined
        ? undefined
        : addRow(draft, "header", "DPoP", "not-a-proof"),
  },
  {
    id: "damaged-signature",
    title: "Damage the signature of the assertion",
    apply: (draft) => withValue(draft, "form", "client_assertion", withOtherSignature),
  },
  {
    id: "empty-bearer",
    title: "Send the scheme and no token",
    apply: (draft) =>
      tokenIn(draft) === undefined
        ? undefined
        : withValue(draft, "header", "Authorization", () => "Bearer"),
  },
  {
    id: "as-dpop",
    title: "Send a bearer token as if it were bound to a key",
    apply: (draft) =>
      tokenIn(draft) === undefined
        ? undefined
        : withValue(draft, "header", "Authorization", () => `DPoP ${tokenIn(draft)}`),
  },
  {
    id: "token-in-address",
    title: "Send the token in the address as well",
    apply: (draft) => {
      const token = tokenIn(draft);
      return token === undefined ? undefined : addRow(draft, "query", "access_token", token);
    },
  },
  {
    id: "broken-hint",
    title: "Hint at the user with what is no ID token",
    apply: (draft) =>
      valueOf(draft, "query", "scope")?.split(" ").includes("openid") === true
        ? addRow(draft, "query", "id_token_hint", "not-a-token")
        : undefined,
  },
  {
    id: "public-client",
    title: "Ask as a public client",
    apply(draft) {
      const header = rowOf(draft, "header", "Authorization");
      if (header === undefined || !isBasic(draft)) return undefined;
      return addRow(removeRow(draft, header.key), "form", "client_id", "print-page");
    },
  },
];

/** The mistake of that id, of the menu or a rare one; nothing when there is none, or the message has no room for it. */
export function findMistake(draft: Draft, id: string): Mistake | undefined {
  return mistakesIn(draft).find((one) => one.id === id) ?? rareMistake(draft, id);
}

function rareMistake(draft: Draft, id: string): Mistake | undefined {
  const found = rare.find((one) => one.id === id);
  if (found === undefined || found.apply(draft) === undefined) return undefined;
  return { id, title: found.title, apply: (now) => found.apply(now) ?? now };
}

function rowOf({ rows }: Draft, place: ParameterPlace, name: string) {
  return rows.find(
    (row) => row.place === place && row.name.toLowerCase() === name.toLowerCase() && !row.removed,
  );
}

function valueOf(draft: Draft, place: ParameterPlace, name: string): string | undefined {
  return rowOf(draft, place, name)?.value;
}

function withValue(
  draft: Draft,
  place: ParameterPlace,
  name: string,
  change: (value: string) => string,
): Draft | undefined {
  const row = rowOf(draft, place, name);
  return row === undefined ? undefined : setValue(draft, row.key, change(row.value));
}

function isBasic(draft: Draft): boolean {
  return /^basic /i.test(valueOf(draft, "header", "Authorization") ?? "");
}

function tokenIn(draft: Draft): string | undefined {
  return /^bearer (.+)$/i.exec(valueOf(draft, "header", "Authorization") ?? "")?.[1];
}

/** The JWT with another signature of the same form. */
function withOtherSignature(jwt: string): string {
  const [header, payload, signature = ""] = jwt.split(".");
  const first = signature.startsWith("A") ? "B" : "A";
  return [header, payload, first + signature.slice(1)].join(".");
}
