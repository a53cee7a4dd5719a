import type { MermaidConfig } from "mermaid";
import { retried } from "../../promises/retried.ts";
import { memoised } from "../../oauth/memoised.ts";

const FONT = '"Inter Variable", Inter, system-ui, sans-serif';

/** px; the same in diagram.css. */
const FONT_SIZE = 13;

const CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: "strict",
  // Mermaid refuses texts of others that are longer; these are of long walks, and ours.
  maxTextSize: 5_000_000,
  suppressErrorRendering: true,
  deterministicIds: true,
  theme: "base",
  fontFamily: FONT,
  fontSize: FONT_SIZE,
  themeVariables: { fontFamily: FONT, fontSize: `${FONT_SIZE}px` },
  htmlLabels: false,
  sequence: {
    mirrorActors: false,
    actorMargin: 14,
    width: 84,
    height: 32,
    boxMargin: 7,
    noteMargin: 6,
    wrapPadding: 8,
    diagramMarginX: 10,
    diagramMarginY: 10,
    actorFontWeight: 550,
    wrap: false,
  },
  state: { nodeSpacing: 24, rankSpacing: 30 },
  flowchart: { htmlLabels: false },
};

const loaded = memoised(async () => {
  const { default: mermaid } = await import("mermaid");
  mermaid.initialize(CONFIG);
  return mermaid;
});

/**
 * Draws Mermaid source. The answer belongs to this document but is not in it, and carries no style of Mermaid's.
 * Rejects when Mermaid cannot be loaded or cannot read the source.
 */
export function drawMermaid(id: string, source: string): Promise<SVGSVGElement> {
  // A script of Mermaid's may not have arrived.
  return retried(() => draw(id, source));
}

async function draw(id: string, source: string): Promise<SVGSVGElement> {
  const [mermaid] = await Promise.all([loaded(), document.fonts.load(`${FONT_SIZE}px ${FONT}`)]);
  const stage = document.createElement("div");
  stage.setAttribute("aria-hidden", "true");
  stage.style.cssText =
    "position:fixed;left:0;top:0;width:1000px;height:0;overflow:hidden;visibility:hidden";
  document.body.append(stage);
  try {
    const { svg } = await mermaid.render(id, source, stage);
    return imported(svg);
  } finally {
    stage.remove();
  }
}

function imported(text: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const root = document.importNode(parsed.documentElement, true);
  if (!(root instanceof SVGSVGElement)) throw new Error("The picture could not be read.");
  for (const style of root.querySelectorAll("style, script, foreignObject script")) style.remove();
  return root;
}
