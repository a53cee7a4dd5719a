import type { Predicting } from "../stepper/props.ts";
import { Ask } from "./ask.tsx";
import { Judged } from "./judged.tsx";

/** Questions before messages as lessons have them: asked until somebody stops them. */
export const predictingInLessons: Predicting = {
  Ask: (props) => <Ask {...props} byDefault />,
  Judged,
};

/** Questions before messages as free stepping has them: offered. */
export const predictingFreely: Predicting = {
  Ask: (props) => <Ask {...props} byDefault={false} />,
  Judged,
};
