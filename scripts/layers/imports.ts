import { parseSync, Visitor } from "vite";

export interface Source {
  /** From the project's root: `src/oauth/checks.ts`. */
  readonly path: string;
  readonly text: string;
}

/** What a module imports or re-exports, types and lazy imports included. Throws when it does not parse. */
export function importsOf({ path, text }: Source): string[] {
  return path.endsWith(".mdx") ? importsOfLesson(text) : importsOfModule(path, text);
}

function importsOfModule(path: string, text: string): string[] {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join()}`);
  const lazy: string[] = [];
  new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === "Literal" && typeof source.value === "string") lazy.push(source.value);
    },
    TSImportType: ({ source }) => {
      lazy.push(source.value);
    },
  }).visit(program);
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const reexported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  return [...new Set([...imported, ...reexported, ...lazy])];
}

/** MDX has its imports as lines outside code blocks. */
function importsOfLesson(text: string): string[] {
  const prose = text.replaceAll(/^(```+)[\s\S]*?^\1/gm, "");
  const lines = prose.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s*["']([^"']+)["']/gm);
  return [...lines].flatMap(([, specifier]) => specifier ?? []);
}
