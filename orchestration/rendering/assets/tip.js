// The short details beside the pointer or the focus: what a figure is, or why a number is skipped.
const tip = byId("tip");
let tipped = null;

const hideTip = () => {
  if (tipped) tipped.removeAttribute("aria-describedby");
  tipped = null;
  tip.hidden = true;
};

const tipText = (target) => {
  if (target.classList.contains("skip")) {
    if (document.body.classList.contains("hide-skipped")) return null;
    const [zh, en] = data.reasons[target.dataset.reason] || [target.dataset.reason, ""];
    return [`未计入：${zh}`, `skipped: ${en}`];
  }
  const i = indexOf(target);
  if (i < 0 || !shown[i]) return null;
  const { indicator, value, kind, year, base_year: base, scope, confidence } = rows[i].details;
  const when = year ? ` · ${year}${base ? `（比 ${base}）` : ""}` : "";
  return [indicator || "—", `${value} · ${kind}${when}${scope ? ` · ${scope}` : ""} · 置信度 ${confidence}`];
};

// above its target, or below where there is no room; gone where the target is scrolled out of sight
const placeTip = () => {
  if (!tipped) return;
  const box = tipped.getClientRects()[0];
  const pane = byId("text").getBoundingClientRect();
  if (!box || box.bottom < pane.top || box.top > pane.bottom) { hideTip(); return; }
  const above = box.top > tip.offsetHeight + 12;
  tip.style.top = `${above ? box.top - tip.offsetHeight - 8 : box.bottom + 8}px`;
  tip.style.left = `${Math.max(6, Math.min(box.left, innerWidth - tip.offsetWidth - 6))}px`;
};

const showTip = (target) => {
  hideTip();
  const text = target && tipText(target);
  if (!text) return;
  tip.replaceChildren(element("b", text[0]), element("span", text[1]));
  tip.hidden = false;
  tipped = target;
  target.setAttribute("aria-describedby", "tip");
  placeTip();
};

const tippable = (event) => event.target.closest && event.target.closest("a.mark, .skip");
byId("text").addEventListener("pointerover", (event) => showTip(tippable(event)));
byId("text").addEventListener("pointerleave", hideTip);
byId("text").addEventListener("focusin", (event) => {
  const target = tippable(event);
  // of the one that is chosen the details tell more, and on a phone the tip would cover its sentence
  showTip(target && target.classList.contains("on") ? null : target);
});
byId("text").addEventListener("focusout", hideTip);
byId("text").addEventListener("scroll", placeTip, { passive: true });
