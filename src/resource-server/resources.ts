import type { Store } from "../store/port.ts";
import { jobsOf } from "./print-jobs.ts";
import { type PhotoRecords, photosOf } from "./photos.ts";

/** A thing this API serves. */
export interface Resource {
  /** Below the API's identifier. */
  readonly path: string;
  /** Names it in challenges: what one token opens (RFC 6750 §3, RFC 9110 §11.5). */
  readonly realm: string;
  /** Whose it is: the user's a token was issued for, or the client's own (RFC 9068 §2.2, `sub`). */
  readonly of: "person" | "client";
  /** The scope each method needs. */
  readonly scopes: ReadonlyMap<string, string>;
  /** What is used for what. */
  readonly usage: string;
  /** What of it belongs to the subject of the token. */
  read(subject: string, store: Store<PhotoRecords>): Promise<object>;
}

/** Everything there is at this API. */
export const resources: readonly Resource[] = [
  {
    path: "/photos",
    realm: "photos",
    of: "person",
    scopes: new Map([
      ["GET", "photos.read"],
      ["HEAD", "photos.read"],
      ["POST", "photos.write"],
    ]),
    usage: "Photos are read with GET and added with POST",
    read: async (subject, store) => ({ photos: await photosOf(store, subject) }),
  },
  {
    path: "/print-jobs",
    realm: "print-jobs",
    of: "client",
    scopes: new Map([
      ["GET", "jobs.read"],
      ["HEAD", "jobs.read"],
    ]),
    usage: "Print jobs are read with GET",
    read: async (client) => ({ jobs: jobsOf(client) }),
  },
];
