import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { LANGUAGES } from "../../learn/languages.ts";
import { NIGHTLY_KEY } from "../lab-key.ts";

const labKey = createPrivateKey({ key: NIGHTLY_KEY, format: "jwk" })
  .export({ type: "pkcs8", format: "pem" })
  .toString();

it.each(LANGUAGES)(
  "the sample has the key of the laboratory in its instructions in $title",
  async ({ id }) => {
    const readme = new URL(`sample/${id}/README.md`, import.meta.url);
    expect(await readFile(readme, "utf8")).toContain(labKey);
  },
);
