import { expect, test } from "./support/test.ts";

test("a screen reader is told of every message of a walk and its verdict, the focus stays on Next", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await stepper.open("secret-pkce");
  await expect(stepper.announcer).toHaveAttribute("aria-live", "polite");
  await expect(stepper.announcer).toHaveAttribute("aria-atomic", "true");
  await expect(stepper.announcer).toHaveText("");
  await stepper.nextButton.focus();
  const said: (string | null)[] = [];
  const press = async () => {
    await stepper.answered(() => page.keyboard.press("Enter"));
    said.push(await stepper.announcer.textContent());
    await expect(stepper.nextButton).toBeFocused();
  };
  while ((await stepper.step()) !== "redeem") await press();
  await stepper.edit("code_verifier", () => "x".repeat(43));
  await stepper.nextButton.focus();
  await press();
  while ((await stepper.state()) === "waiting") await press();
  expect(said).toEqual([
    "Message 1, Alice clicks “Log in with auth.example”: sent, and not answered yet.",
    "Message 2, Print makes a state, a verifier and its challenge: made.",
    "Message 3, Print sends the browser to the authorization server: sent 303 to /authorize.",
    "Message 4, The browser asks for authorization: answered 303 to the login page.",
    "Message 5, The browser fetches the login page: answered 200 login page.",
    "Message 6, Alice signs in: answered 303 to the consent page.",
    "Message 7, The browser fetches the consent page: answered 200 consent page.",
    "Message 8, Alice decides: answered 303 code, state, iss.",
    "Message 9, The browser brings the answer to Print: sent, and not answered yet.",
    "Message 10, Print checks what came back: all checks passed.",
    "Message 11, Print redeems the code: answered 400 invalid_grant. Refused by: The verifier matches the challenge.",
    "Message 12, Print redeems the code: answered 200 access_token.",
    "Message 13, Print sends the browser on to a clean address: sent 303 to /photos.",
    "Message 14, The browser asks Print for the photos: sent, and not answered yet.",
    "Message 15, Print calls the API with the access token: answered 200 photos.",
    "Message 16, Print shows the photos: sent 200 page with the photos. The walk is done.",
  ]);
});

test("a walk that stops says so", { tag: "@root" }, async ({ stepper }) => {
  await stepper.open("public-pkce", "callback");
  await stepper.edit("iss", () => "https://other.example");
  await stepper.next();
  await stepper.next();
  await expect(stepper.announcer).toHaveText(
    "Message 9, The script checks what came back and cleans the address: not an answer to this request. Refused by: The answer comes from the server that was asked.",
  );
  await stepper.next();
  await expect(stepper.announcer).toHaveText(
    "Message 10, The script says why it goes no further: shown. The walk ends here.",
  );
});

test("the button that is named Next tells a screen reader what it will do", {
  tag: "@root",
}, async ({ stepper }) => {
  await stepper.open("classic");
  await expect(stepper.nextButton).toHaveAccessibleDescription(": send GET /login");
  await expect(stepper.root.getByRole("progressbar")).toHaveAttribute(
    "aria-valuetext",
    "0 of 15 messages sent",
  );
});
