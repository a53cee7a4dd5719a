/** What the browser's tab and a search engine show for a page. */
export interface Head {
  readonly title: string;
  readonly description: string;
}

/** What an address asked for and there is none of; a page has no name. */
interface Absent {
  readonly what: string;
  readonly name: string;
}

/** What a page says when an address leads nowhere. */
export function missingTitle({ what, name }: Absent): string {
  return what === "page" ? "There is no page at this address" : `There is no ${what} “${name}”`;
}

/** Title and description of such a page. */
export function missingHead(absent: Absent): Head {
  return headNamed(
    missingTitle(absent),
    "There is nothing at this address. Here is what there is.",
  );
}

/** The head of a page with a title of its own. */
export function headNamed(title: string, description: string): Head {
  return { title: `${title} · Grantlab`, description };
}
