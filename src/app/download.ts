import type { SourceFile } from "../learn/source-file.ts";

/** Packs the files into `<name>.zip`, under a folder of that name, and gives it to the browser to save. */
export async function downloadZip(name: string, files: readonly SourceFile[]): Promise<void> {
  const { downloadZip: zip } = await import("client-zip");
  const entries = files.map((file) => ({ name: `${name}/${file.name}`, input: file.text }));
  save(`${name}.zip`, await zip(entries).blob());
}

/** Gives the browser a file to save. */
export function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
