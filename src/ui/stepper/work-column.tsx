import type { ReactNode } from "react";
import { awaitsForm } from "../../flow/walk.ts";
import { BrowserWindow } from "./lazy-window.tsx";
import { Messages } from "./messages-column.tsx";
import { formFields } from "./promised-request.ts";
import { screenIsNew } from "./shown-browser.ts";
import { LookingElsewhere, Rewound } from "./standing.tsx";
import { useResultInView } from "./use-result-in-view.ts";
import type { ViewProps } from "./view-props.ts";

interface Props extends ViewProps {
  /** Level of the messages' headings. */
  readonly level: 2 | 3 | 4;
  /** Whether the stepper stands in a text, whose reader may be elsewhere. */
  readonly inText?: boolean;
  /** Under the browser window, though before it for those who are read to: its page has headings of its own. */
  readonly children?: ReactNode;
}

/** The messages and the browser window, which comes first where the user has something to do in it. */
export function WorkColumn({ children, inText = false, ...props }: Props) {
  const { flow, walk, stepper } = props;
  const { draft, setFrame } = stepper;
  const form = awaitsForm(flow, walk);
  const column = useResultInView({
    taken: walk.taken.length,
    looking: stepper.looking,
    compact: false,
    inText,
  });
  const fields = form && draft !== undefined ? formFields(draft.promised) : undefined;
  const follow = (url: string) => {
    if (draft?.promised.method === "GET" && draft.promised.url === url) stepper.next();
  };
  return (
    <div ref={column} className="flex min-w-0 scroll-mt-4 flex-col gap-5">
      <LookingElsewhere {...props} />
      <Rewound {...props} />
      <Messages {...props} />
      {children !== undefined && <div className="order-2 flex flex-col gap-3">{children}</div>}
      <div className={form || screenIsNew(flow, walk) ? "order-first" : "order-1"}>
        <BrowserWindow
          ref={setFrame}
          fields={fields}
          people={props.people}
          onFill={stepper.fill}
          onSubmit={stepper.submit}
          onFollow={follow}
        />
      </div>
    </div>
  );
}
