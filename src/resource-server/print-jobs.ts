/** A batch of prints that waits for a client. */
export interface PrintJob {
  readonly id: string;
  readonly title: string;
  /** Calendar date, `2026-11-23`. */
  readonly due: string;
}

const NIGHTLY: readonly PrintJob[] = [
  { id: "j1", title: "48 prints, 10 × 15 cm, glossy", due: "2026-11-23" },
  { id: "j2", title: "A calendar, 13 pages", due: "2026-11-24" },
  { id: "j3", title: "Two posters, 50 × 70 cm", due: "2026-11-27" },
];

/** The nightly job is registered once for each way to authenticate; it is one program with one queue. */
const JOBS: ReadonlyMap<string, readonly PrintJob[]> = new Map(
  ["print-nightly", "print-nightly-post", "print-nightly-key"].map((client) => [client, NIGHTLY]),
);

/** The jobs of a client, by due date; any but the nightly job has none. */
export function jobsOf(client: string): readonly PrintJob[] {
  return JOBS.get(client) ?? [];
}
