import { ArrowLeftRight } from "lucide-react";
import { useId, useState } from "react";
import { useLocation } from "wouter";
import { buttonClass } from "../../ui/primitives/button.ts";
import { sides } from "./catalogue.ts";
import { compareAddress, type Side, sideName, sideTitle } from "./sides.ts";

interface Props {
  readonly left: Side;
  readonly right: Side;
}

/** Chooses both sides. Nothing changes before the button is pressed. */
export function SidePicker({ left, right }: Props) {
  const [, navigate] = useLocation();
  const [one, setOne] = useState(sideName(left));
  const [other, setOther] = useState(sideName(right));
  const compare = () => {
    const found = [one, other].map((name) => sides.find((side) => sideName(side) === name));
    navigate(compareAddress(found[0] ?? left, found[1] ?? right));
  };
  return (
    <form
      aria-label="What to compare"
      className="mt-5 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        compare();
      }}
    >
      <Choice label="Compare" chosen={one} onChoose={setOne} />
      <Choice label="with" chosen={other} onChoose={setOther} />
      <button type="submit" className={`${buttonClass("secondary")} max-sm:flex-1`}>
        Show
      </button>
      <button
        type="button"
        className={buttonClass("quiet")}
        onClick={() => navigate(compareAddress(right, left))}
      >
        <ArrowLeftRight size={16} aria-hidden />
        Swap sides
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly chosen: string;
  onChoose(name: string): void;
}

function Choice({ label, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <p className="min-w-0 max-sm:w-full">
      <label htmlFor={id} className="mb-1 block text-sm font-medium text-quiet">
        {label}
      </label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
        className="min-h-11 w-full rounded-xl border border-quiet bg-surface px-3"
      >
        {sides.map((side) => (
          <option key={sideName(side)} value={sideName(side)}>
            {sideTitle(side)}
          </option>
        ))}
      </select>
    </p>
  );
}
