/** The authorization server of `npm run as` as one file for Node, at the app's base path. */
export const SERVER_FILE = "authorization-server.mjs";
