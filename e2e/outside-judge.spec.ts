import type { Page } from "@playwright/test";
import { build } from "vite";
import type { Walked } from "./support/oauth4webapi-in-page.ts";
import type { StepperPage } from "./support/stepper.ts";
import { expect, test } from "./support/test.ts";

test("oauth4webapi, in the browser, goes on with a walk's code: tokens, API, refresh, revocation", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await stepper.open("public-pkce", "check");
  const callback = (await stepper.address.textContent()) ?? "";
  await stepper.next();
  const walked: Walked = {
    sandbox: await sandboxOf(page),
    issuer: "https://auth.example",
    clientId: "print-page",
    callback,
    redirectUri: "https://print.example/callback",
    state: new URL(callback).searchParams.get("state") ?? "",
    verifier: await valueOf(stepper, "code_verifier"),
    photos: "https://api.example/photos",
  };
  const script = await bundled();
  const judged: unknown = await page.evaluate(
    `${script}; judge.complete(${JSON.stringify(walked)})`,
  );
  expect(judged).toEqual({
    scope: "photos.read",
    api: 200,
    rotated: true,
    afterRevocation: "invalid_grant",
  });
  await stepper.next();
  await stepper.expectRefusedBy("token.grant-live", "What the user allowed has not been revoked");
});

async function sandboxOf(page: Page): Promise<string> {
  const tab = await page.evaluate(() => sessionStorage.getItem("grantlab.tab"));
  const base = new URL(page.url()).pathname.replace(/flows\/.*/, "");
  return `${base}~/${tab}.authorization-code.public-pkce/`;
}

/** The value of a parameter of the next message. */
async function valueOf(stepper: StepperPage, parameter: string): Promise<string> {
  let value = "";
  await stepper.edit(parameter, (shown) => (value = shown));
  return value;
}

/** The client as one script that leaves `judge` behind. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      lib: { entry: "e2e/support/oauth4webapi-in-page.ts", formats: ["iife"], name: "judge" },
    },
  });
  if (!Array.isArray(built)) throw new TypeError("The script was not built.");
  return built
    .flatMap(({ output }) => output.map((part) => ("code" in part ? part.code : "")))
    .join("\n");
}
