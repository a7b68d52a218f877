// Which figures are shown: by words, by kind, by confidence. The rest fades in the text and leaves the table.
const fold = (text) => text.normalize("NFKC").toLowerCase();
const haystacks = rows.map((row) => {
  const { indicator, quote, value, kind, scope, year } = row.details;
  return fold([indicator, quote, value, value.replaceAll(",", ""), kind, scope, year, data.texts[row.heading]].join(" "));
});
const kindsOff = new Set();

const applyFilter = () => {
  const words = fold(byId("words").value).split(/\s+/).filter(Boolean);
  const least = Number(byId("least").value);
  byId("least-shown").textContent = least.toFixed(2);
  let count = 0;
  rows.forEach((row, i) => {
    const keep = !kindsOff.has(row.kind) && row.confidence >= least && words.every((word) => haystacks[i].includes(word));
    count += keep;
    if (keep === shown[i]) return;
    shown[i] = keep;
    lines[i].hidden = !keep;
    marks[i].classList.toggle("off", !keep);
  });
  byId("count").textContent = `${count} / ${rows.length}`;
  byId("none").hidden = count > 0;
};

const showKinds = () => {
  const on = [];
  for (const button of all(".legend [data-kind]")) {
    const off = kindsOff.has(button.dataset.kind);
    button.setAttribute("aria-pressed", String(!off));
    if (!off && !button.disabled) on.push(button.dataset.kind);
  }
  byId("one-kind").value = on.length === 1 ? on[0] : "";
  applyFilter();
};

for (const button of all(".legend [data-kind]")) {
  button.addEventListener("click", () => {
    const kind = button.dataset.kind;
    if (!kindsOff.delete(kind)) kindsOff.add(kind);
    showKinds();
  });
}
byId("one-kind").addEventListener("change", (event) => {
  kindsOff.clear();
  if (event.target.value) for (const kind of Object.keys(data.kinds)) if (kind !== event.target.value) kindsOff.add(kind);
  showKinds();
});
byId("toggle-skipped").addEventListener("click", (event) => {
  const hidden = document.body.classList.toggle("hide-skipped");
  event.currentTarget.setAttribute("aria-pressed", String(!hidden));
});
byId("words").addEventListener("input", applyFilter);
byId("least").addEventListener("input", applyFilter);
