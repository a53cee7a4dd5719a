import { MarkedText } from "./marked-text.tsx";
import { ValueChip } from "./value-chip.tsx";

const LONGEST = 44;

/** JSON laid out; a long string without spaces is a chip that opens. */
export function JsonView({ json }: { readonly json: object }) {
  const lines = JSON.stringify(json, null, 2).split("\n");
  return (
    <div className="rounded-xl bg-sunken p-3 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
      {lines.map((line, index) => (
        // The lines of one text never change places.
        <div key={`${index}`}>
          <Line line={line} />
        </div>
      ))}
    </div>
  );
}

function Line({ line }: { readonly line: string }) {
  const [, indent = "", name, text, comma = ""] =
    /^(\s*)(?:"([^"]*)": )?(".*")(,?)$/.exec(line) ?? [];
  const value: unknown = text === undefined ? undefined : JSON.parse(text);
  if (typeof value !== "string" || value.length <= LONGEST || /\s/.test(value))
    return <MarkedText text={line} />;
  return (
    <>
      {indent}
      {name !== undefined && `"${name}": `}"
      <ValueChip value={value} decodable={false} {...(name === undefined ? {} : { name })} />"
      {comma}
    </>
  );
}
