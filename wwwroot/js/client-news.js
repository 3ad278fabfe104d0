// A client opened or answered an offer of this seller: said at once, on whatever page is open. Silent while the page is hidden.
(() => {
  const shown = document.querySelector("[data-client-news]");
  if (!shown) return;
  const pause = 1000, again = 5000;
  const kept = "client-news-after"; // from page to page of this tab: nothing is missed on the way
  let seen = null, after = Number(sessionStorage.getItem(kept)) || 0, listening = null;

  const show = line => {
    const card = document.createElement("div"), link = document.createElement("a"), close = document.createElement("button");
    card.className = "card client-news-line";
    link.href = line.address;
    link.textContent = line.text;
    close.type = "button";
    close.className = "btn-close";
    close.setAttribute("aria-label", shown.dataset.close);
    close.addEventListener("click", () => card.remove());
    card.append(link, close);
    shown.append(card);
    while (shown.children.length > 4) shown.firstElementChild.remove();
  };

  const listen = async () => {
    if (listening || document.hidden) return;
    const mine = listening = new AbortController();
    try {
      while (!mine.signal.aborted) {
        const query = `?after=${after}` + (seen === null ? "" : `&since=${encodeURIComponent(seen)}`);
        const answer = await fetch(`/inbox/news${query}`, { signal: mine.signal, headers: { Accept: "application/json" } });
        if (answer.status === 401 || answer.status === 403 || answer.redirected) return; // signed out: the next page says so
        if (!answer.ok) throw new Error();
        const news = await answer.json();
        [seen, after] = [news.seen, news.after];
        sessionStorage.setItem(kept, after);
        news.lines.forEach(show);
        await new Promise(done => setTimeout(done, pause)); // many changes in a busy house are asked for once
      }
    } catch (failure) {
      if (failure.name !== "AbortError") setTimeout(listen, again);
    } finally {
      if (listening === mine) listening = null;
    }
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { listening?.abort(); listening = null; } else listen();
  });
  addEventListener("online", listen);
  listen();
})();
