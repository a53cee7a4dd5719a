import { lazy } from "react";
import { retried } from "../../promises/retried.ts";
import { Late } from "../primitives/late.tsx";
import type { StepperProps } from "./props.ts";

const LazyServer = lazy(() =>
  retried(() => import("../server/server.tsx")).then((module) => ({ default: module.Server })),
);
const LazyBranches = lazy(() =>
  retried(() => import("../branches/branches.tsx")).then((module) => ({
    default: module.Branches,
  })),
);

/** What the authorization server remembers, fetched when it is first shown. */
export function Server({ memory }: Pick<StepperProps, "memory">) {
  return (
    <Late meanwhile={<Waiting />}>
      <LazyServer memory={memory} />
    </Late>
  );
}

/** The ways the walk went, side by side; fetched when they are first shown. */
export function Branches({ branches = [] }: Pick<StepperProps, "branches">) {
  return (
    <Late meanwhile={<Waiting />}>
      <LazyBranches branches={branches} />
    </Late>
  );
}

function Waiting() {
  return <div className="min-h-40" aria-hidden />;
}
