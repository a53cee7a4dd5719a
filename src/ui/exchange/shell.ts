/** A shell variable, by the text it stands for. */
export interface ShellVariable {
  readonly name: string;
  readonly value: string;
}

interface Piece {
  readonly text: string;
  readonly variable?: string;
}

/** The text as one argument for a POSIX shell, in which the value of a variable is read from the variable. */
export function quoted(text: string, variables: readonly ShellVariable[] = []): string {
  const pieces = piecesOf(text, variables);
  if (pieces.every(({ variable }) => variable === undefined)) return quotedText(text);
  return pieces.some((piece) => piece.variable === undefined && !isInert(piece.text))
    ? pieces.map(joined).join("")
    : `"${pieces.map(({ text: plain, variable }) => (variable === undefined ? plain : `\${${variable}}`)).join("")}"`;
}

function joined({ text, variable }: Piece): string {
  return variable === undefined ? quotedText(text) : `"$${variable}"`;
}

function quotedText(text: string): string {
  return /^[A-Za-z0-9_./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Cuts the text at the first variable's value that stands in it, then the rest. */
function piecesOf(text: string, variables: readonly ShellVariable[]): readonly Piece[] {
  const [first] = variables
    .filter(({ value }) => value !== "" && text.includes(value))
    .toSorted((a, b) => text.indexOf(a.value) - text.indexOf(b.value));
  if (first === undefined) return text === "" ? [] : [{ text }];
  const at = text.indexOf(first.value);
  return [
    ...(at === 0 ? [] : [{ text: text.slice(0, at) }]),
    { text: first.value, variable: first.name },
    ...piecesOf(text.slice(at + first.value.length), variables),
  ];
}

/** Whether the text means itself between double quotes. */
function isInert(text: string): boolean {
  return /^[A-Za-z0-9_ .:;,/?&=%+@-]*$/.test(text);
}

/** The text as a shell variable's name, in capitals. */
export function variableName(text: string): string {
  const name = text.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
  return /^\d/.test(name) ? `_${name}` : name;
}
