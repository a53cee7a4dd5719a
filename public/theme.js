// Before the first paint: theme, projector, embedding. Switched by src/app/shell/theme.ts and src/app/bench/projector.ts.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  let theme = null;
  let projector = query.get("projector");
  try {
    theme = localStorage.getItem("grantlab.theme");
    if (projector !== null) sessionStorage.setItem("grantlab.projector", projector);
    projector = sessionStorage.getItem("grantlab.projector");
  } catch {
    // Storage may be forbidden.
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const chosen = theme === "light" || theme === "dark" ? theme : undefined;
  root.dataset.theme = chosen ?? (dark ? "dark" : "light");
  if (projector !== null && projector !== "off") root.dataset.projector = "";
  if (/\/flows\/[^/]+\/?$/.test(location.pathname) && query.has("embed")) root.dataset.embed = "";
})();
