import { chapters } from "../../learn/chapters.ts";
import { missingTitle } from "../head.ts";
import type { MissingPlace } from "../places.ts";
import { HOME, Nowhere, type WayOn } from "../shell/nowhere.tsx";

/** Says that an address leads nowhere, what there is instead, and where to go. */
export default function MissingPage({ missing }: { missing: MissingPlace }) {
  return (
    <Nowhere title={missingTitle(missing)} text={TEXTS[missing.what]} ways={WAYS[missing.what]} />
  );
}

const TEXTS: Record<MissingPlace["what"], string> = {
  page: "The address may be mistyped, or belong to another version of Grantlab. This is what there is:",
  chapter: "The guide has these chapters:",
};

const WAYS: Record<MissingPlace["what"], readonly WayOn[]> = {
  page: [
    HOME,
    { href: "/learn", title: "The guide" },
    { href: "/flows", title: "Flows" },
    { href: "/compare", title: "Compare" },
    { href: "/attacks", title: "Attacks" },
  ],
  chapter: [...chapters.map(({ id, title }) => ({ href: `/learn/${id}`, title })), HOME],
};
