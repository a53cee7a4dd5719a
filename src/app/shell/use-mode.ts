import { useEffect, useState } from "react";
import { type Connection, connect } from "../world/connection.ts";

/** Where the servers of this page run, once it is known. Every page connects, so that the app is kept for offline use. */
export function useMode(): Connection["mode"] | undefined {
  const [mode, setMode] = useState<Connection["mode"]>();
  useEffect(() => {
    let current = true;
    void connect().then((connection) => {
      if (current) setMode(connection.mode);
    });
    return () => {
      current = false;
    };
  }, []);
  return mode;
}
