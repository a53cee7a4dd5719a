import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { inReadingOrder } from "../src/learn/sample.ts";

const SAMPLE = "?sample";

/** Importing a sample’s `README.md?sample` gives its files, the one to read first at the top. */
export function samples(): Plugin {
  return {
    name: "grantlab:samples",
    enforce: "pre",
    load: {
      filter: { id: /\/README\.md\?sample$/ },
      handler(id) {
        const folder = dirname(id.slice(0, -SAMPLE.length));
        const files = filesIn(folder).map((name) => {
          const path = join(folder, name);
          this.addWatchFile(path);
          return { name, text: readFileSync(path, "utf8") };
        });
        const code = `export default ${JSON.stringify(inReadingOrder(files))}`;
        return { code, moduleType: "js" };
      },
    },
  };
}

/** The files of a sample by their paths in its folder, without what running it left there. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/(?:^|\/)(?:__pycache__|node_modules|dist)\//.test(path))
    .toSorted();
}
