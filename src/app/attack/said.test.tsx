import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sayingOf } from "../../flow/as-user.ts";
import { secretPkceFlow } from "../../grants/authorization-code/secret-pkce.ts";
import { VICTIMS } from "../bench/people.ts";
import { said } from "./said.tsx";

const [, bob] = VICTIMS;

test("tells a story of who signed in, in every part of a sentence and across its lines", () => {
  if (bob === undefined) throw new Error("There is a second victim.");
  const say = sayingOf(secretPkceFlow, bob);
  const story = [
    "Alice opens a page, which sends ",
    <strong key="who">her</strong>,
    " to ",
    <em key="where">{"Alice’s\nserver"}</em>,
    ". She allows her\nphotos.",
    <br key="break" />,
    <code key="name">alice</code>,
  ];
  expect(renderToStaticMarkup(<p>{said(story, say)}</p>)).toBe(
    "<p>Bob opens a page, which sends <strong>him</strong> to <em>Bob’s server</em>. He allows his photos.<br/><code>bob</code></p>",
  );
});
