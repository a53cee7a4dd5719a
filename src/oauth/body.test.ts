import { expect, test } from "vitest";
import { readBytes } from "./body.ts";

const LIMIT = 8;
const post = (body: BodyInit) =>
  new Request("https://a.example/", Object.assign({ method: "POST", body }, { duplex: "half" }));
const stream = (...chunks: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
const textOf = async (request: Request) => {
  const bytes = await readBytes(request, LIMIT);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

test("reads a body up to the limit, in one piece or in several", async () => {
  expect(await textOf(post("12345678"))).toBe("12345678");
  expect(await textOf(post(stream("1234", "5678")))).toBe("12345678");
  expect(await textOf(new Request("https://a.example/"))).toBe("");
});

test("reads no body that is longer, declared or not", async () => {
  expect(await textOf(post("123456789"))).toBe(undefined);
  expect(await textOf(post(stream("12345678", "9")))).toBe(undefined);
});

test("reads a body where the browser has no Request.body", async () => {
  const request = Object.defineProperty(post("1234"), "body", { value: undefined });
  expect(await textOf(request)).toBe("1234");
});
