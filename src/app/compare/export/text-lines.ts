/** Width of a character in the sizes of Helvetica and its like, in parts of the font's size. Rather too wide than too narrow. */
function widthOf(char: string): number {
  if (/[iljI.,:;'’|!()[\]]/.test(char)) return 0.3;
  if (/[ftr -]/.test(char)) return 0.36;
  if (/[mwMW—…@%]/.test(char)) return 0.92;
  return /[A-Z§+~<>=]/.test(char) ? 0.72 : 0.57;
}

/** How wide a text is about, in pixels. */
export function measured(text: string, size: number, bold = false): number {
  let parts = 0;
  for (const char of text) parts += widthOf(char);
  return parts * size * (bold ? 1.07 : 1);
}

/** The text in lines of at most that width; a word that is wider by itself is cut. */
export function linesOf(
  text: string,
  width: number,
  size: number,
  bold = false,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((part) => cut(part, width, size, bold))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measured(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function cut(word: string, width: number, size: number, bold: boolean): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const char of word) {
    if (piece !== "" && measured(piece + char, size, bold) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += char;
  }
  return [...pieces, piece];
}
