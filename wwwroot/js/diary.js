// The diary at work. It draws nothing itself: the server's page is shown, asked again after each change, and judges every move.
(() => {
  const page = document.getElementById("diary-page");
  if (!page) return;
  const text = page.dataset, token = page.querySelector("[name=__RequestVerificationToken]")?.value;
  const shown = document.getElementById("diary-shown"), live = document.getElementById("diary-live"), notes = document.getElementById("diary-notes"), panel = document.getElementById("diary-panel");
  const Edge = 7, Threshold = 4, Day = 1440;
  const undone = [];
  let grid, drag, cursor, picked = new Set(), isStale = false, seen = text.seen, asked = 0, drawn = 0;

  // Places and times: minutes count from midnight of the first day shown.
  const read = () => {
    const diary = shown.querySelector(".diary");
    if (!diary) return grid = null;
    const d = diary.dataset;
    return grid = { diary, first: Date.parse(d.first + "T00:00Z"), opens: +d.opens, unit: +d.unit, step: +d.step, byDay: +d.step >= Day, perDay: (Day - d.opens) / d.unit, units: +getComputedStyle(diary).getPropertyValue("--n") };
  };
  const iso = minutes => new Date(grid.first + minutes * 60000).toISOString().slice(0, 16);
  const minutesOf = moment => (Date.parse(moment + "Z") - grid.first) / 60000;
  const unitOf = minutes => {
    const day = Math.floor(minutes / Day), within = Math.min(Math.max(minutes - day * Day - grid.opens, 0), Day - grid.opens);
    return day * grid.perDay + within / grid.unit;
  };
  const minuteAt = unit => {
    const day = Math.floor(unit / grid.perDay);
    return day * Day + grid.opens + (unit - day * grid.perDay) * grid.unit;
  };
  const unitAt = (line, x) => { const box = line.getBoundingClientRect(); return (x - box.left) / box.width * grid.units; };
  const snapped = minutes => Math.round(minutes / grid.step) * grid.step;
  const rows = () => [...grid.diary.querySelectorAll(".diary-row[data-space]")];
  const rowAt = (x, y) => document.elementsFromPoint(x, y).map(element => element.closest(".diary-row[data-space]")).find(row => row);
  const lineOf = row => row.querySelector(".diary-line");
  const nameOf = row => row.querySelector(".diary-name a").textContent;
  const barOf = id => shown.querySelector(`.bar[data-f="${id}"]`);
  const format = (options, moment) => new Intl.DateTimeFormat(text.culture, { ...options, timeZone: "UTC", hourCycle: "h23" }).format(moment);
  const hour = minutes => format({ hour: "2-digit", minute: "2-digit" }, grid.first + minutes * 60000);
  const day = minutes => format({ weekday: "short", day: "numeric", month: "short" }, grid.first + minutes * 60000);
  const tell = words => { live.textContent = ""; requestAnimationFrame(() => live.textContent = words); };
  const element = (tag, css, words) => { const made = document.createElement(tag); made.className = css; if (words) made.textContent = words; return made; };

  // What happened, with a way back or on.
  const note = (words, kind, ...buttons) => {
    const box = element("div", `diary-note ${kind}`, words);
    for (const [label, act] of buttons) {
      const button = element("button", "btn btn-sm", label);
      button.type = "button";
      button.addEventListener("click", () => { box.remove(); act(); });
      box.append(button);
    }
    const close = element("button", "btn-close");
    close.type = "button"; close.ariaLabel = text.close;
    close.addEventListener("click", () => box.remove());
    box.append(close);
    notes.replaceChildren(box);
    if (kind === "done") setTimeout(() => box.remove(), 12000);
  };

  // The server's page again, in the place of the old one; what is picked stays picked.
  let standing = ""; // the bars as they were drawn last
  const show = html => {
    const fresh = new DOMParser().parseFromString(html, "text/html"), next = fresh.getElementById("diary-shown");
    if (!next) return location.reload();
    standing = [...next.querySelectorAll(".bar")].map(bar => bar.outerHTML).join("");
    const hadFocus = shown.contains(document.activeElement), focused = document.activeElement?.dataset?.f;
    shown.replaceChildren(...next.childNodes);
    cards.clear();
    seen = fresh.getElementById("diary-page").dataset.seen;
    for (const part of ["diary-count"]) document.getElementById(part)?.replaceWith(fresh.getElementById(part));
    read();
    mark();
    place();
    if (hadFocus) (focused && barOf(focused) || grid?.diary)?.focus({ preventScroll: true });
  };
  const refresh = async () => {
    if (drag) return isStale = true; // pressed already: what is under the hand stays until it is let go
    isStale = false;
    const mine = ++asked;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected && new URL(answer.url).pathname === "/sign-in") return note(text.signedOut, "refused", [text.signIn, () => location.assign(answer.url)]);
      const html = answer.ok ? await answer.text() : null;
      if (html === null || mine < drawn) return; // one that was asked for later is drawn already: this one is older
      if (drag) return isStale = true; // it was taken up while this answer was on its way
      drawn = mine;
      show(html);
    } catch { /* the next news asks again */ }
  };

  // In a month a bar has a title only: its whole card is fetched when somebody looks at it.
  const cards = new Map();
  const cardOf = id => {
    if (!cards.has(id)) cards.set(id, fetch(`/diary/cards/${id}`, { headers: { Accept: "text/plain" } }).then(answer => answer.ok && !answer.redirected ? answer.text() : null).catch(() => null));
    return cards.get(id);
  };
  const look = async bar => {
    const id = bar.dataset.f ?? bar.dataset.c, words = await cardOf(id);
    if (!words) return cards.delete(id); // asked again at the next look; the title stays
    if (bar.querySelector(".tip")) return;
    bar.removeAttribute("title");
    bar.setAttribute("aria-label", words); // what is seen is what is read out
    bar.append(element("span", "tip", words));
  };
  const barsAlone = target => { const bar = target.closest?.(".light .bar[href]"); return bar && !bar.querySelector(".tip") ? bar : null; };
  let looking;
  shown.addEventListener("pointerover", event => {
    clearTimeout(looking);
    const bar = barsAlone(event.target);
    if (bar && event.pointerType !== "touch") looking = setTimeout(look, 80, bar); // not for each that the mouse passes over
  });
  shown.addEventListener("focusin", event => { const bar = barsAlone(event.target); if (bar) look(bar); });

  // News from colleagues, on any node; silent while the page is hidden.
  let listening = null;
  const listen = async () => {
    if (listening || document.hidden) return;
    listening = new AbortController();
    try {
      while (true) {
        const answer = await fetch(`/diary/news?since=${encodeURIComponent(seen)}`, { signal: listening.signal, headers: { Accept: "application/json" } });
        if (answer.status === 401) { note(text.signedOut, "refused", [text.signIn, () => location.reload()]); break; }
        if (!answer.ok) throw new Error();
        const news = await answer.json();
        seen = news.seen;
        if (news.changed) {
          const before = standing;
          await refresh();
          if (!document.hidden && standing !== before) tell(text.changed); // one's own change was read out when it was saved
        }
      }
    } catch (failure) {
      if (failure.name !== "AbortError") setTimeout(listen, 3000);
    }
    listening = null;
  };
  document.addEventListener("visibilitychange", () => document.hidden ? listening?.abort() : listen());
  addEventListener("online", listen);

  // A move goes to the server; what it refuses is explained, and can be typed instead.
  const move = async (moves, version, said, isUndo) => {
    const form = new FormData();
    form.append("__RequestVerificationToken", token);
    if (version) form.append("Version", version);
    moves.forEach((wanted, i) => { for (const [name, value] of Object.entries(wanted)) form.append(`Moves[${i}].${name}`, value); });
    let answer;
    try {
      answer = await fetch("/diary/functions/move", { method: "POST", body: form, headers: { Accept: "application/json" } });
    } catch {
      unghost();
      note(text.offline, "refused", [text.again, () => move(moves, version, said, isUndo)]);
      return tell(text.offline);
    }
    if (answer.ok) {
      const done = await answer.json();
      if (!isUndo) undone.push({ moves: done.undo.map(back => ({ FunctionId: back.functionId, SpaceId: back.spaceId, Start: back.start, End: back.end })), version: done.version });
      await refresh();
      unghost();
      note(said, "done", ...(isUndo ? [] : [[text.undo, undo]]));
      return tell(said);
    }
    unghost();
    const problem = answer.status === 401 ? { title: text.signedOut } : await answer.json().catch(() => ({}));
    const why = problem.title ?? text.failed;
    await refresh();
    note(why, "refused", ...(moves.length === 1 && !isUndo ? [[text.moveTo, () => open(address(moves[0]))]] : []));
    tell(why);
  };
  const undo = () => {
    const last = undone.pop();
    if (last) move(last.moves, last.version, text.undone, true); else tell(text.nothing);
  };
  const address = wanted => `/diary/functions/${wanted.FunctionId}?` + new URLSearchParams(Object.entries({ spaceId: wanted.SpaceId, start: wanted.Start, end: wanted.End, shift: wanted.Shift, stretch: wanted.Stretch }).filter(([, value]) => value !== undefined));

  // The form of a function in a panel: the same page that opens without script.
  const fill = html => {
    const main = new DOMParser().parseFromString(html, "text/html").getElementById("main");
    panel.replaceChildren(...[...main.childNodes].filter(node => node.nodeType === 1));
    const form = panel.querySelector("form"), title = panel.querySelector("h1");
    title.id = "diary-panel-title";
    panel.querySelector("[data-close]")?.addEventListener("click", event => { event.preventDefault(); panel.close(); });
    form?.addEventListener("submit", async event => {
      event.preventDefault();
      const back = form.dataset.undo && JSON.parse(form.dataset.undo);
      let answer;
      try {
        answer = await fetch(form.action, { method: "POST", body: new FormData(form, event.submitter), headers: { Accept: "text/html" } });
      } catch { return note(text.offline, "refused"); }
      if (!answer.redirected) return fill(await answer.text());
      panel.close();
      await refresh();
      if (back) undone.push({ moves: [back], version: barOf(back.FunctionId)?.dataset.v });
      note(text.saved, "done", ...(back ? [[text.undo, undo]] : []));
      tell(text.saved);
    });
    (panel.querySelector("[role=alert]") ?? panel.querySelector("input:not([type=hidden]), select"))?.focus();
  };
  const open = async url => {
    try {
      const answer = await fetch(url, { headers: { Accept: "text/html" } });
      if (!answer.ok) return note(text.failed, "refused");
      const html = await answer.text();
      if (!panel.open) panel.showModal(); // only now: what it showed last time is not to be typed into
      fill(html);
    } catch { note(text.offline, "refused"); }
  };
  panel.addEventListener("close", () => grid?.diary.focus({ preventScroll: true }));

  // Picked functions: of one booking, moved together.
  const mark = () => { for (const bar of shown.querySelectorAll(".bar[data-f]")) bar.classList.toggle("picked", picked.has(bar.dataset.f)); };
  const pick = bar => {
    const others = [...picked].map(barOf).filter(other => other);
    if (others.some(other => other.getAttribute("href") !== bar.getAttribute("href"))) picked.clear();
    if (!picked.delete(bar.dataset.f)) picked.add(bar.dataset.f);
    mark();
    tell(`${picked.size} ${text.picked}`);
  };
  const together = bar => picked.has(bar.dataset.f) ? [...picked].map(barOf).filter(other => other) : [bar];
  const spaceOf = bar => bar.closest(".diary-row").dataset.space;
  const sent = (bars, from, to, shift, stretch) => bars.map(bar => ({ FunctionId: bar.dataset.f, SpaceId: spaceOf(bar) === from ? to : spaceOf(bar), Shift: shift, Stretch: stretch }));

  // Dragging: a ghost shows where it would be, the server says whether.
  let asking, ghost;
  const unghost = () => { ghost?.remove(); ghost = null; };
  const ask = () => {
    clearTimeout(asking?.timer);
    asking?.stop.abort();
    const stop = new AbortController(), wanted = drag;
    asking = { stop, timer: setTimeout(async () => {
      try {
        const query = new URLSearchParams({ spaceId: wanted.to.dataset.space, ...(wanted.bar ? { functionId: wanted.bar.dataset.f, shift: wanted.shift, stretch: wanted.stretch } : { start: iso(wanted.start), end: iso(wanted.end) }) });
        const answer = await fetch("/diary/functions/check?" + query, { signal: stop.signal, headers: { Accept: "application/json" } });
        if (!answer.ok || drag !== wanted) return;
        const said = await answer.json();
        ghost?.classList.toggle("no", !said.ok);
        ghost?.classList.toggle("warns", said.ok && said.warnings.length > 0);
        const why = ghost?.querySelector(".why");
        if (why) why.textContent = [...said.reasons, ...said.warnings].join("\n");
      } catch { /* asked again, or let go */ }
    }, 90) };
  };
  const draw = () => {
    const line = lineOf(drag.to);
    if (!ghost) { ghost = element("div", "bar ghost"); ghost.append(element("span", "when"), element("span", "why")); }
    if (ghost.parentNode !== line) line.append(ghost);
    const from = unitOf(drag.start), width = Math.max(.5, unitOf(drag.end) - from);
    ghost.style.left = `${from / grid.units * 100}%`;
    ghost.style.width = `${width / grid.units * 100}%`;
    ghost.classList.toggle("at-end", from / grid.units > .6);
    const when = grid.byDay ? day(drag.start) : `${day(drag.start)} ${hour(drag.start)}–${hour(drag.end)}`;
    ghost.querySelector(".when").textContent = `${when}, ${nameOf(drag.to)}`;
  };
  const follow = event => {
    if (!drag) return;
    if (!drag.moved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < Threshold) return;
    drag.moved = true;
    const before = `${drag.start} ${drag.end} ${drag.to?.dataset.space}`;
    const line = lineOf(drag.from), units = unitAt(line, event.clientX) - unitAt(line, drag.x);
    if (drag.kind === "new") {
      const [a, b] = [drag.at, minuteAt(unitAt(line, event.clientX))].sort((one, other) => one - other);
      drag.start = Math.floor(a / grid.step) * grid.step;
      drag.end = Math.max(drag.start + grid.step, Math.ceil(b / grid.step) * grid.step);
      drag.to = drag.from;
    } else {
      const moved = edge => grid.byDay ? Math.round(units / grid.perDay) * Day : snapped(minuteAt(unitOf(edge) + units)) - snapped(edge);
      const by = moved(drag.kind === "end" ? drag.ends : drag.begins);
      drag.shift = drag.kind === "end" ? 0 : by;
      drag.stretch = drag.kind === "end" ? by : drag.kind === "start" ? -by : 0;
      [drag.start, drag.end] = [drag.begins + drag.shift, drag.ends + drag.shift + drag.stretch];
      drag.to = drag.kind === "move" ? rowAt(event.clientX, event.clientY) ?? drag.to ?? drag.from : drag.from;
    }
    draw();
    if (before !== `${drag.start} ${drag.end} ${drag.to.dataset.space}`) ask();
  };
  const drop = () => {
    const done = drag;
    clearTimeout(asking?.timer);
    drag = null;
    document.body.classList.remove("dragging");
    setTimeout(() => { if (isStale) refresh(); });
    if (!done?.moved) return unghost();
    addEventListener("click", event => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
    if (done.kind === "new") {
      unghost();
      return open("/diary/functions/new?" + new URLSearchParams({ spaceId: done.to.dataset.space, date: iso(done.start).slice(0, 10), from: iso(done.start).slice(11), until: iso(done.end).slice(11), endDate: iso(done.end).slice(0, 10) }));
    }
    const from = done.from.dataset.space, to = done.to.dataset.space;
    if (!done.shift && !done.stretch && from === to) return unghost();
    ghost?.classList.add("waits");
    move(sent(together(done.bar), from, to, done.shift, done.stretch), done.bar.dataset.v, `${text.moved} ${nameOf(done.to)}, ${day(done.start)}${grid.byDay ? "" : ` ${hour(done.start)}–${hour(done.end)}`}`);
  };
  const give = () => { drag = null; document.body.classList.remove("dragging"); clearTimeout(asking?.timer); unghost(); if (isStale) refresh(); };
  const begins = bar => bar.dataset.s ? minutesOf(bar.dataset.s) : minuteAt(+getComputedStyle(bar).getPropertyValue("--x"));
  const ends = bar => bar.dataset.e ? minutesOf(bar.dataset.e) : begins(bar) + +getComputedStyle(bar).getPropertyValue("--w") * grid.unit;
  shown.addEventListener("pointerdown", event => {
    if (event.button !== 0 || event.pointerType === "touch" || !grid || !text.plans) return;
    const bar = event.target.closest(".bar"), line = event.target.closest(".diary-row[data-space] .diary-line");
    if (!line) return;
    const from = line.closest(".diary-row");
    if (bar?.dataset.f && !event.ctrlKey && !event.metaKey) {
      const box = bar.getBoundingClientRect();
      const kind = grid.byDay ? "move" : box.right - event.clientX < Edge && box.width > 3 * Edge ? "end" : event.clientX - box.left < Edge && box.width > 3 * Edge ? "start" : "move";
      drag = { kind, bar, from, x: event.clientX, y: event.clientY, begins: begins(bar), ends: ends(bar) };
    } else if (!bar && !grid.byDay) {
      drag = { kind: "new", from, x: event.clientX, y: event.clientY, at: minuteAt(unitAt(line, event.clientX)) };
    } else return;
    event.preventDefault();
    document.body.classList.add("dragging");
  });
  addEventListener("pointermove", follow);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", give);
  shown.addEventListener("dragstart", event => event.preventDefault());
  shown.addEventListener("pointermove", event => {
    const bar = event.target.closest(".bar[data-f]");
    if (!bar || drag || !text.plans) return;
    const box = bar.getBoundingClientRect();
    bar.classList.toggle("edge", !grid.byDay && box.width > 3 * Edge && (box.right - event.clientX < Edge || event.clientX - box.left < Edge));
  });
  shown.addEventListener("click", event => {
    const bar = event.target.closest(".bar[data-f]");
    if (bar && (event.ctrlKey || event.metaKey) && text.plans) { event.preventDefault(); pick(bar); }
    const form = event.target.closest("a[data-panel]");
    if (form) { event.preventDefault(); open(form.href); }
  });

  // By keyboard alone: a cursor of space and time.
  const under = () => [...rows()[cursor.row].querySelectorAll(".bar[data-f]")].find(bar => begins(bar) <= cursor.at && cursor.at < ends(bar));
  const pace = () => grid.byDay ? Day : Math.max(grid.step, 30);
  const place = () => {
    shown.querySelector(".cursor")?.remove();
    if (!cursor || !grid) return;
    cursor.row = Math.min(Math.max(cursor.row, 0), rows().length - 1);
    const last = Math.floor(grid.units / grid.perDay) * Day;
    cursor.at = Math.min(Math.max(cursor.at, grid.opens), last - pace());
    const box = element("i", "cursor"), width = grid.byDay ? grid.perDay : pace() / grid.unit;
    box.style.left = `${unitOf(cursor.at) / grid.units * 100}%`;
    box.style.width = `${width / grid.units * 100}%`;
    lineOf(rows()[cursor.row]).append(box);
  };
  const step = minutes => {
    cursor.at += minutes;
    const within = ((cursor.at % Day) + Day) % Day;
    if (within < grid.opens) cursor.at += minutes < 0 ? -(within + pace()) : grid.opens - within; // the night that is not shown
  };
  const announce = () => {
    const row = rows()[cursor.row], bar = under();
    const when = grid.byDay ? day(cursor.at) : `${day(cursor.at)} ${hour(cursor.at)}`;
    row.scrollIntoView({ block: "nearest" });
    tell(`${nameOf(row)}, ${when}, ${bar ? (bar.querySelector(".tip")?.textContent ?? bar.title) : row.querySelector(".bar.echo") && [...row.querySelectorAll(".bar.echo")].some(echo => begins(echo) <= cursor.at && cursor.at < ends(echo)) ? text.taken : text.free}`);
  };
  const nudge = (bar, rowsBy, shift, stretch) => {
    const all = rows(), at = all.indexOf(bar.closest(".diary-row")), to = all[at + rowsBy];
    if (!to) return;
    cursor = { row: at + rowsBy, at: begins(bar) + shift };
    move(sent(together(bar), spaceOf(bar), to.dataset.space, shift, stretch), bar.dataset.v, `${text.moved} ${nameOf(to)}, ${day(begins(bar) + shift)}${grid.byDay ? "" : ` ${hour(begins(bar) + shift)}–${hour(ends(bar) + shift + stretch)}`}`);
  };
  addEventListener("keydown", event => {
    if (event.key === "Escape" && drag) return give();
    if (panel.open || event.target.closest("input, select, textarea") || !grid) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) { event.preventDefault(); return undo(); }
    if (!grid.diary.contains(event.target)) return;
    const target = event.target.closest(".bar[data-f]");
    if (target && event.key === "Enter") return; // a link
    if (target) cursor = { row: rows().indexOf(target.closest(".diary-row")), at: begins(target) };
    cursor ??= { row: 0, at: grid.byDay ? grid.opens : grid.opens + 180 };
    const bar = target ?? under(), plans = text.plans;
    const arrows = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (arrows) {
      const [down, right] = arrows;
      if (event.shiftKey && bar && plans) {
        const by = right * grid.step;
        if (event.ctrlKey && !grid.byDay) { if (right) nudge(bar, 0, 0, by); } else nudge(bar, down, by, 0);
      } else {
        cursor.row += down;
        if (right) event.ctrlKey ? cursor.at += right * Day : step(right * pace());
        if (target) grid.diary.focus({ preventScroll: true });
        place();
        announce();
      }
    } else if (event.key === "Home" || event.key === "End") {
      cursor.at = event.key === "Home" ? grid.opens : Infinity;
      place();
      announce();
    } else if (event.key === "PageUp" || event.key === "PageDown") page.querySelector(event.key === "PageUp" ? "[rel=prev]" : "[rel=next]")?.click();
    else if (event.key === "Enter" && plans) {
      if (bar) open(`/diary/functions/${bar.dataset.f}`);
      else {
        const [start, end] = grid.byDay ? [cursor.at - grid.opens + 540, cursor.at - grid.opens + 1020] : [cursor.at, cursor.at + 120];
        open("/diary/functions/new?" + new URLSearchParams({ spaceId: rows()[cursor.row].dataset.space, date: iso(start).slice(0, 10), from: iso(start).slice(11), until: iso(end).slice(11), endDate: iso(end).slice(0, 10) }));
      }
    } else if (event.key === " " && bar && plans) pick(bar);
    else if (event.key.toLowerCase() === "m" && bar && plans) open(`/diary/functions/${bar.dataset.f}`);
    else if (event.key.toLowerCase() === "o" && bar) location.assign(bar.href);
    else if (event.key === "Escape") { picked.clear(); mark(); }
    else return;
    event.preventDefault();
  });

  read();
  listen();
})();
