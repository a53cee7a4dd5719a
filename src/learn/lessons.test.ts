import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { promisedWalk } from "../flow/define-flow.ts";
import { findGrant, findVariant } from "../grants/index.ts";
import { ABLE, GOAL, RECAP, SOURCES, TASK, WALK } from "./chapter.ts";
import { chapters, numberedTitle } from "./chapters.ts";
import { exercises } from "./exercises/index.ts";
import { regionsOf } from "./regions.ts";
import { sourceAddress } from "./source.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** The folder of a chapter: a grant's own, or one of the guide's. */
const folderOf = (id: string) => (findGrant(id) === undefined ? `./${id}` : `../grants/${id}`);

type Tag = Readonly<Record<string, string>>;

/** The tags of that name, each as its attributes. */
function tags(lesson: string, name: string): readonly Tag[] {
  return [...lesson.matchAll(new RegExp(`<${name}\\s([^>]*)/>`, "g"))].map(([, text = ""]) =>
    Object.fromEntries(
      [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    ),
  );
}

/** The TypeScript files of a grant's sample. */
function sampleFiles(grant: string): readonly string[] {
  const folder = `../grants/${grant}/sample`;
  return readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .map((name) => `${folder}/${name}`);
}

describe("the guide", () => {
  it("numbers its chapters from 1, without a gap; what follows them is the appendix", () => {
    const numbered = chapters.filter(({ appendix }) => appendix === undefined);
    expect(numbered.map((chapter) => numberedTitle(chapter).split(" ")[0])).toEqual(
      numbered.map((_, index) => String(index + 1)),
    );
    expect(chapters.slice(0, numbered.length)).toEqual(numbered);
  });

  it("has no exercises of chapters that are not there", () => {
    const ids = chapters.map(({ id }) => id);
    expect(Object.keys(exercises).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe.each(chapters)("the chapter $id", ({ id, sections, sources, checked }) => {
  const lesson = read(`${folderOf(id)}/lesson.mdx`);
  const flowOf = ({ grant = id, variant = "" }: Tag) => {
    const found = findGrant(grant);
    return found && findVariant(found, variant)?.flow;
  };

  it("speaks of messages that exist", () => {
    const missing = tags(lesson, "Step").filter(
      (tag) => flowOf(tag)?.steps[tag["id"] ?? ""] === undefined,
    );
    expect(missing).toEqual([]);
  });

  it("walks up to messages on the way", () => {
    const walks = tags(lesson, "Walk");
    expect(walks.length).toBeGreaterThan(0);
    for (const tag of walks) {
      const flow = flowOf(tag);
      expect(flow && promisedWalk(flow)).toContain(tag["until"] ?? flow?.start);
    }
  });

  it("has the sections its contents name, in their order", () => {
    expect([...lesson.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(sections);
  });

  it("has the parts every chapter has, in their order", () => {
    const parts = [ABLE, WALK, TASK, GOAL, RECAP, SOURCES];
    expect(sections.filter((section) => parts.includes(section))).toEqual(parts);
    expect(sections[0]).toBe(ABLE);
  });

  it("has an exercise in each section that is for one", () => {
    const asked = [TASK, GOAL].filter((section) => sections.includes(section));
    expect(asked.length).toBe(exercises[id] === undefined ? 0 : 2);
    expect(lesson.match(/<(Task|Goal) \/>/g) ?? []).toEqual(
      asked.map((section) => (section === TASK ? "<Task />" : "<Goal />")),
    );
  });

  it("stays short: at most 1000 words of running text", () => {
    const text = lesson.replaceAll(/<[^>]*>|^\|.*$|^#.*$|[*`]/gm, "");
    expect(text.split(/\s+/).filter((word) => word !== "").length).toBeLessThanOrEqual(1000);
  });

  it("ends with its sources, each with an address, and the day it was checked", () => {
    expect(sections.at(-1)).toBe("Sources");
    expect(lesson).toMatch(/## Sources\n\n<Sources \/>\n$/);
    expect(sources.map(sourceAddress).every((address) => URL.canParse(address))).toBe(true);
    expect(sources.length).toBeGreaterThan(0);
    expect(checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

const ofGrants = chapters.filter(({ id }) => findGrant(id) !== undefined);

describe.each(ofGrants)("the sample of the chapter $id", ({ id }) => {
  it("has regions that carry the names of its steps, each once", () => {
    const names = sampleFiles(id).flatMap((file) =>
      regionsOf(read(file)).flatMap((region) => region.names),
    );
    const steps = findGrant(id)?.variants.flatMap(({ flow }) => Object.keys(flow.steps)) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
    expect(names.filter((name) => !steps.includes(name))).toEqual([]);
  });
});
