import { Link } from "wouter";
import { Heading } from "./heading.tsx";

/** A way on from an address that leads nowhere; `href` is without the base path. */
export interface WayOn {
  readonly href: string;
  readonly title: string;
}

interface Props {
  readonly title: string;
  readonly text: string;
  readonly ways: readonly WayOn[];
}

/** Says that an address leads nowhere, what there is instead, and where to go. */
export function Nowhere({ title, text, ways }: Props) {
  return (
    <div className="mx-auto w-full max-w-[44rem] px-4 py-16 sm:px-6">
      <p className="font-mono text-sm text-quiet">404 Not Found</p>
      <Heading className="mt-2 [overflow-wrap:anywhere]">{title}</Heading>
      <p className="mt-4 text-lg text-quiet">{text}</p>
      <ul className="mt-6 divide-y divide-line rounded-2xl border border-line bg-surface">
        {ways.map((way) => (
          <li key={way.href}>
            <Link
              href={way.href}
              className="flex min-h-12 items-center px-5 py-2 text-accent hover:underline"
            >
              {way.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The way that is always there. */
export const HOME: WayOn = { href: "/", title: "Home" };
