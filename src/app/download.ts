import type { SourceFile } from "../learn/source-file.ts";
import { save } from "../ui/primitives/save.ts";

/** Packs the files into `<name>.zip`, under a folder of that name, and gives it to the browser to save. */
export async function downloadZip(name: string, files: readonly SourceFile[]): Promise<void> {
  const { downloadZip: zip } = await import("client-zip");
  const entries = files.map((file) => ({ name: `${name}/${file.name}`, input: file.text }));
  save(`${name}.zip`, await zip(entries).blob());
}
