import { Link } from "wouter";
import { attackAddress } from "../addresses.ts";
import { appliesTo } from "../../attacks/run.ts";
import { type Lab, targets } from "./lab.ts";

interface Props {
  readonly lab: Lab;
  readonly reason: string;
}

/** Why the attack has nothing to do against a grant, and where it has. */
export function NotApplicable({ lab: { attack, way, target }, reason }: Props) {
  const others = targets.filter((one) => appliesTo(way, one));
  return (
    <section
      aria-labelledby="does-not-apply"
      data-verdict="does not apply"
      className="my-8 rounded-2xl border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="does-not-apply" className="text-xl font-semibold tracking-tight">
        This does not apply to {target.title}
      </h2>
      <p className="mt-2 max-w-[44rem]">{reason}</p>
      <p className="mt-4 text-quiet">It applies to:</p>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {others.map((one) => (
          <li key={one.id}>
            <Link
              href={attackAddress(attack.id, { way: way.id, grant: one.id })}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {one.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
