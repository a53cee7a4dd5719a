import { chapterNamed } from "../learn/chapters.ts";
import { sideTitle } from "./compare/sides.ts";
import type { FlowPlace, Missing, Place } from "./places.ts";

/** What the browser's tab and a search engine show for a place. */
export interface Head {
  readonly title: string;
  readonly description: string;
}

/** Title and description of a place; nothing for an attack, whose page says it itself. */
export function headOf(place: Place): Head | undefined {
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
    case "flow":
      return headNamed(flowTitle(place), place.variant.flow.summary);
    case "compare":
      return headNamed(
        `${sideTitle(place.left)} against ${sideTitle(place.right)}`,
        "Two grants of OAuth 2.0 in lockstep, what every attack got against each, and when to use which.",
      );
    case "attacks":
      return headNamed(
        "Attacks",
        "Ten attacks on OAuth 2.0, each to be run message by message, with every defence to switch off and on.",
      );
    case "attack":
      return undefined;
    case "missing":
      return headNamed(
        missingTitle(place),
        "There is nothing at this address. Here is what there is.",
      );
  }
}

/** What a page says when an address leads nowhere. */
export function missingTitle({ what, name }: Missing): string {
  return what === "page" ? "There is no page at this address" : `There is no ${what} “${name}”`;
}

function flowTitle({ grant, variant }: FlowPlace): string {
  return `${grant.title}: ${variant.title}`;
}

/** The head of a page with a title of its own. */
export function headNamed(title: string, description: string): Head {
  return { title: `${title} · Grantlab`, description };
}
