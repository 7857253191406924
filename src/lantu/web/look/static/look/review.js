// The keyboard of the review screen. Every key presses a link, a button or a summary that stands on the page, so all
// of it works without this script too, only with more reloading.
"use strict";

(() => {
  const root = document.querySelector("[data-review]");
  const panel = document.getElementById("panel");
  if (!root || !panel) return;
  const home = root.dataset.review;
  let busy = false;

  const itemOf = (link) => new URL(link.href, location.href).searchParams.get("item");

  // --- what stands out in the list and in the text
  function point(id, scroll) {
    panel.dataset.current = id;
    for (const old of document.querySelectorAll(".queue [aria-current]")) old.removeAttribute("aria-current");
    for (const old of document.querySelectorAll("[data-current].item")) old.removeAttribute("data-current");
    const row = document.getElementById(`i-${id}`);
    const words = document.getElementById(`w-${id}`);
    if (row) {
      row.querySelector("a").setAttribute("aria-current", "true");
      const list = row.closest(".list-scroll");
      const above = row.offsetTop - list.offsetTop - 32, below = above + row.offsetHeight + 64 - list.clientHeight;
      if (list.scrollTop > above) list.scrollTop = above;
      else if (list.scrollTop < below) list.scrollTop = below;
    }
    if (words) {
      words.dataset.current = "";
      if (scroll && matchMedia("(min-width: 62rem)").matches) {
        const box = words.getBoundingClientRect();
        if (box.top < 80 || box.bottom > innerHeight - 80) words.scrollIntoView({ block: "center", behavior: "instant" });
      }
    }
  }

  function show(html, id) {
    panel.innerHTML = html;
    panel.scrollTop = 0;
    if (id) {
      point(id, true);
      const address = new URL(location.href);
      address.searchParams.set("item", id);
      for (const gone of ["add", "words"]) address.searchParams.delete(gone);
      address.hash = "";
      history.replaceState(null, "", address);
    }
    const alarm = panel.querySelector("[role=alert]");
    const open = panel.querySelector("details[open] input:not([type=hidden]), details[open] textarea");
    if (alarm && open) { open.focus({ preventScroll: true }); alarm.scrollIntoView({ block: "nearest", behavior: "instant" }); }
    else panel.querySelector("#panel-name")?.focus({ preventScroll: true });
  }

  // One request at a time; keys that come while it runs do nothing, so that nobody decides on what is not yet shown.
  async function ask(address, options, take) {
    if (busy) return;
    busy = true;
    panel.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { credentials: "same-origin", ...options });
      if (answer.redirected) location.assign(answer.url);
      else await take(answer);
    } catch {
      location.reload();
    } finally {
      busy = false;
      panel.removeAttribute("aria-busy");
    }
  }

  async function open(id, address) {
    if (!id) return;
    if (!document.getElementById(`i-${id}`) && !document.getElementById(`w-${id}`)) { location.assign(address); return; }
    await ask(`${home}items/${encodeURIComponent(id)}/?${root.dataset.query}`, {}, async (answer) => {
      if (!answer.ok) { location.assign(address); return; }
      const html = await answer.text();
      document.getElementById("said").textContent = "";
      show(html, id);
    });
  }

  async function send(form, button) {
    const body = new FormData(form, button || undefined);
    const options = { method: "POST", body, headers: { "X-Requested-With": "fetch" } };
    await ask(form.action, options, async (answer) => {
      if (!(answer.headers.get("Content-Type") || "").includes("json")) { location.reload(); return; }
      const told = await answer.json();
      if (told.go) { location.assign(told.go); return; }
      for (const [id, html] of Object.entries(told.rows || {})) {
        const row = document.getElementById(`i-${id}`);
        if (row) row.outerHTML = html;
      }
      for (const [id, [state, isPressing]] of Object.entries(told.states || {})) {
        const words = document.getElementById(`w-${id}`);
        if (words) { words.dataset.state = state; words.toggleAttribute("data-doubt", isPressing); }
      }
      if (told.counts) document.getElementById("counts").innerHTML = told.counts;
      if (told.lede) document.getElementById("lede").textContent = told.lede;
      document.getElementById("said").textContent = told.said || "";
      show(told.panel, told.item);
    });
  }

  // --- clicks and forms
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href*='?item=']");
    if (link && root.contains(link)) {
      const id = itemOf(link);
      event.preventDefault();
      open(id, link.href);
    }
  });
  panel.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-decide]")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });

  // --- keys
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

  function chosenWords() {
    const chosen = getSelection();
    const words = chosen && !chosen.isCollapsed ? chosen.toString().trim() : "";
    const block = words && chosen.anchorNode?.parentElement?.closest("[id^=b]");
    return block && /^b\d+$/.test(block.id) ? { block: block.id.slice(1), words } : null;
  }

  function press(key) {
    const target = panel.querySelector(`[data-key="${key}"]`) || document.querySelector(`details[data-key="${key}"]`);
    if (!target || target.disabled) return false;
    if (target.tagName === "DETAILS") {
      for (const other of panel.querySelectorAll("details.act[open]")) if (other !== target) other.open = false;
      target.open = !target.open;
      const first = target.querySelector("input:not([type=hidden]), textarea, select");
      if (target.open && first) {
        if (panel.contains(target)) panel.scrollTop = target.offsetTop - panel.offsetTop;
        first.focus();
        first.select?.();
      } else target.querySelector("summary").focus();
    } else if (key === "n") {
      const chosen = chosenWords();
      const block = chosen ? chosen.block : new URL(target.href).searchParams.get("add");
      const address = new URL(home, location.href);
      address.searchParams.set("add", block);
      if (chosen) address.searchParams.set("words", chosen.words);
      location.assign(address);
    } else target.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      const details = event.target.closest("details.act[open]");
      if (details) details.open = false;
      panel.querySelector("#panel-name")?.focus();
      return;
    }
    if (typing(event.target) || event.isComposing) return;
    if ("jkaexsmnu?".includes(event.key) && event.key.length === 1 && press(event.key)) event.preventDefault();
  });

  // --- at the start
  const current = panel.dataset.current;
  const asked = new URL(location.href).searchParams;
  if (current) point(current, asked.has("item"));
  if (asked.has("add")) (panel.querySelector("[data-adding] select, [data-decide] textarea") || panel.querySelector("#panel-name"))?.focus();
  else if (asked.has("item")) panel.querySelector("#panel-name")?.focus({ preventScroll: true });
})();
