import { AttackerSection } from "../compare/attacker-section.tsx";
import { rows, sides, subjectOf, subjects } from "../compare/catalogue.ts";
import { ExportSection } from "../compare/export-section.tsx";
import { FactsSection } from "../compare/facts-section.tsx";
import { LiveLockstep } from "../compare/live-lockstep.tsx";
import { MatrixSection } from "../compare/matrix-section.tsx";
import { duelsOf } from "../compare/outcomes.ts";
import { SidePicker } from "../compare/side-picker.tsx";
import { compareHead, type Side, sideName, sidesAt, sideTitle } from "../compare/sides.ts";
import { NoSuchFlow } from "../no-such-flow.tsx";
import type { ComparePlace } from "../places.ts";
import { useHead } from "../shell/use-head.ts";
import { Heading } from "../shell/heading.tsx";

/** Two walks in lockstep, what attackers got in each, and the tables to choose by. */
export default function ComparePage({ place }: { place: ComparePlace }) {
  useHead(compareHead(place));
  const asked = sidesAt(place);
  if ("what" in asked) return <NoSuchFlow asked={asked} />;
  const [left, right] = asked;
  return <Comparison left={left} right={right} />;
}

function Comparison({ left, right }: { readonly left: Side; readonly right: Side }) {
  const chosen = new Set([sideName(left), sideName(right)]);
  const duels = duelsOf(rows, subjectOf(left)?.target.id, subjectOf(right)?.target.id);
  return (
    <div className="mx-auto w-full max-w-[96rem] px-4 py-8 sm:px-6 sm:py-10">
      <Heading>
        {sideTitle(left)} <span className="text-quiet">against</span> {sideTitle(right)}
      </Heading>
      <p className="mt-3 max-w-[46rem] text-lg text-pretty text-quiet">
        Both run here, each against servers of its own. Lead them stage by stage and see what one
        sends that the other does not; then see what attackers got out of either.
      </p>
      <SidePicker left={left} right={right} />
      <h2 className="mt-8 text-2xl font-semibold tracking-tight">In lockstep</h2>
      <LiveLockstep left={left} right={right} />
      {duels.length > 0 && (
        <AttackerSection left={sideTitle(left)} right={sideTitle(right)} duels={duels} />
      )}
      <MatrixSection
        columns={subjects.map((subject) => ({
          id: subject.target.id,
          title: sideTitle(subject),
          chosen: chosen.has(sideName(subject)),
          leads: leads(subject),
        }))}
      />
      <FactsSection
        sides={sides}
        columns={sides.map((side) => ({
          id: sideName(side),
          title: sideTitle(side),
          chosen: chosen.has(sideName(side)),
          leads: leads(side),
        }))}
      />
      <ExportSection left={left} right={right} duels={duels} />
    </div>
  );
}

/** The first variant stands for its grant. */
function leads({ grant, variant }: Side): boolean {
  return grant.variants[0] === variant;
}
