"use strict";
// What every part of the script shares: the records, their elements in text and table, and the one chosen.
const byId = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const data = JSON.parse(byId("data").textContent);
const rows = data.rows;
const marks = all("#text a.mark").sort((a, b) => a.dataset.i - b.dataset.i);
const lines = all("#table tbody tr");
const shown = rows.map(() => true);
const narrow = matchMedia("(max-width: 820px)");
let order = rows.map((_, i) => i);
let chosen = -1;

const indexOf = (element) => {
  const owner = element && element.closest && element.closest("[data-i]");
  return owner ? Number(owner.dataset.i) : -1;
};

const fromHash = () => {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { return -1; }
  const mark = id.startsWith("s-") ? byId(id) : null;
  return mark ? indexOf(mark) : -1;
};

const setView = (view) => {
  document.body.dataset.view = view;
  for (const button of all(".views button")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
};

const element = (tag, text, attributes = {}) => {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};
