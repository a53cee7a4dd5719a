import { useId, useState } from "react";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { claimLine, claimText, type DecodedJwt } from "./jwt.ts";

/** Takes a token apart in place: header and payload, each claim with what it says. */
export function JwtView({ jwt }: { readonly jwt: DecodedJwt }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        className={SMALL_BUTTON}
        onClick={() => setOpen(!open)}
      >
        {open ? "Hide decoded" : "Decode"}
      </button>
      <span
        id={id}
        hidden={!open}
        className="block w-full rounded-xl bg-sunken p-3 font-sans whitespace-normal"
      >
        {open && (
          <>
            <Part title="Header" members={jwt.header} />
            <Part title="Payload" members={jwt.payload} />
            <span className="mt-2 block text-sm text-quiet">
              Anyone can read this; the signature only keeps anyone from changing it.
            </span>
          </>
        )}
      </span>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly members: Readonly<Record<string, unknown>>;
}

function Part({ title, members }: PartProps) {
  return (
    <span className="mt-2 block first:mt-0">
      <span className="block text-sm font-semibold">{title}</span>
      {Object.entries(members).map(([name, value]) => (
        <span key={name} className="mt-1 grid gap-x-3 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
          <code className="font-mono text-[0.8125rem] text-quiet">{name}</code>
          <span className="min-w-0">
            <code className="font-mono text-[0.8125rem] break-all">{claimText(name, value)}</code>
            <span className="block text-quiet">{claimLine(name)}</span>
          </span>
        </span>
      ))}
    </span>
  );
}
