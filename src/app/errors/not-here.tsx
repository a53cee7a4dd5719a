import { invalidGrantElsewhere } from "../../learn/errors/common.ts";
import { Specs } from "./specs.tsx";

/** When servers other than those here answer `invalid_grant`. */
export function NotHere() {
  return (
    <section aria-labelledby="not-here" className="mt-10">
      <h2 id="not-here" className="text-2xl font-semibold tracking-tight">
        Not here?
      </h2>
      <p className="mt-2 max-w-[44rem]">
        Your provider may have grants that this server lacks, and limits of its own. Providers also
        say so when
      </p>
      <ul className="mt-2 max-w-[44rem] list-disc space-y-1 pl-6">
        {invalidGrantElsewhere.map(({ when, spec }) => (
          <li key={when}>
            {when}{" "}
            <span className="text-sm text-quiet">
              <Specs text={spec} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-[44rem] text-quiet">
        The RFCs say that such a token is refused, not which limits there are: those your provider’s
        own documentation lists.
      </p>
    </section>
  );
}
