import type { MDXComponents } from "mdx/types.js";
import { Children, type ReactNode } from "react";
import { sectionId } from "../../learn/chapters.ts";
import { SampleCode } from "./sample-code.tsx";
import { StepLink } from "./step-link.tsx";
import { WalkBox } from "./walk-box.tsx";

/** What the elements of a chapter's text become. `grant` is the grant the chapter is about. */
export function lessonComponents(grant: string): MDXComponents {
  return {
    h2: SectionHeading,
    Table: ScrollingTable,
    Step: (props: { variant: string; id: string }) => <StepLink grant={grant} {...props} />,
    Walk: (props: { variant: string; until?: string; open?: boolean }) => (
      <WalkBox grant={grant} {...props} />
    ),
    SampleCode: () => <SampleCode grant={grant} />,
  };
}

function SectionHeading({ children }: { children?: ReactNode }) {
  return (
    <h2 id={sectionId(textOf(children))} data-section={textOf(children)} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** A wide table scrolls in a box of its own, which the keyboard reaches. */
function ScrollingTable({ label, children }: { label: string; children?: ReactNode }) {
  return (
    <section aria-label={label} tabIndex={0} className="my-6 max-w-[44rem] overflow-x-auto">
      <table>{children}</table>
    </section>
  );
}

function textOf(children: ReactNode): string {
  return Children.toArray(children)
    .filter((child) => typeof child === "string")
    .join("");
}
