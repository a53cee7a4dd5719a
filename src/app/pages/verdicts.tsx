import Text from "../../learn/verdicts.mdx";
import { headNamed } from "../head.ts";
import { TextLink } from "../lesson/text-link.tsx";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "How verdicts are computed",
  "How Grantlab computes what it says, and what of it is modelled.",
);

const COMPONENTS = { a: TextLink };

/** How what is said here is computed, and what is modelled. */
export default function VerdictsPage() {
  useHead(HEAD);
  return (
    <article className="lesson mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading className="mb-6">How verdicts are computed</Heading>
      <Text components={COMPONENTS} />
    </article>
  );
}
