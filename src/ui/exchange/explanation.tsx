import { parameterFacts } from "./parameters.ts";

interface Props {
  readonly name: string;
  readonly origin?: string | undefined;
}

/** What a parameter is for, where it is specified and where its value came from. */
export function Explanation({ name, origin }: Props) {
  const facts = parameterFacts(name);
  return (
    <span className="block text-sm text-quiet">
      {facts?.line ?? "A parameter this guide has no words for."}
      <span className="mt-0.5 block text-[0.8125rem]">
        {[origin, facts?.spec].filter((part) => part !== undefined).join(" · ")}
      </span>
    </span>
  );
}
