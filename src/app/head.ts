import { chapterNamed } from "../learn/chapters.ts";
import type { FlowPlace, Missing, Place } from "./places.ts";

/** What the browser's tab and a search engine show for a place. */
export interface Head {
  readonly title: string;
  readonly description: string;
}

/** Title and description of a place. */
export function headOf(place: Place): Head {
  switch (place.kind) {
    case "home":
      return {
        title: "Grantlab: learn OAuth 2.0 by running it",
        description:
          "Send every message of OAuth 2.0 yourself, to an authorization server that runs inside the page. Change what you like and see which check refuses it.",
      };
    case "learn":
      return named(
        "The guide",
        "OAuth 2.0 from the first redirect on, each chapter with the real flow to walk.",
      );
    case "lesson": {
      const chapter = chapterNamed(place.chapter);
      return named(chapter?.title ?? "The guide", chapter?.summary ?? "");
    }
    case "flows":
      return named(
        "Flows",
        "The grants of OAuth 2.0 and their variants, each to be walked message by message.",
      );
    case "flow":
      return named(flowTitle(place), place.variant.flow.summary);
    case "missing":
      return named(missingTitle(place), "There is nothing at this address. Here is what there is.");
  }
}

/** What a page says when an address leads nowhere. */
export function missingTitle({ what, name }: Missing): string {
  return what === "page" ? "There is no page at this address" : `There is no ${what} “${name}”`;
}

function flowTitle({ grant, variant }: FlowPlace): string {
  return `${grant.title}: ${variant.title}`;
}

function named(title: string, description: string): Head {
  return { title: `${title} · Grantlab`, description };
}
