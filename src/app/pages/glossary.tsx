import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Glossary",
  "The terms of OAuth 2.0, where each is defined and where it can be seen.",
);

/** The terms of OAuth, and where each can be seen. */
export default function GlossaryPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Glossary</Heading>
    </div>
  );
}
