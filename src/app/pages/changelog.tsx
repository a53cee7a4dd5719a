import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed("Changes", "What changed in Grantlab, and when, the newest first.");

/** What changed, and when. */
export default function ChangelogPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Changes</Heading>
    </div>
  );
}
