export interface Layer {
  readonly name: string;
  readonly files: RegExp;
  /** Names of the layers its modules may import besides their own. */
  readonly mayImport: readonly string[];
  /** Whether its modules may use React and what draws. */
  readonly page?: true;
  /** Whether its modules may use Node's own modules. */
  readonly node?: true;
}

/** The port between a walk and the world that answers it; the kernel's machines stay out of the world. */
const TRANSPORT = "flow/transport";
const SERVERS = ["authorization-server", "resource-server"];
const KERNEL = ["oauth", TRANSPORT, "flow", "grants/cast"];
const FLOWS = [...KERNEL, "grants/grant", "grants/steps", "grants/flow"];
const WORLD = ["oauth", "store", ...SERVERS, TRANSPORT, "grants/cast", "grants/servers"];

/**
 * Which way the arrows point. A module belongs to the first layer whose
 * pattern matches; one that belongs to none is a violation, so a new folder needs a row here.
 */
export const LAYERS: readonly Layer[] = [
  { name: "oauth", files: /^src\/oauth\//, mayImport: [] },
  { name: "store", files: /^src\/store\//, mayImport: [] },
  { ...inFolder("promises"), mayImport: [] },
  { ...inFolder("authorization-server"), mayImport: ["oauth", "store"] },
  { ...inFolder("resource-server"), mayImport: ["oauth", "store"] },
  { name: TRANSPORT, files: /^src\/flow\/(trace|transport)\.ts$/, mayImport: ["oauth"] },
  { ...inFolder("flow"), mayImport: ["oauth", TRANSPORT] },

  { name: "grants/cast", files: /^src\/grants\/(cast|lab-key)\.ts$/, mayImport: [] },
  { name: "grants/grant", files: /^src\/grants\/grant\.ts$/, mayImport: KERNEL },
  {
    name: "grants/servers",
    files: /^src\/grants\/servers\.ts$/,
    mayImport: [...SERVERS, "grants/server"],
  },
  {
    name: "grants/index",
    files: /^src\/grants\/index\.tsx?$/,
    mayImport: [...FLOWS, "grants/lesson"],
    page: true,
  },
  {
    name: "grants/advice",
    files: /^src\/grants\/advice\.ts$/,
    mayImport: ["grants/grant", "grants/flow"],
  },
  { name: "grants/steps", files: /^src\/grants\/steps\//, mayImport: KERNEL },
  { name: "samples", files: /^src\/(grants|learn)\/[^/]+\/sample\//, mayImport: [], node: true },
  {
    name: "grants/server",
    files: /^src\/grants\/[^/]+\/server(\.ts$|\/)/,
    mayImport: ["oauth", "store", ...SERVERS, "grants/cast"],
  },
  {
    name: "grants/lesson",
    files: /^src\/grants\/[^/]+\/.*\.(tsx|mdx)$/,
    mayImport: [...FLOWS, "ui"],
    page: true,
  },
  {
    name: "grants/flow",
    files: /^src\/grants\/[^/]+\/.*\.ts$/,
    mayImport: [...KERNEL, "grants/grant", "grants/steps"],
  },

  { ...inFolder("attacks"), mayImport: FLOWS },
  { ...inFolder("world"), mayImport: [...WORLD, "promises"] },
  { ...inFolder("ui"), mayImport: ["oauth", "promises", TRANSPORT, "flow"], page: true },
  { ...inFolder("learn"), mayImport: [...FLOWS, "ui"], page: true },
  { ...inFolder("tools"), mayImport: ["oauth", "ui"], page: true },

  { name: "sw/register", files: /^src\/sw\/(register|messages)\.ts$/, mayImport: [] },
  { ...inFolder("sw"), mayImport: [...WORLD, "world", "sw/register"] },
  { ...inFolder("node"), mayImport: [...WORLD, "world"], node: true },
  {
    ...inFolder("app"),
    mayImport: [
      ...WORLD,
      ...FLOWS,
      "promises",
      "world",
      "grants/index",
      "grants/advice",
      "grants/lesson",
      "attacks",
      "ui",
      "learn",
      "tools",
      "sw/register",
    ],
    page: true,
  },
];

function inFolder(name: string): Pick<Layer, "name" | "files"> {
  return { name, files: new RegExp(`^src/${name}/`) };
}
