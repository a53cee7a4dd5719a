import { start as startBare } from "./bare.ts";
import { start as startGrantlab } from "./grantlab.ts";
import { start as startOidcProvider } from "./oidc-provider.ts";

// One server in a process of its own, asked over the channel to its parent.

const STARTERS = {
  grantlab: startGrantlab,
  "oidc-provider": startOidcProvider,
  bare: startBare,
};

const [, , name = ""] = process.argv;
if (!isKnown(name)) throw new RangeError(`There is no server ${name}.`);
const server = await STARTERS[name]();

process.on("message", (message: { readonly mint?: number }) => {
  if (message.mint === undefined) process.send?.({ cpu: process.cpuUsage() });
  else void server.mint(message.mint).then((codes) => process.send?.({ codes }));
});
process.on("disconnect", () => process.exit());
process.send?.({ tokenEndpoint: server.tokenEndpoint });

function isKnown(text: string): text is keyof typeof STARTERS {
  return Object.hasOwn(STARTERS, text);
}
