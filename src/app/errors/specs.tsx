import { sourceAddress } from "../../learn/source.ts";

/** Links to the sections a text names, separated by commas. */
export function Specs({ text }: { readonly text: string }) {
  return text.split(", ").map((spec) => (
    <a
      key={spec}
      href={sourceAddress(spec)}
      className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-8"
    >
      {spec}
    </a>
  ));
}
