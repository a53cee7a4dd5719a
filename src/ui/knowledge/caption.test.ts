import { describe, expect, it } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import { goodWalk, smallFlow } from "../../flow/small-flow.fixture.ts";
import { captionOf, cellText } from "./caption.ts";

function captionAfter(count: number): string {
  const { taken } = goodWalk(count);
  return captionOf(smallFlow, knowledge(smallFlow, taken), count);
}

describe("the caption of who knows what", () => {
  it("says what the last message told whom, and what one place alone knows", () => {
    expect(captionAfter(0)).toBe("Before the first message: what the parties bring with them.");
    expect(captionAfter(1)).toBe("Message 1 told nobody anything new.");
    expect(captionAfter(2)).toBe(
      "With message 2, the verifier, the challenge and the state became known to the client’s server. Only the client’s server knows the verifier.",
    );
    expect(captionAfter(5)).toBe(
      "With message 5, the code became known to the authorization server and the address bar and history. Only the client’s server knows the verifier.",
    );
  });

  it("groups what became known to the same places", () => {
    expect(captionAfter(3)).toBe(
      "With message 3, the challenge and the state became known to the address bar and history. Only the client’s server knows the verifier.",
    );
  });

  it("says of tokens that the browser has not seen them only when that is so", () => {
    expect(captionAfter(7)).toBe(
      "With message 7, the verifier became known to the authorization server; the access token became known to the authorization server and the client’s server. Neither the address bar nor the page’s script has seen the access token.",
    );
    const both = new Map([
      ["access_token", new Map([["client", { position: 0 }]])],
      ["refresh_token", new Map([["client", { position: 0 }]])],
    ]);
    const flow = {
      ...smallFlow,
      values: {
        ...smallFlow.values,
        refresh_token: { title: "refresh token", what: "Renews.", tone: "token", tracked: true },
      },
    } as const;
    expect(captionOf(flow, both, 2)).toBe(
      "Message 2 told nobody anything new. Neither the address bar nor the page’s script has seen the access token or the refresh token.",
    );
    const seen = new Map([["access_token", new Map([["page", { position: 0 }]])]]);
    expect(captionOf(smallFlow, seen, 1)).toBe(
      "With message 1, the access token became known to the page script.",
    );
  });

  it("reads a cell aloud", () => {
    expect([undefined, {}, { position: 6 }].map(cellText)).toEqual([
      "not known",
      "known from the start",
      "known since message 7",
    ]);
  });
});
