import type { Flow } from "../../flow/define-flow.ts";
import type { Knowledge, Learned } from "../../flow/knowledge.ts";

/** What the last message told whom, and what stayed where it belongs, in a sentence or three. */
export function captionOf(flow: Flow, known: Knowledge, count: number): string {
  if (count === 0) return "Before the first message: what the parties bring with them.";
  return [newsOf(flow, known, count), keptOf(flow, known), unseenOf(flow, known)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function newsOf(flow: Flow, known: Knowledge, count: number): string {
  const byPlaces = new Map<string, string[]>();
  for (const [value, places] of known) {
    const told = [...places].filter(([, { position }]) => position === count - 1);
    if (told.length === 0) continue;
    const where = joined(told.map(([place]) => placeName(flow, place)));
    byPlaces.set(where, [...(byPlaces.get(where) ?? []), valueName(flow, value)]);
  }
  if (byPlaces.size === 0) return `Message ${count} told nobody anything new.`;
  const told = [...byPlaces].map(([where, values]) => `${joined(values)} became known to ${where}`);
  return `With message ${count}, ${told.join("; ")}.`;
}

/** Secrets that one place alone knows. */
function keptOf(flow: Flow, known: Knowledge): string {
  const kept = [...known].filter(
    ([value, places]) => isKeptSecret(flow, value) && places.size === 1,
  );
  const [place] = kept.flatMap(([, places]) => [...places.keys()]);
  if (place === undefined) return "";
  const values = kept.filter(([, places]) => places.has(place));
  const verb = `Only ${placeName(flow, place)} knows`;
  return `${verb} ${joined(values.map(([value]) => valueName(flow, value)))}.`;
}

function isKeptSecret(flow: Flow, value: string): boolean {
  const tone = flow.values[value]?.tone;
  return tone === "secret" || tone === "proof";
}

/** Tokens that exist and were to be seen neither in the address bar nor by the page's script. */
function unseenOf(flow: Flow, known: Knowledge): string {
  const watched = ["address", "page"].filter((id) => flow.places.some((place) => place.id === id));
  const unseen = [...known].filter(
    ([value, places]) =>
      flow.values[value]?.tone === "token" &&
      places.size > 0 &&
      !watched.some((place) => places.has(place)),
  );
  if (unseen.length === 0 || watched.length < 2) return "";
  const values = joined(
    unseen.map(([value]) => valueName(flow, value)),
    "or",
  );
  return `Neither the address bar nor the page’s script has seen ${values}.`;
}

/** How a cell is read aloud. */
export function cellText(learned: Learned | undefined): string {
  if (learned === undefined) return "not known";
  return learned.position === undefined
    ? "known from the start"
    : `known since message ${learned.position + 1}`;
}

function valueName(flow: Flow, value: string): string {
  return `the ${flow.values[value]?.title ?? value}`;
}

function placeName(flow: Flow, id: string): string {
  if (id === "address") return "the address bar and history";
  const title = flow.places.find((place) => place.id === id)?.title ?? id;
  return `the ${/^[A-Z]{2}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)}`;
}

function joined(words: readonly string[], by: "and" | "or" = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${by} ${last}`;
}
