// What cancelling costs on the day that the slider shows. The table beside it has the figures; without a script it is all there is.
(() => {
  for (const box of document.querySelectorAll("[data-exposure]")) {
    const slider = box.querySelector("input"), day = box.querySelector("[data-exposure-day]"), fee = box.querySelector("[data-exposure-fee]");
    const rows = [...box.parentElement.querySelectorAll("tr[data-fee]")];
    const show = () => {
      const on = new Date(Date.parse(box.dataset.first + "T00:00Z") + slider.value * 86400000), iso = on.toISOString().slice(0, 10);
      const row = rows.filter(step => !step.dataset.from || step.dataset.from <= iso).at(-1);
      const words = new Intl.DateTimeFormat(box.dataset.culture, { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(on);
      day.textContent = words;
      fee.textContent = row?.dataset.fee ?? "";
      slider.setAttribute("aria-valuetext", `${words}: ${fee.textContent}`);
      for (const step of rows) step.classList.toggle("table-info", step === row);
    };
    slider.addEventListener("input", show);
    box.hidden = false;
    show();
  }
})();
