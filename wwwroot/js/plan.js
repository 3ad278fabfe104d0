// A block of cells copied in a spreadsheet and pasted into a cell of the grid fills the grid from there. Without script there is a field for it below.
(() => {
  addEventListener("paste", event => {
    const cell = event.target.closest?.("[data-grid] input[data-row]");
    const text = event.clipboardData?.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
    if (!cell || !text || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const grid = cell.closest("[data-grid]"), status = grid.querySelector("[data-pasted]");
    let filled = 0, beside = 0;
    text.split("\n").forEach((line, down) => line.split("\t").forEach((value, right) => {
      const to = grid.querySelector(`input[data-row="${+cell.dataset.row + down}"][data-column="${+cell.dataset.column + right}"]`);
      if (!to) { beside++; return; }
      to.value = value.trim();
      filled++;
    }));
    status.textContent = (beside ? status.dataset.beside : status.dataset.filled).replace("{0}", filled).replace("{1}", beside);
  });
})();
