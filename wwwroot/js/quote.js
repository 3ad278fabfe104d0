// What an offer or a package comes to, told while it is typed: the server prices the form as it stands. Without a script the form's button does the same.
(() => {
  const form = document.querySelector("form[data-priced]"), worth = document.getElementById("worth");
  if (!form || !worth) return;
  const isLinked = form.method === "get";
  let waiting, asking;
  const typed = () => "?" + new URLSearchParams(new FormData(form));
  const question = signal => {
    const headers = { "X-Part": "worth" };
    if (!isLinked) return fetch(form.dataset.priced, { method: "POST", body: new FormData(form), headers, signal });
    return fetch(form.dataset.priced + typed(), { headers, signal });
  };
  // What is wrong stands beside its field, as it does when the page is sent.
  const mark = () => {
    for (const said of worth.querySelectorAll("[data-field]")) {
      const field = said.dataset.field && form.querySelector(`[name="${CSS.escape(said.dataset.field)}"]:not([type=hidden])`);
      if (!field) continue;
      field.classList.add("is-invalid");
      field.dataset.marked = "";
      const beside = field.parentElement.querySelector(".invalid-feedback") ?? field.parentElement.appendChild(Object.assign(document.createElement("span"), { className: "invalid-feedback", id: field.id + "-wrong" }));
      beside.textContent = said.textContent;
      field.setAttribute("aria-describedby", beside.id);
    }
  };
  const ask = async () => {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await question(mine.signal);
      if (!answer.ok || answer.redirected) return;
      const text = await answer.text(), open = [...worth.querySelectorAll("details[open]")].map(one => one.id);
      worth.innerHTML = text;
      for (const id of open) document.getElementById(id)?.setAttribute("open", "");
      for (const field of form.querySelectorAll("[data-marked]")) { field.classList.remove("is-invalid"); delete field.dataset.marked; }
      mark();
    } catch { /* a newer question took its place, or the line is lost: the next key asks again */ }
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (isLinked) history.replaceState(null, "", form.action + typed()); // the address is what was worked out
      ask();
    }, 120);
  };
  form.addEventListener("input", event => {
    event.target.classList.remove("is-invalid");
    if (!event.target.dataset.companies) soon(); // half a name is no company
  });
  form.addEventListener("change", event => {
    if (!event.target.dataset.companies) return;
    if (isLinked) form.requestSubmit(); // its bookings are other ones too
    else soon();
  });
  if (!isLinked) ask();
})();
