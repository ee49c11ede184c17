// Runs before the first paint, so that a chosen theme never flashes in the other one.
(() => {
  let theme = "";
  try {
    theme = localStorage.getItem("baedge-theme") || "";
  } catch {
    // Storage may be forbidden; the system's choice holds then.
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
