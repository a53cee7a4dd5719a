import { expect, it } from "vitest";
import { scenarios } from "../../learn/scenarios/index.ts";
import { codeChapter } from "./code-chapter.ts";

it("of every scenario there is code, of the kind of client it is", () => {
  const chapters = scenarios.map(({ id, profile: { settings } }) => [
    id,
    codeChapter(settings.grant, settings.variant)?.id,
  ]);
  expect(Object.fromEntries(chapters)).toEqual({
    "single-page-app": "migration",
    "single-page-app-with-bff": "browser-apps",
    "mobile-app": "authorization-code",
    "command-line": "authorization-code",
    television: "device-code",
    "service-to-service": "client-credentials",
    "ai-agent": "authorization-code",
    "implicit-migration": "migration",
  });
});

it("of a walk with a sample of its own it is that sample's chapter", () => {
  expect(codeChapter("authorization-code", "token-mediating")?.id).toBe("browser-apps");
  expect(codeChapter("authorization-code", "openid-connect")?.id).toBe("openid-connect");
});

it("of a walk whose grant has no chapter there is none", () => {
  expect(codeChapter("nonsense", "public-pkce")).toBe(undefined);
});
