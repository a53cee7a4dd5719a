import type { Store } from "../store/port.ts";
import type { Sweep } from "../store/sweep.ts";
import type { Used } from "../store/used-once.ts";

/** A photo as the API shows it. */
export interface Photo {
  readonly id: string;
  readonly title: string;
  /** Calendar date, `2026-05-17`. */
  readonly taken: string;
}

/** The records the API keeps. */
export type PhotoRecords = {
  /** Photos that were added, by their id. */
  photo: Photo & { readonly subject: string };
  /** Proofs that were used, by key and `jti` (RFC 9449 §11.1). */
  proof: Used;
  /** By kind of record: when what has expired of it is forgotten next. */
  sweep: Sweep;
};

const FIRST_PHOTOS: ReadonlyMap<string, readonly Photo[]> = new Map([
  [
    "alice",
    [
      { id: "a1", title: "White rabbit, running late", taken: "2026-05-04" },
      { id: "a2", title: "Tea for three", taken: "2026-05-17" },
      { id: "a3", title: "Croquet on the lawn", taken: "2026-06-21" },
    ],
  ],
  [
    "bob",
    [
      { id: "b1", title: "Crane at sunrise", taken: "2026-03-09" },
      { id: "b2", title: "The bridge, half built", taken: "2026-04-12" },
    ],
  ],
  ["mallory", [{ id: "m1", title: "Nobody’s window, from the street", taken: "2026-02-28" }]],
]);

/** The photos of a subject, oldest first; anyone but alice, bob and mallory starts with none. */
export async function photosOf(store: Store<PhotoRecords>, subject: string): Promise<Photo[]> {
  const added = (await store.list("photo")).filter(({ value }) => value.subject === subject);
  const photos = added.map(({ value: { id, title, taken } }) => ({ id, title, taken }));
  return [...(FIRST_PHOTOS.get(subject) ?? []), ...photos];
}

/** Keeps a new photo, taken `now` (epoch seconds). Ids begin with the time, so that they sort by it. */
export async function addPhoto(
  store: Store<PhotoRecords>,
  subject: string,
  title: string,
  now: number,
): Promise<Photo> {
  const time = new Date(now * 1000).toISOString();
  const id = `${time.slice(0, 19).replaceAll(/\D/g, "")}-${crypto.randomUUID()}`;
  const photo = { id, title, taken: time.slice(0, 10) };
  await store.put("photo", id, { ...photo, subject });
  return photo;
}
