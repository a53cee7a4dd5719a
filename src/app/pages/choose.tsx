import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Choose a grant",
  "A few questions about your application lead to the grant it needs, with a decision record to take along.",
);

/** The way to the right grant. */
export default function ChoosePage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Choose a grant</Heading>
    </div>
  );
}
