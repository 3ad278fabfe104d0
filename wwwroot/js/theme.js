// Light or dark: the system's way unless the person chose; set before the first paint.
(() => {
  const key = "theme", system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = localStorage.getItem(key);
    document.documentElement.dataset.bsTheme = chosen ?? (system.matches ? "dark" : "light");
  };
  apply();
  system.addEventListener("change", apply);
  addEventListener("click", event => {
    if (event.target.closest("[data-theme-switch]")) {
      localStorage.setItem(key, document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark");
      apply();
    }
    // An open menu closes when one clicks elsewhere.
    for (const menu of document.querySelectorAll("details.drop[open]"))
      if (!menu.contains(event.target)) menu.open = false;
  });
})();
