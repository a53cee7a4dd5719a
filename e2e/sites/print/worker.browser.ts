import { begin, finish, type Pending } from "./client.ts";
import { readPhotos } from "./requests.ts";
import type { PageSetup } from "./static.ts";

// Print's worker: verifier and token are its own. The page gets the photos, unless the worker hands out the token.

export type ToWorker = { readonly setup: PageSetup } | { readonly address: string };

export type FromWorker =
  | { readonly url: string }
  | { readonly photos: readonly string[] | undefined }
  | { readonly token: string }
  | { readonly problem: string; readonly refusedBy: string };

const KEEPS_TOKEN = "client.worker-keeps-token";

let signIn: { readonly setup: PageSetup; readonly pending: Pending } | undefined;

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  void answer(data).then((message) => self.postMessage(message));
});

async function answer(message: ToWorker): Promise<FromWorker> {
  if ("setup" in message) {
    const { pending, url } = await begin(message.setup);
    signIn = { setup: message.setup, pending };
    return { url };
  }
  if (signIn === undefined) return { problem: "No sign-in is under way.", refusedBy: "" };
  const { setup, pending } = signIn;
  const finished = await finish(setup, pending, message.address);
  if (!("token" in finished)) return finished;
  if (setup.without.includes(KEEPS_TOKEN)) return finished;
  return { photos: await readPhotos(setup.api, finished.token) };
}
