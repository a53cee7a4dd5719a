import type { Exercises } from "../exercise.ts";
import { authorizationCode } from "./authorization-code.ts";

/** The exercises of each chapter, by its id. */
export const exercises: Readonly<Record<string, Exercises>> = {
  "authorization-code": authorizationCode,
};
