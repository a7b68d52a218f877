// Clicks and keys. Text and table are one tab stop each; arrows go from figure to figure inside them.
const lineLinks = lines.map((line) => line.querySelector("a"));
const stops = all("#text a.mark, #text .skip");

const rove = (group, target) => {
  for (const one of group) if (one.tabIndex === 0 && one !== target) one.tabIndex = -1;
  if (target) target.tabIndex = 0;
};

const moveInText = (by) => {
  const usable = (one) => (one.dataset.i ? shown[one.dataset.i] : !document.body.classList.contains("hide-skipped"));
  let at = stops.indexOf(document.activeElement);
  do at += by; while (stops[at] && !usable(stops[at]));
  if (!stops[at]) return;
  rove(stops, stops[at]);
  stops[at].focus({ preventScroll: true });
  stops[at].scrollIntoView({ block: "nearest" });
};

const moveInTable = (by) => {
  const i = step(indexOf(document.activeElement), by, order);
  if (i < 0) return;
  rove(lineLinks, lineLinks[i]);
  lineLinks[i].focus({ preventScroll: true });
  lines[i].scrollIntoView({ block: "nearest" });
};

const arrows = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const onArrow = (move) => (event) => {
  const by = arrows[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey || !event.target.matches("a, .skip")) return;
  event.preventDefault();
  move(by);
};
byId("text").addEventListener("keydown", onArrow(moveInText));
byId("table").addEventListener("keydown", onArrow(moveInTable));

byId("text").addEventListener("click", (event) => {
  const mark = event.target.closest("a.mark");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(indexOf(mark), "text");
  hideTip();
});
byId("table").addEventListener("click", (event) => {
  const i = event.target.closest("tbody tr") ? indexOf(event.target) : -1;
  if (i < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(i, "text");
  hideTip();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { hideTip(); closeDetails(); }
  if (event.key === "/" && !event.target.matches("input, select")) { event.preventDefault(); byId("words").focus(); }
});
for (const button of all(".views button")) button.addEventListener("click", () => setView(button.dataset.view));
