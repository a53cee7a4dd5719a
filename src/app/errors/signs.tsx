import { signsOfInvalidGrant } from "../../learn/errors/common.ts";

/** Which cause of `invalid_grant` it is, by what was sent and what is the case. */
export function Signs() {
  return (
    <section aria-labelledby="which" className="mt-8">
      <h2 id="which" className="text-2xl font-semibold tracking-tight">
        Which one is it?
      </h2>
      <p className="mt-2 max-w-[44rem] text-quiet">
        Look at the body of the token request, and begin with what is most common.
      </p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {signsOfInvalidGrant.map(({ sent, signs }) => (
          <div key={sent} className="rounded-2xl border border-line bg-surface p-5">
            <h3 className="font-semibold">You sent {sent}, and</h3>
            <ul className="mt-1">
              {signs.map(({ check, sign }) => (
                <li key={check}>
                  <a
                    href={`#${check}`}
                    className="inline-flex min-h-11 items-center py-1 text-[0.9375rem] text-accent underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-8"
                  >
                    {sign}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="mt-4">
        <a
          href="#not-here"
          className="inline-flex min-h-11 items-center text-accent underline decoration-line underline-offset-4 hover:decoration-accent sm:min-h-8"
        >
          Not here? What other servers answer so
        </a>
      </p>
    </section>
  );
}
