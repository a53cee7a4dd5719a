import { useEffect, useState } from "react";
import { type Connection, connect } from "../world/connection.ts";

/** Where the servers of this page run, once it is known. Every page connects, so that the app is kept for offline use. */
export function useMode(): Connection["mode"] | undefined {
  const [mode, setMode] = useState<Connection["mode"]>();
  useEffect(() => {
    let current = true;
    // A walk says itself why there are no servers.
    connect().then(
      (connection) => current && setMode(connection.mode),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  return mode;
}
