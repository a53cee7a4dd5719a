import { ValueChip } from "./value-chip.tsx";

interface Props {
  readonly name: string;
  readonly value: string;
  readonly edited?: boolean;
}

/** A parameter's value; credentials of the `Authorization` header are shown as what they consist of. */
export function ParameterValue({ name, value, edited = false }: Props) {
  const credentials = name.toLowerCase() === "authorization" ? schemeOf(value) : undefined;
  if (credentials === undefined) return <ValueChip value={value} name={name} edited={edited} />;
  const { scheme, rest } = credentials;
  const pair = scheme.toLowerCase() === "basic" ? basicPair(rest) : undefined;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1.5">
      <code className="font-mono text-[0.8125rem]">{scheme}</code>
      <ValueChip value={rest} edited={edited} />
      {pair !== undefined && (
        <span className="flex w-full flex-wrap items-center gap-1 text-sm text-quiet">
          which is <ValueChip value={pair.name} /> : <ValueChip value={pair.secret} /> in Base64
        </span>
      )}
    </span>
  );
}

function schemeOf(value: string): { readonly scheme: string; readonly rest: string } | undefined {
  const [, scheme, rest] = /^(\S+) (\S+)$/.exec(value) ?? [];
  return scheme === undefined || rest === undefined ? undefined : { scheme, rest };
}

/** Client id and secret of HTTP Basic, each form-encoded before (RFC 6749 §2.3.1). */
function basicPair(text: string): { readonly name: string; readonly secret: string } | undefined {
  try {
    const [name, ...secret] = atob(text).split(":");
    if (name === undefined || secret.length === 0) return undefined;
    return { name: formDecoded(name), secret: formDecoded(secret.join(":")) };
  } catch {
    return undefined;
  }
}

function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
