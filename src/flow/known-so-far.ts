import type { Flow } from "./define-flow.ts";
import { FirstSaid, wordsOf } from "./first-said.ts";
import { type NamedString, stringsBy, stringsIn } from "./named-strings.ts";
import { says } from "./readings.ts";
import { type Sighting, sightingsOf } from "./sightings.ts";
import type { Taken } from "./walk.ts";

/** More than can be seen of one message; a sighting's order is its message's position times this, and its own. */
const ROOM = 1024;
const AT_START = -1;

/** Of a value, the places that know it and the order of the sighting that told them, lowest first. */
type Places = ReadonlyMap<string, number>;

/** A string of a tracked value. */
interface Tracked extends NamedString {
  readonly words: ReadonlySet<string>;
  /** After how many messages it had its name. */
  readonly since: number;
}

/** A sighting that told a place a value. */
interface News {
  readonly name: string;
  readonly place: string;
  readonly order: number;
}

interface Seen extends Sighting {
  readonly words: ReadonlySet<string>;
  readonly order: number;
}

/**
 * Reads a walk message by message and keeps what it read: asked about the same walk one message later, it reads that
 * message alone. A string that gets its name late is found in the messages before, too.
 */
export class KnownSoFar {
  readonly #flow: Flow;
  readonly #tracked: ReadonlySet<string>;
  readonly #said = new FirstSaid();
  /** What was last seen in the same place of a message: the same page is there many times. */
  readonly #last = new Map<string, Seen>();
  #taken: readonly Taken[] = [];
  #strings: readonly Tracked[];
  /** At index n what is known after n messages. */
  #known: readonly ReadonlyMap<string, Places>[];

  constructor(flow: Flow) {
    const names = Object.keys(flow.values).filter((name) => flow.values[name]?.tracked === true);
    this.#flow = flow;
    this.#tracked = new Set(names);
    this.#strings = this.#newIn(stringsIn([flow.given]), new Set(), 0);
    this.#known = [new Map(names.map((name) => [name, knownAtStart(flow, name)]))];
  }

  /** By value, the places that know it after these messages; by place the position of the message that told it, if one did. */
  after(taken: readonly Taken[]): ReadonlyMap<string, ReadonlyMap<string, number | undefined>> {
    const common = commonLength(this.#taken, taken);
    if (common < taken.length) this.#readFrom(common, taken);
    const known = this.#known[taken.length] ?? new Map<string, Places>();
    return new Map([...known].map(([name, places]) => [name, positionsOf(places)]));
  }

  #readFrom(start: number, taken: readonly Taken[]): void {
    if (start < this.#taken.length) this.#forgetFrom(start * ROOM);
    const strings = this.#strings.filter(({ since }) => since <= start);
    const keys = new Set(strings.map(keyOf));
    const known = this.#known.slice(0, start + 1);
    for (const [offset, message] of taken.slice(start).entries()) {
      const position = start + offset;
      const seen = this.#see(message, position);
      const named = this.#newIn(stringsBy(this.#flow, message), keys, position + 1);
      const before = known[position] ?? new Map<string, Places>();
      const news = [
        ...seen.flatMap((one) => heard(one, strings, before)),
        ...named.flatMap((one) => this.#found(one, taken, position)),
      ];
      known.push(withNews(before, news));
      strings.push(...named);
    }
    this.#taken = [...taken];
    this.#strings = strings;
    this.#known = known;
  }

  #see(message: Taken, position: number): readonly Seen[] {
    return sightingsOf(this.#flow, message).map((sighting, index) => {
      const { place, text } = sighting;
      const order = position * ROOM + index;
      const last = this.#last.get(`${index} ${place}`);
      if (last?.text === text) return { ...last, order };
      const seen = { ...sighting, words: wordsOf(text), order };
      this.#said.note(seen.words, place, order);
      this.#last.set(`${index} ${place}`, seen);
      return seen;
    });
  }

  #forgetFrom(order: number): void {
    this.#said.forgetFrom(order);
    this.#last.clear();
  }

  /** Those of tracked values whose keys are not known yet; from now on they are. */
  #newIn(named: readonly NamedString[], keys: Set<string>, since: number): readonly Tracked[] {
    return named
      .filter(({ name }) => this.#tracked.has(name))
      .filter((one) => !keys.has(keyOf(one)) && keys.add(keyOf(one)))
      .map(({ name, value }) => ({ name, value, words: wordsOf(value), since }));
  }

  /** Where a string that has its name since this message was said until then. */
  #found(one: Tracked, taken: readonly Taken[], until: number): readonly News[] {
    return this.#flow.places.flatMap(({ id: place }) => {
      const order = this.#firstSaid(one, place, taken, until);
      return order === undefined ? [] : [{ name: one.name, place, order }];
    });
  }

  #firstSaid(
    { value, words }: Tracked,
    place: string,
    taken: readonly Taken[],
    until: number,
  ): number | undefined {
    const earliest = this.#said.earliest(words, place);
    if (earliest === undefined || words.has(value)) return earliest;
    // Its words were said there, perhaps not in this order.
    for (let position = Math.floor(earliest / ROOM); position <= until; position += 1) {
      const message = taken[position];
      const sightings = message === undefined ? [] : sightingsOf(this.#flow, message);
      const index = sightings.findIndex((one) => one.place === place && says(one.text, value));
      if (index !== -1) return position * ROOM + index;
    }
    return undefined;
  }
}

function knownAtStart({ values }: Flow, name: string): Places {
  return new Map((values[name]?.knownTo ?? []).map((place) => [place, AT_START]));
}

function keyOf({ name, value }: NamedString): string {
  return `${name} ${value}`;
}

/** The values a sighting told its place that it did not know. */
function heard(
  { place, text, words, order }: Seen,
  strings: readonly Tracked[],
  before: ReadonlyMap<string, Places>,
): readonly News[] {
  return strings
    .filter(({ name }) => before.get(name)?.has(place) !== true)
    .filter((one) => [...one.words].every((word) => words.has(word)) && says(text, one.value))
    .map(({ name }) => ({ name, place, order }));
}

/** The same map where there are none. */
function withNews(
  before: ReadonlyMap<string, Places>,
  news: readonly News[],
): ReadonlyMap<string, Places> {
  if (news.length === 0) return before;
  const after = new Map([...before].map(([name, places]) => [name, new Map(places)]));
  for (const { name, place, order } of news) {
    const places = after.get(name);
    if (order < (places?.get(place) ?? Infinity)) places?.set(place, order);
  }
  return new Map([...after].map(([name, places]) => [name, inOrder(places)]));
}

function inOrder(places: Places): Places {
  return new Map([...places].toSorted(([, a], [, b]) => a - b));
}

function positionsOf(places: Places): ReadonlyMap<string, number | undefined> {
  return new Map(
    [...places].map(([place, order]) => [
      place,
      order === AT_START ? undefined : Math.floor(order / ROOM),
    ]),
  );
}

/** How many messages two walks begin with in common. */
function commonLength(a: readonly Taken[], b: readonly Taken[]): number {
  const differs = b.findIndex((taken, index) => !isSame(taken, a[index]));
  return differs === -1 ? b.length : differs;
}

function isSame(one: Taken, other: Taken | undefined): boolean {
  if (one === other) return true;
  return one.entry === other?.entry && one.step === other.step && one.outcome === other.outcome;
}
