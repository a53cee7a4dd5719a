export { openSession, restartSession } from "./sessions.ts";
export { settle } from "./settle.ts";
