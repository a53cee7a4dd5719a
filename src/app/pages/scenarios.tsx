import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Scenarios",
  "Real architectures, each with its grant, its settings and the threats that matter.",
);

/** Real architectures, each with its grant. */
export default function ScenariosPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Scenarios</Heading>
    </div>
  );
}
