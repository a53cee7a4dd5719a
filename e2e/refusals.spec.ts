import { expectPhotos } from "./support/alice.ts";
import { expect, test } from "./support/test.ts";

test("consent denied on the page goes back to the client, which stops", { tag: "@root" }, async ({
  stepper,
}) => {
  await stepper.open("public-pkce", "consent");
  await stepper.answered(() => stepper.frame.getByRole("button", { name: "Deny" }).click());
  await stepper.expectAt("callback");
  await stepper.walkTo("reject");
  await stepper.expectRefusedBy("client.no-error", "The answer is no error");
  await stepper.next();
  await expect(stepper.root).toHaveAttribute("data-end", "stop");
  await expect(stepper.frame.getByText("access_denied")).toBeVisible();
});

test("a wrong password is refused on the login page, and the right one is taken after it", {
  tag: "@root",
}, async ({ stepper }) => {
  await stepper.open("classic", "sign_in");
  const signIn = async (password: string) => {
    await stepper.frame.getByLabel("Name").fill("alice");
    await stepper.frame.getByLabel("Password").fill(password);
    await stepper.answered(() => stepper.frame.getByRole("button", { name: "Sign in" }).click());
  };
  await signIn("looking-glass");
  await stepper.expectAt("sign_in");
  await stepper.expectRefusedBy("login.password", "Name and password belong together");
  await expect(stepper.frame.getByRole("alert")).toHaveText("Wrong name or password. Try again.");
  await signIn("wonderland");
  await stepper.expectAt("consent_page");
});

test("a wrong verifier is refused and spends nothing: put back, the code is redeemed", {
  tag: "@root",
}, async ({ stepper }) => {
  await stepper.open("secret-pkce", "redeem");
  await stepper.edit("code_verifier", (verifier) => verifier.replace(/.$/, otherCharacter));
  await expect(stepper.nextButton).toContainText("edited");
  await stepper.next();
  await stepper.expectAt("redeem");
  await stepper.expectRefusedBy("token.pkce", "The verifier matches the challenge");
  await expect(stepper.root.getByText("400 Bad Request", { exact: true })).toBeVisible();
  await expect(stepper.nextButton).toContainText("put it back and resend");
  await stepper.next();
  await stepper.expectAt("signed_in");
  await stepper.finish();
  await stepper.expectDone();
});

test("an unregistered redirect_uri gets an error page and no redirect", { tag: "@root" }, async ({
  stepper,
}) => {
  await stepper.open("public-pkce", "authorize");
  await stepper.edit("redirect_uri", () => "https://thief.example/callback");
  await stepper.next();
  await stepper.expectAt("authorize");
  await stepper.expectRefusedBy(
    "authorize.redirect-uri",
    "The redirect URI is exactly one that the client registered",
  );
  await expect(stepper.frame.getByRole("heading")).toHaveText("This answer has nowhere to go");
  await expect(stepper.address).toContainText("https://auth.example/authorize");
  await stepper.next();
  await stepper.expectAt("login_page");
});

test("a state that is not the client's own is refused by the client", { tag: "@root" }, async ({
  stepper,
}) => {
  await stepper.open("secret-pkce", "callback");
  await stepper.edit("state", () => "someone-elses-state");
  await stepper.walkTo("reject");
  await stepper.expectRefusedBy("client.state", "The state is the one the client sent");
  await stepper.next();
  await expect(stepper.root).toHaveAttribute("data-end", "stop");
  await expect(stepper.frame.getByRole("heading")).toHaveText("That did not work");
});

test("a code is refused once its minute is over", { tag: ["@root", "@thorough"] }, async ({
  stepper,
}) => {
  await stepper.open("public-pkce", "redeem");
  await stepper.advance("1 minute");
  await stepper.next();
  await stepper.expectAt("redeem");
  await stepper.expectRefusedBy("token.code-fresh", "The code has not expired");
});

test("a wrong client secret is refused before anything else is looked at", {
  tag: ["@root", "@thorough"],
}, async ({ stepper }) => {
  await stepper.open("classic", "redeem");
  await stepper.edit("client_secret", () => "guessed");
  await stepper.next();
  await stepper.expectRefusedBy(
    "token.client-authenticated",
    "The client is known and, where it has a secret, proves who it is",
  );
  await expect(stepper.root.getByText("401 Unauthorized", { exact: true })).toBeVisible();
});

test("a replayed code is refused, and what it gave the first time stops working", {
  tag: "@root",
}, async ({ stepper }) => {
  await stepper.open("public-pkce", "api");
  await stepper.instead("Send the code a second time");
  await stepper.expectAt("replay");
  await stepper.next();
  await stepper.expectAt("refresh");
  await stepper.expectRefusedBy("token.code-unspent", "The code is used for the first time");
  await stepper.next();
  await stepper.expectAt("reject");
  await stepper.expectRefusedBy("token.grant-live", "What the user allowed has not been revoked");
  await stepper.next();
  await expect(stepper.root).toHaveAttribute("data-end", "stop");
  await expect(stepper.frame.getByText("The refresh token no longer works")).toBeVisible();
});

test("an expired access token is refused by the API, and a refresh makes the call work", {
  tag: ["@root", "@thorough"],
}, async ({ stepper }) => {
  await stepper.open("secret-pkce", "api");
  await stepper.advance("1 hour");
  await stepper.next();
  await stepper.expectAt("api");
  await stepper.expectRefusedBy("api.expiry", "The token is still valid");
  await expect(stepper.root.getByText("401 Unauthorized", { exact: true })).toBeVisible();
  await stepper.instead("Use the refresh token first");
  await stepper.expectAt("refresh");
  await stepper.next();
  await stepper.expectAt("api");
  await stepper.finish();
  await stepper.expectDone();
  await expectPhotos(stepper);
});

function otherCharacter(character: string): string {
  return character === "A" ? "B" : "A";
}
