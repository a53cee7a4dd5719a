// Before the first paint: the theme chosen earlier, otherwise the system's. The page's switch is src/app/shell/theme.ts.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem("grantlab.theme");
  } catch {
    // Storage may be forbidden; the page works without it.
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const chosen = theme === "light" || theme === "dark" ? theme : undefined;
  document.documentElement.dataset.theme = chosen ?? (dark ? "dark" : "light");
})();
