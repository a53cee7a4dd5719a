import { Agent, request } from "node:http";

export interface Answered {
  /** Milliseconds from the first request to the last answer. */
  readonly elapsed: number;
  /** The body of the first answer. */
  readonly sample: string;
}

/** Posts each body once, so many at a time over kept connections. Rejects at the first answer that is not 200. */
export async function postAll(
  url: string,
  bodies: readonly string[],
  concurrency: number,
): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const left = bodies.values();
  let sample = "";
  const worker = async () => {
    for (const body of left) {
      const answer = await post(agent, url, body);
      if (sample === "") sample = answer;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const elapsed = performance.now() - begun;
  agent.destroy();
  return { elapsed, sample };
}

function post(agent: Agent, url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(body),
    };
    const asked = request(url, { method: "POST", agent, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`${url} answered ${answer.statusCode}: ${text}`));
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
