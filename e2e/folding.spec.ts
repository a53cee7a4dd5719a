import { expect, test } from "./support/test.ts";

const CLASSIC = [
  "1Alice clicks “Log in with auth.example”",
  "2The client redirects the browser to the authorization server",
  "3The authorization server shows its login page",
  "4Alice signs in and consents",
  "5The authorization server redirects back with a code",
  "6The client exchanges the code for an access token",
  "7The client calls the API with the access token",
];

test("folded, the walk is the six classic messages and the API call, in order", {
  tag: "@root",
}, async ({ stepper }) => {
  await stepper.open("classic");
  await stepper.fold(true);
  await expect(stepper.messages(true)).toHaveText([
    `${CLASSIC[0]}next`,
    ...CLASSIC.slice(1).map((title) => title),
  ]);
  const stops: (string | null)[] = [];
  while ((await stepper.state()) === "waiting") {
    stops.push(await stepper.step());
    await stepper.next();
  }
  expect(stops).toEqual([
    "click",
    "prepare",
    "login_page",
    "sign_in",
    "consent",
    "callback",
    "redeem",
    "signed_in",
  ]);
  await stepper.expectDone();
  await expect(stepper.messages(true)).toHaveText(CLASSIC.map((title) => `${title}sent`));
});

test("unfolded again, every message that was sent is there", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await stepper.open("classic");
  await stepper.fold(true);
  await stepper.walkTo("sign_in");
  await page.reload();
  await stepper.ready();
  await expect(stepper.folded()).toBeChecked();
  await stepper.fold(false);
  await expect(stepper.messages()).toHaveText([
    "1Alice clicks “Log in with auth.example”sent",
    "2Print makes a statesent",
    "3Print sends the browser to the authorization serversent",
    "4The browser asks for authorizationsent",
    "5The browser fetches the login pagesent",
    "6Alice signs innext",
    "7The browser fetches the consent page",
    "8Alice decides",
    "9The browser brings the answer to Print",
    "10Print checks what came back",
    "11Print redeems the code",
    "12Print sends the browser on to a clean address",
    "13The browser asks Print for the photos",
    "14Print calls the API with the access token",
    "15Print shows the photos",
  ]);
});
