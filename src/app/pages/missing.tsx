import { missingHead, missingTitle } from "../head.ts";
import { HOME, Nowhere, type WayOn } from "../shell/nowhere.tsx";
import { useHead } from "../shell/use-head.ts";

const PAGE = { what: "page", name: "" };
const HEAD = missingHead(PAGE);

/** Says that an address leads nowhere, and what there is. */
export default function MissingPage() {
  useHead(HEAD);
  return (
    <Nowhere
      title={missingTitle(PAGE)}
      text="The address may be mistyped, or belong to another version of Grantlab. This is what there is:"
      ways={WAYS}
    />
  );
}

const WAYS: readonly WayOn[] = [
  HOME,
  { href: "/learn", title: "The guide" },
  { href: "/flows", title: "Flows" },
  { href: "/compare", title: "Compare" },
  { href: "/attacks", title: "Attacks" },
  { href: "/choose", title: "Choose a grant" },
  { href: "/scenarios", title: "Scenarios" },
  { href: "/errors", title: "Errors" },
  { href: "/glossary", title: "Glossary" },
];
