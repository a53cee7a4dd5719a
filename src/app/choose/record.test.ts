import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { runAttack } from "../../attacks/run.ts";
import { openSandbox } from "../../testing/lab.ts";
import type { OutcomeId } from "../../learn/choose/outcome.ts";
import { type Answered, pathOf } from "../../learn/choose/path.ts";
import { questions } from "../../learn/choose/questions.ts";
import { SettingsFile } from "../../learn/scenarios/settings.ts";
import { scenarios } from "../../learn/scenarios/index.ts";
import { flowAskedAt } from "../flow-place.ts";
import { labAt } from "../attack/lab.ts";
import { placeAt } from "../places.ts";
import { shippedCell } from "../compare/shipped-cells.ts";
import { answeredAddress, askedAt, backAddress, choiceAddress } from "./address.ts";
import { markdownOf } from "./markdown.ts";
import { recordOf } from "./record.ts";

type Decided = readonly [name: string, answered: readonly Answered[], outcome: OutcomeId];

/** Every way through the questions, with what it comes to. */
function waysFrom(answered: readonly Answered[]): readonly Decided[] {
  const { at } = pathOf(Object.fromEntries(answered.map((one) => [one.question, one.answer])));
  if (at.kind === "outcome") return [[choiceAddress(answered), answered, at.outcome]];
  const { question } = at;
  return Object.keys(questions[question].options).flatMap((answer) =>
    waysFrom([...answered, { question, answer }]),
  );
}

const ways = waysFrom([]);
const origin = "https://grantlab.example/oauth";
const around = {
  date: "2026-08-01",
  address: `${origin}/choose`,
  absolute: (href: string) => origin + href,
};

const ID_TOKEN = {
  issuer: "https://auth.example",
  signedWith: "ES256",
  nonce: true,
  claims: ["iss", "aud", "exp", "iat", "nonce"],
};

function walkAt(href: string) {
  const [path = "", search = ""] = href.split("?");
  const place = placeAt(path, search);
  return place.kind === "flow" ? flowAskedAt(place) : place;
}

describe.each(ways)("the record of %s", (_, answered, outcome) => {
  const record = recordOf(outcome, answered);

  it("opens walks that exist, and a scenario that exists", () => {
    const walks = [record.walk, ...record.seenIn].map(({ href }) => walkAt(href));
    expect(walks.filter((walk) => !("variant" in walk && "flow" in (walk.variant ?? {})))).toEqual(
      [],
    );
    expect(scenarios.map(({ id }) => id)).toContain(record.scenario);
  });

  it("has settings of the shape of the file, with one reason for each", () => {
    expect(v.safeParse(SettingsFile, record.settings).issues).toBe(undefined);
    const { registration, scopes, redirectUris, refreshToken, clientAuthentication } =
      record.settings;
    expect(registration.scope).toBe(scopes.join(" "));
    expect(registration.redirect_uris ?? []).toEqual(redirectUris);
    expect(registration.token_endpoint_auth_method).toBe(clientAuthentication);
    expect(registration.grant_types.includes("refresh_token")).toBe(refreshToken !== null);
    expect(
      record.rows.filter(
        ({ why }) => !/(RFC \d+|OpenID Connect Core|MCP)/.test(why) && why.length < 60,
      ),
    ).toEqual([]);
  });

  it("rejects at least two things, each with the section that speaks against it", () => {
    expect(record.rejected.length).toBeGreaterThan(1);
    expect(record.rejected.filter(({ why }) => !/(RFC \d+ §|MCP 2026)/.test(why))).toEqual([]);
  });

  it("has the risks the matrix names, each with an attack that can be set up", () => {
    expect(record.ran).toBeGreaterThan(2);
    for (const { row, subject, href } of record.risks) {
      expect(shippedCell(row.id, subject.target.id)?.verdict).toBe("succeeds");
      const [path = "", search = ""] = href.split("?");
      const lab = labAt(path.split("/").at(-1) ?? "", search);
      expect("missing" in lab ? lab : [lab.way, lab.target.id]).toEqual([
        row.way,
        subject.target.id,
      ]);
    }
  });

  it("is whole as Markdown: what was answered, decided, rejected and left", () => {
    const text = markdownOf(record, around);
    const headings = [...text.matchAll(/^##? (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      record.title,
      "Constraints",
      "Decision",
      "Settings",
      ...(record.migration.length === 0 ? [] : ["Migration"]),
      "Rejected",
      "Residual risks",
      "Sources",
    ]);
    expect(text).toContain(`](${origin}${record.walk.href})`);
    expect(text).not.toContain("undefined");
    for (const { href } of record.risks) expect(text).toContain(`[Run it](${origin}${href})`);
  });
});

describe("a record", () => {
  it("of a page without a server names the theft by a script, and what nobody ran", () => {
    const { risks, beyond, migration } = recordOf("page", [
      { question: "today", answer: "implicit" },
    ]);
    expect(risks.map(({ row }) => row.id)).toEqual(
      expect.arrayContaining(["script-in-page/memory", "script-in-page/silent-flow"]),
    );
    expect(beyond).toEqual([expect.stringContaining("RFC 10017 §5.1.4")]);
    expect(migration.length).toBe(4);
  });

  it("of a BFF has no theft by a script; that of a token-mediating backend has, from the page that holds the token", () => {
    const thefts = (outcome: "bff" | "mediating") =>
      recordOf(outcome, []).risks.flatMap(({ row, subject }) =>
        row.attack.id === "script-in-page" ? [[row.id, subject.target.id]] : [],
      );
    expect(thefts("bff")).toEqual([]);
    expect(thefts("mediating")).toEqual([
      ["script-in-page/memory", "authorization-code/token-mediating"],
      ["script-in-page/own-server", "authorization-code/token-mediating"],
    ]);
  });

  it("names no theft from a place where its settings keep no access token", () => {
    const thefts = recordOf("page", []).risks.map(({ row }) => row.id);
    expect(thefts).toEqual([
      "code-interception/own-request",
      "script-in-page/memory",
      "script-in-page/silent-flow",
      "stolen-token/thief",
      "stolen-token/counterfeit-api",
    ]);
  });

  it.each(["desktop-agent", "hosted-agent"] as const)(
    "of an agent (%s) demands resource, and says of the run without it that it had none (RFC 8707 §2)",
    async (outcome) => {
      const record = recordOf(outcome, []);
      expect(record.settings.resource).toBe("https://api.example");
      expect(record.rows.find(({ title }) => title === "Resource")?.value).toBe(
        "resource=https://api.example",
      );
      const risk = record.risks.find(({ row }) => row.id === "stolen-token/counterfeit-api");
      const href = risk?.demanded?.href ?? "";
      expect(href).toBe(`${risk?.href}&on=authorize.resource,token.resource`);
      expect(risk?.could.map(({ spec }) => spec)).toEqual(["RFC 9449 §7.1"]);
      expect(markdownOf(record, around)).toContain(
        `This run was made without resource in the requests; these settings demand it (RFC 8707 §2; RFC 8707 §2.2). With it the authorization server refuses a token for Mallory’s API. [Run it with that](${origin}${href}).`,
      );
      const lab = labAt("stolen-token", href.split("?")[1] ?? "");
      expect(
        "missing" in lab || (await runAttack(lab.way, lab.target, lab.on, openSandbox)),
      ).toEqual({ verdict: "stopped", by: "authorize.resource" });
    },
  );

  it("of what calls one API of its own demands no resource", () => {
    const { settings, risks } = recordOf("cli", []);
    expect([settings.resource, risks.flatMap(({ demanded }) => demanded ?? [])]).toEqual([
      undefined,
      [],
    ]);
  });

  it.each(ways.filter(([, answered]) => answered.some(({ question }) => question === "identity")))(
    "names OpenID Connect, nonce and ID token where people sign in, and only there: %s",
    (_, answered, outcome) => {
      const record = recordOf(outcome, answered);
      const signsIn = !answered.some((one) => one.question === "identity" && one.answer === "no");
      const row = record.rows.find(({ title }) => title === "ID token");
      expect({
        title: record.title.startsWith("OpenID Connect"),
        decision: record.decision.includes("OpenID Connect Core §3.1.3.7"),
        idToken: record.settings.idToken,
        row: row?.value,
      }).toEqual({
        title: signsIn,
        decision: signsIn,
        idToken: signsIn ? ID_TOKEN : undefined,
        row: signsIn
          ? "a fresh nonce in each authorization request; checked: signature (ES256, by https://auth.example), iss, aud, exp, iat, nonce"
          : undefined,
      });
    },
  );

  it("rejects a BFF for want of a server only where there is none (RFC 10017 §6.2.4.4)", () => {
    const against = (outcome: "page" | "mediating") =>
      recordOf(outcome, []).rejected.find(({ title }) => title === "A backend for frontend")?.why;
    expect(against("page")).toContain("look at it again when a server can be had");
    expect(against("mediating")).toMatch(
      /^The server it takes exists already\. .* \(RFC 10017 §6\.2\.4\.4\)\. Note here what keeps/,
    );
  });

  it("of an application that signs people in asks for openid, and for nothing lasting where that is all", () => {
    const settings = (identity: string) =>
      recordOf("bff", [{ question: "identity", answer: identity }]).settings;
    expect([settings("no").scopes, settings("also").scopes, settings("only").scopes]).toEqual([
      ["photos.read"],
      ["openid", "photos.read"],
      ["openid"],
    ]);
    expect(settings("only").refreshToken).toBe(null);
    expect(settings("also").registration.id_token_signed_response_alg).toBe("ES256");
  });
});

describe("the address of the choice", () => {
  const answered: readonly Answered[] = [
    { question: "user", answer: "yes" },
    { question: "runs", answer: "browser" },
    { question: "backend", answer: "none" },
  ];

  it("holds every answer, and reads them again", () => {
    const address = choiceAddress(answered);
    expect(address).toBe("/choose?user=yes&runs=browser&backend=none");
    expect(askedAt(address.split("?")[1] ?? "")).toEqual({
      answers: { user: "yes", runs: "browser", backend: "none" },
    });
  });

  it("goes back to the question before, with all that was answered", () => {
    expect(backAddress(answered, undefined)).toBe(`${choiceAddress(answered)}&change=backend`);
    expect(backAddress(answered, "backend")).toBe(`${choiceAddress(answered)}&change=runs`);
    expect(backAddress(answered, "user")).toBe(undefined);
    expect(backAddress([], undefined)).toBe(undefined);
  });

  it("keeps what is still asked when an earlier answer changes", () => {
    const answers = { user: "yes", runs: "native", identity: "no", today: "password" };
    expect(answeredAddress(answers, "runs", "server")).toBe(
      "/choose?user=yes&runs=server&identity=no&today=password",
    );
    expect(answeredAddress(answers, "runs", "device")).toBe("/choose?user=yes&runs=device");
    expect(answeredAddress(answers, "user", "no")).toBe("/choose?user=no");
  });

  it("asks nothing anew that was not asked before", () => {
    expect(askedAt("user=yes&change=today")).toEqual({ answers: { user: "yes" } });
    expect(askedAt("user=yes&change=user")).toEqual({ answers: { user: "yes" }, change: "user" });
    expect(askedAt("__proto__=x&change=toString&nonsense=1")).toEqual({ answers: {} });
  });
});
