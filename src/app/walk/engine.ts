export { openSession, restartSession, rewindSession } from "./sessions.ts";
export { runToEnd, settle } from "./settle.ts";
