import { NoSuch } from "../no-such.tsx";

/** The page of one scenario. */
export default function ScenarioPage({ id }: { id: string }) {
  return <NoSuch what="scenario" name={id} text="These scenarios are described:" ways={[]} />;
}
