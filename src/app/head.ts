import { chapterNamed } from "../learn/chapters.ts";
import type { Place } from "./places.ts";

/** What the browser's tab and a search engine show for a place. */
export interface Head {
  readonly title: string;
  readonly description: string;
}

/** Title and description of a place; nothing where its page alone knows what it shows. */
export function headOf(place: Place): Head | undefined {
  return knowsItself(place) ? undefined : headAt(place);
}

type PlainPlace = Exclude<Place, { readonly kind: "flow" | "compare" | "attack" }>;

function knowsItself(place: Place): place is Exclude<Place, PlainPlace> {
  return place.kind === "flow" || place.kind === "compare" || place.kind === "attack";
}

/** Title and description of a place that needs no catalogue to be named. */
export function headAt(place: PlainPlace): Head {
  switch (place.kind) {
    case "home":
      return {
        title: "Grantlab: learn OAuth 2.0 by running it",
        description:
          "Send every message of OAuth 2.0 yourself, to an authorization server that runs inside the page. Change what you like and see which check refuses it.",
      };
    case "learn":
      return headNamed(
        "The guide",
        "OAuth 2.0 from the first redirect on, each chapter with the real flow to walk.",
      );
    case "lesson": {
      const chapter = chapterNamed(place.chapter);
      return headNamed(chapter?.title ?? "The guide", chapter?.summary ?? "");
    }
    case "flows":
      return headNamed(
        "Flows",
        "The grants of OAuth 2.0 and their variants, each to be walked message by message.",
      );
    case "attacks":
      return headNamed(
        "Attacks",
        "Ten attacks on OAuth 2.0, each to be run message by message, with every defence to switch off and on.",
      );
    case "missing":
      return missingHead(place);
  }
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
