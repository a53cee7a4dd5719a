// Before the first paint: the theme chosen earlier, if any. Without one the system's choice holds.
try {
  const theme = localStorage.getItem("grantlab.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the page works without it.
}
