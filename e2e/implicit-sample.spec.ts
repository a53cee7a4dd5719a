import { createServer } from "vite";
import { type RunningServer, startServer } from "../src/node/server.ts";
import { expect, test } from "@playwright/test";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" });
});
test.afterAll(() => server.close());

test("the sample page of the implicit grant gets the photos from the server of npm run as @root", async ({
  page,
}) => {
  process.env["VITE_ISSUER"] = server.issuer;
  const site = await createServer({
    root: "src/grants/implicit/sample/typescript",
    configFile: false,
    cacheDir: "node_modules/.vite-sample",
    server: { host: "127.0.0.1", port: 0 },
    logLevel: "silent",
  });
  await site.listen();
  const addresses: string[] = [];
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  const origin = site.resolvedUrls?.local[0] ?? "";
  await page.goto(origin);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByLabel("Name").fill("alice");
  await page.getByLabel("Password").fill("wonderland");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("status")).toContainText("Tea for three");
  expect(page.url()).toBe(origin);
  expect(addresses.some((address) => address.includes("#access_token="))).toBe(true);
  await site.close();
});
