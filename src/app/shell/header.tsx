import { Link } from "wouter";
import { SearchButton } from "./search-button.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

const PLACES = [
  { href: "/learn", title: "Learn" },
  { href: "/flows", title: "Flows" },
  { href: "/compare", title: "Compare" },
  { href: "/attacks", title: "Attacks" },
  { href: "/choose", title: "Choose" },
];

/** Wordmark, the places there are, the theme. `path` is without the base. */
export function Header({ path }: { path: string }) {
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-1 px-4 py-1.5 sm:gap-x-2 sm:px-6">
        <Link
          href="/"
          className="-ml-2 flex h-11 items-center rounded-lg px-2 text-lg font-bold tracking-tight"
          aria-label="Grantlab, home"
        >
          grant<span className="text-accent">lab</span>
        </Link>
        <nav
          aria-label="Main"
          className="flex flex-1 items-center max-sm:order-last max-sm:-mx-1.5 max-sm:basis-full max-sm:flex-wrap max-sm:justify-between sm:ml-4 sm:gap-1"
        >
          {PLACES.map(({ href, title }) => (
            <Link
              key={href}
              href={href}
              aria-current={currentOf(path, href)}
              className="flex h-11 items-center rounded-lg px-1.5 text-quiet sm:px-3 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {title}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex">
          <SearchButton />
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}

function currentOf(path: string, href: string): "page" | "true" | undefined {
  if (path === href) return "page";
  return path.startsWith(`${href}/`) ? "true" : undefined;
}
