import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Errors",
  "Every error code of OAuth 2.0, with each cause to be run and what to fix.",
);

/** Every error code of OAuth. */
export default function ErrorsPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Errors</Heading>
    </div>
  );
}
