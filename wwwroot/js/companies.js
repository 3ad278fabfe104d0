// A field of a company offers those that are like what is typed: arrows choose, Enter takes, Escape closes. Without script one types the whole name.
(() => {
  for (const input of document.querySelectorAll("input[data-companies]")) {
    const list = document.getElementById(input.getAttribute("aria-controls"));
    let asked = 0, wait;
    const options = () => [...list.children];
    const chosen = () => options().findIndex(option => option.getAttribute("aria-selected") === "true");
    const mark = index => {
      options().forEach((option, i) => option.setAttribute("aria-selected", i === index));
      options()[index]?.scrollIntoView({ block: "nearest" });
      if (options()[index]) input.setAttribute("aria-activedescendant", options()[index].id); else input.removeAttribute("aria-activedescendant");
    };
    const show = rows => {
      list.replaceChildren(...rows.map((row, i) => {
        const option = document.createElement("div"), beside = document.createElement("span");
        Object.assign(option, { id: `${list.id}-${i}`, role: "option", textContent: row.text + " " });
        Object.assign(beside, { className: "text-secondary", textContent: row.beside });
        option.dataset.text = row.text;
        option.append(beside);
        return option;
      }));
      list.hidden = rows.length === 0;
      input.setAttribute("aria-expanded", rows.length > 0);
      mark(-1);
    };
    const close = () => { clearTimeout(wait); asked++; show([]); };
    const take = option => { input.value = option.dataset.text; close(); input.dispatchEvent(new Event("change", { bubbles: true })); };
    const ask = async () => {
      const number = ++asked, typed = input.value.trim();
      const answer = typed.length < 2 ? null : await fetch(`${input.dataset.companies}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json", "X-Requested-With": "fetch" } }).catch(() => null);
      if (number !== asked) return;
      show(answer?.ok && !answer.redirected ? await answer.json() : []);
    };
    input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(ask, 80); });
    input.addEventListener("blur", close);
    list.addEventListener("mousedown", event => { event.preventDefault(); const option = event.target.closest("[role=option]"); if (option) take(option); });
    input.addEventListener("keydown", event => {
      const count = options().length, at = chosen();
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (count === 0) ask(); else mark(event.key === "ArrowDown" ? (at + 1) % count : (at <= 0 ? count : at) - 1);
      }
      if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(options()[at]); }
      if (event.key === "Escape" && count > 0) { event.preventDefault(); event.stopPropagation(); close(); }
    });
  }
})();
