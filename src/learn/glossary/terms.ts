import type { Term } from "./term.ts";
import { firstTerms } from "./terms-a-to-i.ts";
import { laterTerms } from "./terms-j-to-z.ts";

/** The terms of the guide, in alphabetical order. */
export const terms: readonly Term[] = [...firstTerms, ...laterTerms];
