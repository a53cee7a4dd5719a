import { Eye, EyeOff } from "lucide-react";
import { knowledge } from "../../flow/knowledge.ts";
import { COLUMN, SIDES, type SideProps, type Sides } from "./props.ts";
import type { SideId } from "./stages.ts";

/** What each side ended with: where its access token was to be seen on the way. */
export function Ended({ sides }: { readonly sides: Sides }) {
  return (
    <section aria-labelledby="ended" data-testid="ended" className="mt-6">
      <h3 id="ended" className="font-semibold">
        What each side ended with
      </h3>
      <div className="mt-2 grid items-start gap-x-4 gap-y-2 md:grid-cols-2">
        {SIDES.map((side) => (
          <EndOf key={side} side={side} {...sides[side]} />
        ))}
      </div>
    </section>
  );
}

function EndOf({ side, title, flow, walk }: SideProps & { readonly side: SideId }) {
  const known = knowledge(flow, walk.taken);
  const token = known.get("access_token");
  const refresh = (known.get("refresh_token")?.size ?? 0) > 0;
  return (
    <article className={`rounded-xl border border-line bg-surface p-4 ${COLUMN[side]}`}>
      <p className="font-semibold">
        {title}: {walk.at === "done" ? "the client has the photos" : "the client goes no further"}
      </p>
      <p className="mt-1 text-[0.9375rem] text-quiet">
        {walk.taken.length} messages,{" "}
        {refresh ? "an access token and a refresh token." : "an access token, no refresh token."}{" "}
        Where the access token was to be seen:
      </p>
      <ul className="mt-2 text-[0.9375rem]">
        {flow.places.map(({ id, title: place }) => {
          const learned = token?.get(id);
          const Icon = learned === undefined ? EyeOff : Eye;
          return (
            <li
              key={id}
              data-place={id}
              data-seen={learned !== undefined}
              className={`flex flex-wrap items-center gap-x-2 border-t border-line py-1.5 ${learned === undefined ? "text-quiet" : "font-medium"}`}
            >
              <Icon size={16} aria-hidden className="shrink-0" />
              {place}
              <span className="ml-auto text-sm font-normal text-quiet tabular-nums">
                {learned === undefined ? "never" : `since message ${(learned.position ?? 0) + 1}`}
              </span>
            </li>
          );
        })}
      </ul>
    </article>
  );
}
