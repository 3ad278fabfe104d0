// Shows how far a file has come, once a second; when it is in, the page is loaded anew. Without script a link does.
(() => {
  const place = document.querySelector("[data-progress]");
  if (!place) return;
  const look = async () => {
    const answer = await fetch(place.dataset.progress, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
    if (answer && (answer.status !== 200 || answer.redirected)) { location.reload(); return; }
    if (answer) place.innerHTML = await answer.text();
    setTimeout(look, 1000);
  };
  setTimeout(look, 500);
})();
