import { posix } from "node:path";
import { LAYERS, type Layer } from "./table.ts";

/** A module, by its path from the project's root, and the specifiers it imports. */
export interface Module {
  readonly path: string;
  readonly imports: readonly string[];
}

export interface Violation {
  readonly path: string;
  readonly rule: string;
}

/** May use every layer, so that a test can set up what it needs. */
const TESTING = /^src\/testing\/|\.(test(-d)?|fixture)\.tsx?$/;

const PAGE_PACKAGES = /^(react|react-dom|@xstate\/react|wouter|lucide-react|mermaid)(\/|$)/;

/** Every import that points the wrong way. No modules at all is a violation too: then nothing was proved. */
export function violations(modules: readonly Module[]): Violation[] {
  const checked = modules.filter(({ path }) => !TESTING.test(path));
  if (checked.length === 0) return [{ path: "src", rule: "no modules found" }];
  return checked.flatMap(({ path, imports }) => {
    const layer = layerOf(path);
    if (layer === undefined)
      return [{ path, rule: "belongs to no layer of scripts/layers/table.ts" }];
    return imports
      .map((specifier) => objection(path, layer, specifier))
      .filter((rule) => rule !== undefined)
      .map((rule) => ({ path, rule }));
  });
}

function objection(path: string, layer: Layer, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return packageObjection(layer, specifier);
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ""));
  if (!target.startsWith("src/")) return `imports ${target}, which is outside src`;
  if (TESTING.test(target)) return `imports ${target}, which only tests may`;
  return grantObjection(path, layer, target) ?? layerObjection(layer, target);
}

function packageObjection({ name, page, node }: Layer, specifier: string): string | undefined {
  if (specifier.startsWith("node:") && !node) return `${name} may not use Node (${specifier})`;
  if (PAGE_PACKAGES.test(specifier) && !page) return `${name} may not use ${specifier}`;
  return undefined;
}

function layerObjection(layer: Layer, target: string): string | undefined {
  // Sample code is shown as text, and anything may show it; styles and images belong to no layer.
  if (!/\.(tsx?|mdx)$/.test(target) || target.includes("/sample/")) return undefined;
  const { name } = layerOf(target) ?? { name: "an unknown folder" };
  if (name === layer.name || layer.mayImport.includes(name)) return undefined;
  return `${layer.name} may not import ${name} (${target})`;
}

/** Grants are independent of each other; only shared steps and the registries know several. */
function grantObjection(path: string, layer: Layer, target: string): string | undefined {
  const own = grantOf(path);
  const other = grantOf(target);
  if (own === undefined || other === undefined || own === other) return undefined;
  return `${layer.name} of ${own} may not import the grant ${other} (${target})`;
}

function grantOf(path: string): string | undefined {
  const [, grant] = /^src\/grants\/([^/]+)\//.exec(path) ?? [];
  return grant === "steps" ? undefined : grant;
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(({ files }) => files.test(path));
}
