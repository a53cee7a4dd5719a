import { photosUrl } from "./config.ts";
import { callApi } from "./session.ts";

// Three calls at once, as in a real program: together they refresh at most once.
const answers = await Promise.all([photosUrl, photosUrl, photosUrl].map((url) => callApi(url)));
for (const answer of answers) console.log(`${answer.status} ${await answer.text()}`);
