import { Link } from "wouter";
import { DeleteData } from "./delete-data.tsx";

const MORE = [
  { href: "/scenarios", title: "Scenarios" },
  { href: "/errors", title: "Errors" },
  { href: "/glossary", title: "Glossary" },
  { href: "/questions", title: "Know what you know" },
  { href: "/verdicts", title: "How verdicts are computed" },
  { href: "/changelog", title: "Changes" },
];

/** What is real here and what is modelled, and what belongs to the reader. */
export function Footer({ onDeleteData }: { onDeleteData(): Promise<void> }) {
  return (
    <footer className="mt-auto border-t border-line text-[0.9375rem] text-quiet">
      <nav aria-label="More" className="mx-auto max-w-[96rem] px-4 pt-4 sm:px-6">
        <ul className="flex flex-wrap gap-x-6">
          {MORE.map(({ href, title }) => (
            <li key={href}>
              <Link
                href={href}
                className="flex min-h-11 items-center underline decoration-line underline-offset-4 hover:text-ink hover:decoration-accent"
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mx-auto grid max-w-[96rem] gap-x-12 gap-y-4 px-4 pt-4 pb-8 sm:px-6 lg:grid-cols-[2fr_1fr]">
        <div className="max-w-[70ch] space-y-2">
          <p>
            The authorization server, the API, the codes, tokens, signatures and refusals are real:
            they run in this browser, in a service worker. What one page cannot have is{" "}
            <em>modelled</em>: the sites’ names, the browser that goes from one to the other, and
            its cookies.
          </p>
          <p>No message leaves your device, and the whole works offline after the first visit.</p>
        </div>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-1 lg:justify-end">
          <DeleteData onDelete={onDeleteData} />
          <span className="flex min-h-11 items-center">MIT licence</span>
        </div>
      </div>
    </footer>
  );
}
