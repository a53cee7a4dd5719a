// All this script ever has is photos. The browser adds the cookie, which no script can read.

const own = { "Print-Request": "1" };
const output = document.querySelector("output");

document.querySelector("#logout").addEventListener("click", async () => {
  await fetch("/logout", { method: "POST", headers: own });
  location.assign("/");
});

// #region photos
const response = await fetch("/api/photos", { headers: own });
// #endregion

// #region render, tell
output.textContent = response.ok ? await response.text() : "Nobody is signed in.";
// #endregion
