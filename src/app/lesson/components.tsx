import type { MDXComponents } from "mdx/types.js";
import { Children, type ReactNode } from "react";
import { GOAL, sectionId, TASK } from "../../learn/chapter.ts";
import { ChallengeMaker } from "./challenge-maker.tsx";
import { ChapterExercise } from "./chapter-exercise.tsx";
import { SampleCode } from "./sample-code.tsx";
import { Sources } from "./sources.tsx";
import { StepLink } from "./step-link.tsx";
import { TextLink } from "./text-link.tsx";
import { WalkBox } from "./walk-box.tsx";

/**
 * What the elements of a chapter's text become. The chapter of a grant has its id; another chapter says with every
 * message, walk and sample which grant it means.
 */
export function lessonComponents(chapter: string): MDXComponents {
  return {
    h2: SectionHeading,
    a: TextLink,
    Table: ScrollingTable,
    Step: (props: { grant?: string; variant: string; id: string }) => (
      <StepLink grant={chapter} {...props} />
    ),
    Walk: (props: WalkProps) => <WalkBox chapter={chapter} grant={chapter} {...props} />,
    SampleCode: (props: { grant?: string }) => <SampleCode grant={chapter} {...props} />,
    Task: () => <ChapterExercise chapter={chapter} section={TASK} kind="task" />,
    Goal: () => <ChapterExercise chapter={chapter} section={GOAL} kind="goal" />,
    ChallengeMaker,
    Sources: () => <Sources chapter={chapter} />,
  };
}

interface WalkProps {
  readonly grant?: string;
  readonly variant: string;
  readonly until?: string;
  readonly open?: boolean;
  readonly whole?: boolean;
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
