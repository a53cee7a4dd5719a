import { Session } from "node:inspector";
import { sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FOLDER_VARIABLE } from "./marks.ts";
import { type ExecutedScript, keepScripts } from "./scripts.ts";

// Imported before a sample: when its process ends, or is ended, it leaves what it executed of its folder.

const folder = process.env[FOLDER_VARIABLE];
if (folder === undefined) throw new Error(`${FOLDER_VARIABLE} is not set.`);
const root = pathToFileURL(process.cwd() + sep).href;
const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

process.once("exit", () => keepScripts(folder, executed()));
process.once("SIGTERM", () => {
  keepScripts(folder, executed());
  process.kill(process.pid, "SIGTERM");
});

/** With a session in the same thread every answer is there when `post` returns. */
function executed(): readonly ExecutedScript[] {
  const scripts: ExecutedScript[] = [];
  session.post("Debugger.enable");
  session.post("Profiler.takePreciseCoverage", (_, taken) => {
    for (const { scriptId, url, functions } of taken.result) {
      if (!url.startsWith(root)) continue;
      session.post("Debugger.getScriptSource", { scriptId }, (_, { scriptSource }) =>
        scripts.push({ file: fileURLToPath(url), code: scriptSource, functions }),
      );
    }
  });
  return scripts;
}
