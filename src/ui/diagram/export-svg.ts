import type { SvgPicture } from "../primitives/png.ts";
import type { Picture } from "./picture.ts";
import { setAttributes, svgElement } from "./svg.ts";

const SHOWN = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

/** A picture as a file. */
export function svgFile({ svg }: SvgPicture): Blob {
  return new Blob([svg], { type: "image/svg+xml" });
}

/** The picture as it stands on the page, as one SVG that needs no style sheet. */
export function svgOf({ head, body, width }: Picture): SvgPicture {
  const [top, rest] = [head.viewBox.baseVal, body.viewBox.baseVal];
  const height = top.height + rest.height;
  const root = svgElement("svg", {
    width,
    height,
    viewBox: `${top.x} ${top.y} ${width} ${height}`,
  });
  const surface = getComputedStyle(document.documentElement).getPropertyValue("--surface");
  const paper = svgElement("rect", { x: top.x, y: top.y, width, height, fill: surface });
  root.append(paper, ...[...body.children, ...head.children].map(flattened));
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** Where the picture is opened there may be another font; its words stay as long as they were drawn. */
function keepLength(copy: Element, length: number): void {
  if (length > 0) setAttributes(copy, { textLength: length, lengthAdjust: "spacingAndGlyphs" });
}

/** A copy whose look is in its own attributes. */
function flattened(original: Element): Element {
  const copy = original.cloneNode(false);
  if (!(copy instanceof Element)) throw new TypeError("A copy of an element is an element.");
  const style = getComputedStyle(original);
  const look = SHOWN.map((name): [string, string] => [name, style.getPropertyValue(name)]);
  for (const name of ["class", "style", "tabindex"]) copy.removeAttribute(name);
  setAttributes(copy, Object.fromEntries(look.filter(([, value]) => value !== "")));
  if (original instanceof SVGTextElement) keepLength(copy, original.getComputedTextLength());
  for (const child of original.childNodes) {
    copy.append(child instanceof Element ? flattened(child) : child.cloneNode());
  }
  return copy;
}
