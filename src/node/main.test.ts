import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";

function run(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/node/main.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (output.stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (output.stderr += chunk));
  const ended = once(child, "close").then(([code]: unknown[]) => ({ code, ...output }));
  return { child, output, ended };
}

describe("npm run as", () => {
  it("says in one line that the port is in use", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    const address = blocker.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    const ended = await run("--port", port).ended;
    blocker.close();
    expect(ended).toEqual({
      code: 1,
      stdout: "",
      stderr: `Port ${port} is in use. Choose another with --port.\n`,
    });
  });

  it("says in one line what is wrong with an option, with exit code 2", async () => {
    expect(await run("--port", "http").ended).toEqual({
      code: 2,
      stdout: "",
      stderr: '--port must be a number from 0 to 65535, not "http"\n',
    });
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "prints what clients need and ends at %s",
    async (signal) => {
      const { child, output, ended } = run("--port", "0");
      while (!output.stdout.includes("stops the server")) await once(child.stdout, "data");
      const issuer = /^Issuer +(http:\/\/127\.0\.0\.1:\d+)$/m.exec(output.stdout)?.[1] ?? "";
      expect((await fetch(`${issuer}/jwks`)).status).toBe(200);
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout.replaceAll(issuer, "ISSUER")).toBe(BANNER);
    },
  );
});

const BANNER = `Issuer     ISSUER
Metadata   ISSUER/.well-known/oauth-authorization-server
Photo API  ISSUER/photos   scopes: photos.read photos.write
           ISSUER/print-jobs   scope: jobs.read, of a client itself

People
  alice / wonderland
  bob / builder

Clients
  print-classic   secret: print-classic-secret-7Qd2   (client_secret_post, response type code)
    redirect URI: https://print.example/callback
    redirect URI: http://127.0.0.1/callback (any port)
  print-server   secret: print-server-secret-9Kx4   (client_secret_basic, PKCE required, response type code)
    redirect URI: https://print.example/callback
    redirect URI: http://127.0.0.1/callback (any port)
  print-openid   secret: print-openid-secret-2Vb7   (client_secret_basic, PKCE required, response type code)
    redirect URI: https://print.example/callback
    redirect URI: http://127.0.0.1/callback (any port)
  print-bff   secret: print-bff-secret-6Gm3   (client_secret_basic, PKCE required, response type code)
    redirect URI: https://print.example/callback
    redirect URI: http://127.0.0.1/callback (any port)
  print-mediating   secret: print-mediating-secret-8Yt5   (client_secret_basic, PKCE required, response type code)
    redirect URI: https://print.example/callback
    redirect URI: http://127.0.0.1/callback (any port)
  print-desktop   no secret   (none, PKCE required, response type code)
    redirect URI: https://print.example/callback
    redirect URI: http://127.0.0.1/callback (any port)
    redirect URI: com.example.print:/callback
  print-page   no secret   (none, PKCE required, response type code)
    redirect URI: https://print.example/callback
    redirect URI: http://127.0.0.1/callback (any port)
    redirect URI: com.example.print:/callback
  print-nightly   secret: print-nightly-secret-3Ws6   (client_secret_basic, grant type client_credentials)
  print-nightly-post   secret: print-nightly-secret-8Hc1   (client_secret_post, grant type client_credentials)
  print-nightly-key   no secret   (private_key_jwt, grant type client_credentials)
  print-frame   no secret   (none, grant type urn:ietf:params:oauth:grant-type:device_code)
  wall-display   no secret   (none, grant type urn:ietf:params:oauth:grant-type:device_code)
  print-implicit   no secret   (none, response type token)
    redirect URI: https://print.example/callback
    redirect URI: http://127.0.0.1/callback (any port)
    redirect URI: com.example.print:/callback
  print-legacy   secret: print-legacy-secret-5Tn9   (client_secret_basic, grant type password)
  print-album   secret: print-album-secret-4Wm1   (client_secret_basic, PKCE required, response type code)
    redirect URI: https://print.example/callback
  print-opaque   no secret   (none, PKCE required, response type code)
    redirect URI: https://print.example/callback
  photo-api   secret: photo-api-secret-3Tz8   (client_secret_basic)

Register another
  curl -s ISSUER/register -H 'Content-Type: application/json' -d '{"client_name":"My client","redirect_uris":["http://127.0.0.1/callback"]}'

Call the API with an access token
  curl -s ISSUER/photos -H "Authorization: Bearer $TOKEN"

Everything is kept in memory. Ctrl+C stops the server.
`;
