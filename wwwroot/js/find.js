// Ctrl+K (Cmd+K) opens the search over any page; arrows choose, Enter opens, Escape closes. Without script the same link leads to the page of the search.
(() => {
  const dialog = document.getElementById("find"), input = dialog?.querySelector("input"), rows = dialog?.querySelector("[data-rows]");
  if (!dialog?.showModal) return;
  let asked = 0, wait;
  const options = () => [...rows.querySelectorAll("[role=option]")];
  const choose = index => {
    const all = options();
    all.forEach((row, i) => row.setAttribute("aria-selected", i === index));
    all[index]?.scrollIntoView({ block: "nearest" });
    if (all[index]) input.setAttribute("aria-activedescendant", all[index].id); else input.removeAttribute("aria-activedescendant");
  };
  const chosen = () => options().findIndex(row => row.getAttribute("aria-selected") === "true");
  const ask = async () => {
    const number = ++asked;
    const answer = await fetch("/find/rows?q=" + encodeURIComponent(input.value), { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
    if (number !== asked) return;
    if (!answer?.ok || answer.redirected) { location.href = "/find?q=" + encodeURIComponent(input.value); return; }
    rows.innerHTML = await answer.text();
    choose(input.value.trim() ? 0 : -1);
  };
  const open = () => { if (!dialog.open) { dialog.showModal(); input.select(); ask(); } };
  addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") { event.preventDefault(); open(); }
  });
  document.querySelectorAll("[data-find]").forEach(link => link.addEventListener("click", event => { event.preventDefault(); open(); }));
  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(ask, 80); });
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
  input.addEventListener("keydown", event => {
    const count = options().length, at = chosen();
    if (event.key === "ArrowDown") { event.preventDefault(); choose(count ? (at + 1) % count : -1); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(count ? (at - 1 + count) % count : -1); }
    if (event.key === "Enter") { event.preventDefault(); const row = options()[at]; if (row) location.href = row.href; else if (input.value.trim()) location.href = "/find?q=" + encodeURIComponent(input.value); }
  });
})();
