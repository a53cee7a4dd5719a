import type { Report, Said } from "./report.ts";
import type { SvgPicture } from "../../../ui/primitives/png.ts";
import { linesOf } from "./text-lines.ts";

const WIDTH = 1120;
const MARGIN = 40;
const COLUMNS = [
  { x: MARGIN, width: 240 },
  { x: MARGIN + 264, width: 376 },
  { x: MARGIN + 664, width: 376 },
] as const;
const SIZE = 14;
const LEADING = 20;
const INK = "#1a1a18";
const QUIET = "#55544e";
const LINE = "#d5d5ce";
const LOOKS: Readonly<Record<Said["verdict"], { readonly sign: string; readonly colour: string }>> =
  {
    succeeds: { sign: "✕", colour: "#b4123c" },
    stopped: { sign: "✓", colour: "#0a7050" },
    "does not apply": { sign: "–", colour: QUIET },
  };

interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly size?: number;
}

/** The two sides as a picture for a document: facts and attacks, dark on white, readable in print. */
export function pictureOf({ title, date, address, sides, duels, facts }: Report): SvgPicture {
  const [left, right] = facts.chosen;
  const paper = new Paper();
  paper.text(MARGIN, WIDTH - 2 * MARGIN, { text: title, bold: true, size: 24 });
  paper.text(MARGIN, WIDTH - 2 * MARGIN, {
    text: `${date}. Every verdict is the result of running the attack. ${address}`,
    colour: QUIET,
  });
  paper.head("In plain words", sides);
  for (const { title: fact, cells } of facts.rows) {
    paper.row([
      [{ text: fact, bold: true }],
      [{ text: cells[left] ?? "" }],
      [{ text: cells[right] ?? "" }],
    ]);
  }
  if (duels.length > 0) paper.head("What the attacker got", sides);
  for (const { attack, way, modelled, sides: said } of duels) {
    paper.row([
      [
        { text: attack, colour: QUIET },
        { text: way, bold: true },
        ...(modelled === undefined ? [] : [{ text: "modelled", colour: QUIET, size: 12 }]),
      ],
      verdictRuns(said[0]),
      verdictRuns(said[1]),
    ]);
  }
  return paper.picture(title);
}

function verdictRuns({ verdict, word, rest }: Said): readonly Run[] {
  const { sign, colour } = LOOKS[verdict];
  const text = rest.replace(/^: /, "").trim();
  return [
    { text: `${sign} ${word}`, bold: true, colour },
    { text: text.charAt(0).toUpperCase() + text.slice(1) },
  ];
}

/** A page that grows downwards as things are put on it. */
class Paper {
  #y = MARGIN;
  readonly #marks: string[] = [];

  /** Lines of text below what is there. */
  text(x: number, width: number, run: Run): void {
    this.#y = this.#put(x, width, this.#y, run);
  }

  head(title: string, sides: readonly [string, string]): void {
    this.#y += 24;
    const runs = [
      { text: title, bold: true, size: 18 },
      ...sides.map((text) => ({ text, bold: true })),
    ];
    this.#columns(runs.map((run) => [run]));
    this.#rule(INK, 1.5);
  }

  row(cells: readonly [readonly Run[], readonly Run[], readonly Run[]]): void {
    this.#columns(cells);
    this.#rule(LINE, 1);
  }

  picture(title: string): SvgPicture {
    const height = Math.ceil(this.#y + MARGIN - 10);
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Helvetica, Arial, sans-serif" role="img">`,
      `<title>${escaped(title)}</title>`,
      `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
      ...this.#marks,
      "</svg>",
    ].join("\n");
    return { svg, width: WIDTH, height };
  }

  #columns(cells: readonly (readonly Run[])[]): void {
    const top = this.#y + 6;
    const ends = COLUMNS.map(({ x, width }, index) =>
      (cells[index] ?? []).reduce((y, run) => this.#put(x, width, y, run), top),
    );
    this.#y = Math.max(...ends) + 6;
  }

  #put(x: number, width: number, y: number, run: Run): number {
    const { text, bold = false, colour = INK, size = SIZE } = run;
    const leading = Math.max(LEADING, size * 1.3);
    const lines = linesOf(text, width, size, bold);
    for (const [index, line] of lines.entries()) {
      const baseline = y + leading * index + size;
      this.#marks.push(
        `<text x="${x}" y="${baseline}" font-size="${size}" fill="${colour}"${bold ? ' font-weight="700"' : ""}>${escaped(line)}</text>`,
      );
    }
    return y + leading * lines.length;
  }

  #rule(colour: string, width: number): void {
    this.#marks.push(
      `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${this.#y}" y2="${this.#y}" stroke="${colour}" stroke-width="${width}"/>`,
    );
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
