import { resolve } from "node:path";
import { createServer } from "vite";
import type { Ended } from "./run-program.ts";

/** Serves a sample that is a page, as `npm start` does, and has it visited. `ISSUER` reaches it as `VITE_ISSUER`. */
export async function runPage(
  folder: string,
  { ISSUER = "" }: Readonly<Record<string, string>>,
  browse: (address: URL) => Promise<readonly string[]>,
): Promise<Ended> {
  const site = await createServer({
    root: folder,
    configFile: false,
    cacheDir: resolve(".cache/samples/vite", folder.replaceAll(/\W+/g, "-")),
    define: { "import.meta.env.VITE_ISSUER": JSON.stringify(ISSUER) },
    server: { host: "127.0.0.1", port: 0 },
    logLevel: "silent",
  });
  try {
    await site.listen();
    const address = new URL(site.resolvedUrls?.local[0] ?? "");
    const lines = await browse(address);
    return { exitCode: 0, output: lines.join("\n"), errors: "", opened: [] };
  } finally {
    await site.close();
  }
}
