import { type Flow, stepOf } from "./define-flow.ts";
import type { DiagramLine } from "./diagram-lines.ts";
import { wrapText } from "./mermaid-text.ts";

const TITLE_WIDTH = 34;

/**
 * The lines of a picture with one arrow for each chapter, and the answer to it. Chapters are numbered among the
 * present ones, by id: those the whole walk comes to.
 */
export function foldLines(
  flow: Flow,
  lines: readonly DiagramLine[],
  present: ReadonlySet<string>,
): readonly DiagramLine[] {
  const chapters: DiagramLine[][] = [];
  for (const line of lines) {
    const chapter = chapters.at(-1);
    const before = chapter?.at(-1);
    const continues =
      before !== undefined && stepOf(flow, before.step).chapter === stepOf(flow, line.step).chapter;
    if (chapter !== undefined && continues) chapter.push(line);
    else chapters.push([line]);
  }
  return chapters.flatMap((chapter) => fold(flow, chapter, present));
}

function fold(
  flow: Flow,
  chapter: readonly DiagramLine[],
  present: ReadonlySet<string>,
): readonly DiagramLine[] {
  const gist = gistOf(flow, chapter);
  const first = chapter.at(0);
  const last = chapter.at(-1);
  if (gist === undefined || first === undefined || last === undefined) return [];
  const { begin, end, answer } = gist;
  const looked = chapter.findLast(({ takenIndex }) => takenIndex !== undefined) ?? first;
  const span = {
    step: looked.step,
    ...(looked.takenIndex === undefined ? {} : { takenIndex: looked.takenIndex }),
    first: first.first,
    last: last.last,
  };
  const whole: DiagramLine = {
    ...span,
    part: begin.from === end.to ? "note" : "request",
    from: begin.from,
    to: end.to,
    dashed: end.dashed,
    refused: answer === undefined && last.refused,
    text: wrapText(titleOf(flow, looked.step, present), TITLE_WIDTH),
  };
  return answer === undefined ? [whole] : [whole, { ...answer, ...span }];
}

interface Gist {
  /** Where the arrow begins, and where it ends. */
  readonly begin: DiagramLine;
  readonly end: DiagramLine;
  readonly answer?: DiagramLine;
}

/** A chapter with a request of a party's own comes down to that; any other goes from where it begins to where it ends. */
function gistOf(flow: Flow, chapter: readonly DiagramLine[]): Gist | undefined {
  const requests = chapter.filter(({ part }) => part === "request");
  const own = requests.filter(({ step }) => stepOf(flow, step).kind === "exchange");
  const exchange = own.findLast(({ takenIndex }) => takenIndex !== undefined) ?? own.at(-1);
  if (exchange !== undefined) return withAnswer(chapter, exchange, exchange);
  const begin = chapter.find(({ part }) => part !== "note") ?? chapter[0];
  const end = requests.at(-1) ?? chapter.findLast(({ part }) => part !== "note") ?? chapter[0];
  return begin === undefined || end === undefined ? undefined : withAnswer(chapter, begin, end);
}

function withAnswer(chapter: readonly DiagramLine[], begin: DiagramLine, end: DiagramLine): Gist {
  const answer = chapter.find(
    ({ part, first }) => part === "response" && end.part === "request" && first === end.first,
  );
  return answer === undefined ? { begin, end } : { begin, end, answer };
}

/** The chapter's title, numbered. */
function titleOf(flow: Flow, step: string, present: ReadonlySet<string>): string {
  const { chapter } = stepOf(flow, step);
  const chapters = flow.chapters.filter(({ id }) => present.has(id));
  const index = chapters.findIndex(({ id }) => id === chapter);
  const title = chapters[index]?.title ?? chapter;
  return index === -1 ? title : `${index + 1}. ${title}`;
}
