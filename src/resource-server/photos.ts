/** A photo as the API shows it. */
export interface Photo {
  readonly id: string;
  readonly title: string;
  /** Calendar date, `2026-05-17`. */
  readonly taken: string;
}

/** Where the API keeps photos, by the `sub` of the access token. */
export interface Album {
  photosOf(subject: string): Promise<readonly Photo[]>;
  add(subject: string, photo: Photo): Promise<void>;
}

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
]);

/** The photos everybody starts with; anyone but alice and bob starts with none. */
export function firstPhotosOf(subject: string): readonly Photo[] {
  return FIRST_PHOTOS.get(subject) ?? [];
}

/** An album that lives as long as the process. */
export function memoryAlbum(): Album {
  const added = new Map<string, readonly Photo[]>();
  return {
    async photosOf(subject) {
      return [...firstPhotosOf(subject), ...(added.get(subject) ?? [])];
    },
    async add(subject, photo) {
      added.set(subject, [...(added.get(subject) ?? []), photo]);
    },
  };
}
