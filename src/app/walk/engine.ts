export { openSession, restartSession } from "./sessions.ts";
export { runToEnd, settle } from "./settle.ts";
