import client from "../grants/authorization-code/sample/typescript/client.ts?raw";
import config from "../grants/authorization-code/sample/typescript/config.ts?raw";
import manifest from "../grants/authorization-code/sample/typescript/package.json?raw";
import readme from "../grants/authorization-code/sample/typescript/README.md?raw";
import redirect from "../grants/authorization-code/sample/typescript/redirect.ts?raw";
import deviceConfig from "../grants/device-code/sample/typescript/config.ts?raw";
import deviceFrame from "../grants/device-code/sample/typescript/frame.ts?raw";
import deviceManifest from "../grants/device-code/sample/typescript/package.json?raw";
import deviceReadme from "../grants/device-code/sample/typescript/README.md?raw";
import implicitConfig from "../grants/implicit/sample/typescript/config.ts?raw";
import implicitIndex from "../grants/implicit/sample/typescript/index.html?raw";
import implicitManifest from "../grants/implicit/sample/typescript/package.json?raw";
import implicitPage from "../grants/implicit/sample/typescript/page.ts?raw";
import implicitReadme from "../grants/implicit/sample/typescript/README.md?raw";
import jobConfig from "../grants/client-credentials/sample/typescript/config.ts?raw";
import job from "../grants/client-credentials/sample/typescript/job.ts?raw";
import jobManifest from "../grants/client-credentials/sample/typescript/package.json?raw";
import jobReadme from "../grants/client-credentials/sample/typescript/README.md?raw";
import jobToken from "../grants/client-credentials/sample/typescript/token.ts?raw";
import passwordClient from "../grants/password/sample/typescript/client.ts?raw";
import passwordConfig from "../grants/password/sample/typescript/config.ts?raw";
import passwordManifest from "../grants/password/sample/typescript/package.json?raw";
import passwordReadme from "../grants/password/sample/typescript/README.md?raw";
import apiConfig from "../grants/access-token/sample/typescript/config.ts?raw";
import api from "../grants/access-token/sample/typescript/api.ts?raw";
import apiManifest from "../grants/access-token/sample/typescript/package.json?raw";
import apiReadme from "../grants/access-token/sample/typescript/README.md?raw";
import apiVerify from "../grants/access-token/sample/typescript/verify.ts?raw";
import refreshConfig from "../grants/refresh-token/sample/typescript/config.ts?raw";
import refreshManifest from "../grants/refresh-token/sample/typescript/package.json?raw";
import refreshPrint from "../grants/refresh-token/sample/typescript/print.ts?raw";
import refreshReadme from "../grants/refresh-token/sample/typescript/README.md?raw";
import refreshSession from "../grants/refresh-token/sample/typescript/session.ts?raw";
import refreshSignIn from "../grants/refresh-token/sample/typescript/sign-in.ts?raw";
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
  "client-credentials": [
    { name: "token.ts", text: jobToken },
    { name: "config.ts", text: jobConfig },
    { name: "job.ts", text: job },
    { name: "package.json", text: jobManifest },
    { name: "README.md", text: jobReadme },
  ],
  "device-code": [
    { name: "frame.ts", text: deviceFrame },
    { name: "config.ts", text: deviceConfig },
    { name: "package.json", text: deviceManifest },
    { name: "README.md", text: deviceReadme },
  ],
  "access-token": [
    { name: "verify.ts", text: apiVerify },
    { name: "api.ts", text: api },
    { name: "config.ts", text: apiConfig },
    { name: "package.json", text: apiManifest },
    { name: "README.md", text: apiReadme },
  ],
  "refresh-token": [
    { name: "session.ts", text: refreshSession },
    { name: "print.ts", text: refreshPrint },
    { name: "sign-in.ts", text: refreshSignIn },
    { name: "config.ts", text: refreshConfig },
    { name: "package.json", text: refreshManifest },
    { name: "README.md", text: refreshReadme },
  ],
  implicit: [
    { name: "page.ts", text: implicitPage },
    { name: "config.ts", text: implicitConfig },
    { name: "index.html", text: implicitIndex },
    { name: "package.json", text: implicitManifest },
    { name: "README.md", text: implicitReadme },
  ],
  password: [
    { name: "client.ts", text: passwordClient },
    { name: "config.ts", text: passwordConfig },
    { name: "package.json", text: passwordManifest },
    { name: "README.md", text: passwordReadme },
  ],
};
