import { headNamed } from "../head.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Know what you know",
  "Fifteen questions on what people believe of OAuth 2.0, and one client to repair.",
);

/** What the reader knows of OAuth. */
export default function QuestionsPage() {
  useHead(HEAD);
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Know what you know</Heading>
    </div>
  );
}
