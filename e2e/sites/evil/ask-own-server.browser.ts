import { askOwnServer } from "../../../src/grants/authorization-code/backend/answers.ts";
import { TOKEN_PATH } from "../../../src/grants/authorization-code/mediating/token.ts";
import { jsonObject } from "../../../src/oauth/json.ts";
import { send } from "../print/requests.ts";
import { report } from "./report.ts";

// Runs in a page whose server hands out tokens, and asks for one as the page does, once somebody is signed in.

void ask();

async function ask(): Promise<void> {
  const response = await send(askOwnServer("GET", `${location.origin}${TOKEN_PATH}`));
  if (response.ok) report(String(jsonObject(await response.text())?.["access_token"]));
}
