import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { promisedWalk } from "../flow/define-flow.ts";
import { chapters } from "../learn/chapters.ts";
import { regionsOf } from "../learn/regions.ts";
import { findGrant, findVariant } from "./index.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** The tags of that name, each as its attributes. */
function tags(lesson: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...lesson.matchAll(new RegExp(`<${name}\\s([^>]*)/>`, "g"))].map(([, text = ""]) =>
    Object.fromEntries(
      [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    ),
  );
}

describe.each(chapters)("the chapter $id", ({ id, sections }) => {
  const lesson = read(`${id}/lesson.mdx`);
  const grant = findGrant(id);
  const flowOf = (variant: string) => grant && findVariant(grant, variant)?.flow;

  it("speaks of messages that exist", () => {
    for (const { variant = "", id: step = "" } of tags(lesson, "Step")) {
      expect(Object.keys(flowOf(variant)?.steps ?? {})).toContain(step);
    }
  });

  it("walks up to messages on the way", () => {
    const walks = tags(lesson, "Walk");
    expect(walks.length).toBeGreaterThan(0);
    for (const { variant = "", until } of walks) {
      const flow = flowOf(variant);
      expect(flow && promisedWalk(flow)).toContain(until ?? flow?.start);
    }
  });

  it("has the sections its contents name, in their order", () => {
    expect([...lesson.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(sections);
  });

  it("stays short: at most 1000 words of running text", () => {
    const text = lesson.replaceAll(/<[^>]*>|^\|.*$|^#.*$|[*`]/gm, "");
    expect(text.split(/\s+/).filter((word) => word !== "").length).toBeLessThanOrEqual(1000);
  });

  it("has a sample whose regions carry the names of its steps, each once", () => {
    const folder = new URL(`${id}/sample/`, import.meta.url);
    const names = readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => regionsOf(read(`${id}/sample/${name}`)).flatMap((region) => region.names));
    const steps = grant?.variants.flatMap(({ flow }) => Object.keys(flow.steps)) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
    expect(names.filter((name) => !steps.includes(name))).toEqual([]);
  });
});
