// The field of the company finishes names while one types. Without script the typed part is looked up when the form is sent.
(() => {
  const form = document.querySelector("[data-companies]"), field = form?.elements.Company, list = document.getElementById("rate-companies");
  if (!field) return;
  field.setAttribute("list", list.id);
  let asked = "";
  field.addEventListener("input", async () => {
    const text = field.value.trim();
    if (text.length < 2 || text === asked) return;
    asked = text;
    const answer = await fetch(form.dataset.companies + "?text=" + encodeURIComponent(text), { headers: { Accept: "application/json" } });
    if (!answer.ok || asked !== text) return;
    list.replaceChildren(...(await answer.json()).map(company => Object.assign(document.createElement("option"), { value: company.name })));
  });
})();
