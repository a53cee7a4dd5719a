import client from "../grants/authorization-code/sample/client.ts?raw";
import config from "../grants/authorization-code/sample/config.ts?raw";
import manifest from "../grants/authorization-code/sample/package.json?raw";
import readme from "../grants/authorization-code/sample/README.md?raw";
import redirect from "../grants/authorization-code/sample/redirect.ts?raw";
import type { SourceFile } from "../learn/source-file.ts";

/** The files of each grant's sample client, the one to read first at the top. */
export const samples: Readonly<Record<string, readonly SourceFile[]>> = {
  "authorization-code": [
    { name: "client.ts", text: client },
    { name: "config.ts", text: config },
    { name: "redirect.ts", text: redirect },
    { name: "package.json", text: manifest },
    { name: "README.md", text: readme },
  ],
};
