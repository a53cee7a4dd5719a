import { describe, expect, it } from "vitest";
import { readCommand } from "./options.ts";

describe("the command line", () => {
  it("listens on 127.0.0.1:9000 unless told otherwise", () => {
    expect(readCommand([])).toEqual({
      kind: "listen",
      options: { port: 9000, host: "127.0.0.1" },
    });
  });

  it("takes a port and a loopback host", () => {
    for (const [port, host] of [
      ["0", "::1"],
      ["65535", "localhost"],
      ["8080", "127.0.0.2"],
    ] as const) {
      expect(readCommand(["--port", port, `--host=${host}`])).toEqual({
        kind: "listen",
        options: { port: Number(port), host },
      });
    }
  });

  it.each(["65536", "-1", "", "9e3", "90 00", "http", "1.5", "100000"])(
    "refuses %j as a port",
    (port) => {
      expect(readCommand([`--port=${port}`])).toEqual({
        kind: "mistake",
        message: `--port must be a number from 0 to 65535, not "${port}"`,
      });
    },
  );

  it.each(["0.0.0.0", "192.168.0.1", "127.0.0.256", "127.1", "example.com", ""])(
    "refuses %j as a host: issuers are https beyond loopback (RFC 8414 §2)",
    (host) => {
      expect(readCommand([`--host=${host}`])).toEqual({
        kind: "mistake",
        message: `--host must be a loopback address, not "${host}"`,
      });
    },
  );

  it("refuses what it does not know, in one line", () => {
    for (const args of [["--prot", "9000"], ["9000"], ["--port"], ["--port", "--host"]]) {
      const command = readCommand(args);
      expect([command.kind, JSON.stringify(command).includes("\\n")]).toEqual(["mistake", false]);
    }
  });

  it("explains itself when asked", () => {
    expect([readCommand(["--help"]), readCommand(["-h"])]).toEqual([
      { kind: "help" },
      { kind: "help" },
    ]);
  });
});
