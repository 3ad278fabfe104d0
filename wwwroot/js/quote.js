// What an offer comes to, told while it is typed: the server prices the form as it stands. Without a script the button below does the same.
(() => {
  const form = document.querySelector("form[data-priced]"), worth = document.getElementById("worth");
  if (!form || !worth) return;
  let waiting, asking;
  const ask = async () => {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.priced, { method: "POST", body: new FormData(form), headers: { "X-Part": "worth" }, signal: mine.signal });
      if (answer.ok && !answer.redirected) worth.innerHTML = await answer.text();
    } catch { /* a newer question took its place, or the line is lost: the next key asks again */ }
  };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  ask();
})();
