import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { promisedWalk } from "../../flow/define-flow.ts";
import { chapterNamed } from "../../learn/chapters.ts";
import { findVariant } from "../index.ts";
import { authorizationCode } from "./grant.ts";

const lesson = readFileSync(new URL("lesson.mdx", import.meta.url), "utf8");

/** The tags of that name, each as its attributes. */
function tags(name: string): readonly Readonly<Record<string, string>>[] {
  return [...lesson.matchAll(new RegExp(`<${name}\\s([^>]*)/>`, "g"))].map(([, text = ""]) =>
    Object.fromEntries(
      [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    ),
  );
}

function stepsOf(variant: string): readonly string[] {
  return Object.keys(findVariant(authorizationCode, variant)?.flow.steps ?? {});
}

describe("the chapter on the authorization code grant", () => {
  it.each(tags("Step"))(
    "speaks of a message that exists: $variant, $id",
    ({ variant = "", id = "" }) => {
      expect(stepsOf(variant)).toContain(id);
    },
  );

  it.each(tags("Walk").filter(({ until }) => until !== undefined))(
    "walks up to a message on the way: $variant, $until",
    ({ variant = "", until = "" }) => {
      const flow = findVariant(authorizationCode, variant)?.flow;
      expect(flow && promisedWalk(flow)).toContain(until);
    },
  );

  it("has a walk for each of the four things that can go wrong", () => {
    const wrong = lesson.slice(lesson.indexOf("## What can go wrong"), lesson.indexOf("## Recap"));
    expect([...wrong.matchAll(/^### (.+)$/gm)].map(([, title]) => title)).toEqual([
      "The verifier is wrong",
      "The code is used twice",
      "The state is someone else’s",
      "The redirect URI is not the registered one",
    ]);
    expect([...wrong.matchAll(/until="(\w+)"/g)].map(([, step]) => step)).toEqual([
      "redeem",
      "signed_in",
      "callback",
      "authorize",
    ]);
  });

  it("has the sections its contents name, in their order", () => {
    const headings = [...lesson.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(headings).toEqual(chapterNamed("authorization-code")?.sections);
  });

  it("stays short: at most 1000 words of running text", () => {
    const text = lesson.replaceAll(/<[^>]*>|^\|.*$|^#.*$|[*`]/gm, "");
    expect(text.split(/\s+/).filter((word) => word !== "").length).toBeLessThanOrEqual(1000);
  });
});
