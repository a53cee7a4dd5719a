import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

/** A server in a process of its own. */
export class Child {
  readonly tokenEndpoint: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, tokenEndpoint: string) {
    this.#process = process;
    this.tokenEndpoint = tokenEndpoint;
  }

  static async start(name: string): Promise<Child> {
    const host = fileURLToPath(new URL("./host.ts", import.meta.url));
    const child = fork(host, [name], { execArgv: ["--import", "tsx"], serialization: "advanced" });
    const { tokenEndpoint } = v.parse(v.object({ tokenEndpoint: v.string() }), await told(child));
    return new Child(child, tokenEndpoint);
  }

  async mint(count: number): Promise<string[]> {
    this.#process.send({ mint: count });
    return v.parse(v.object({ codes: v.array(v.string()) }), await told(this.#process)).codes;
  }

  /** Microseconds of processor time so far. */
  async cpu(): Promise<number> {
    this.#process.send({});
    const { cpu } = v.parse(
      v.object({ cpu: v.object({ user: v.number(), system: v.number() }) }),
      await told(this.#process),
    );
    return cpu.user + cpu.system;
  }

  stop(): void {
    this.#process.disconnect();
  }
}

function told(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A server ended with ${code}.`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}
