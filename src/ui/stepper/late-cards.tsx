import type { ComponentProps } from "react";
import { preloadResponseView } from "../exchange/lazy.tsx";
import { Late } from "../primitives/late.tsx";
import { latePart } from "../primitives/late-part.tsx";
import type { AnsweredCard as Answered } from "./answered-card.tsx";
import type { Finished as AtTheEnd } from "./finished.tsx";

const answered = latePart(() =>
  import("./answered-card.tsx").then((module) => module.AnsweredCard),
);
const finished = latePart(() => import("./finished.tsx").then((module) => module.Finished));

/** Fetches what shows an answer before there is one. Never rejects: it is fetched again when it is shown. */
export async function preloadCards(): Promise<void> {
  await Promise.allSettled([answered.preload(), finished.preload(), preloadResponseView()]);
}

/** A message that was sent, as `AnsweredCard` shows it. */
export function AnsweredCard(props: ComponentProps<typeof Answered>) {
  return (
    <Late meanwhile={<div className="min-h-80" aria-hidden />}>
      <answered.Part {...props} />
    </Late>
  );
}

/** What the walk has come to, as `Finished` shows it. */
export function Finished(props: ComponentProps<typeof AtTheEnd>) {
  return (
    <Late meanwhile={null}>
      <finished.Part {...props} />
    </Late>
  );
}
