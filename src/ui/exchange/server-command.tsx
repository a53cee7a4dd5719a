import { SERVER_FILE } from "./server-file.ts";

/** The file that is the authorization server outside the browser, and how to start it: part of a sentence. */
export function ServerCommand() {
  return (
    <>
      <a
        href={import.meta.env.BASE_URL + SERVER_FILE}
        download
        className="text-accent underline underline-offset-4"
      >
        the authorization server
      </a>
      , one file for Node, started with{" "}
      <code className="font-mono">node {SERVER_FILE} --port 9000</code>
    </>
  );
}
