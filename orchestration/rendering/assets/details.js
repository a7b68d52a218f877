// The chosen figure: marked in text and table, its link in the address, all its fields in the details.
const describe = (row) => {
  const list = byId("details").querySelector("dl");
  const texts = { ...row.details, heading: data.texts[row.heading], sentence: data.texts[row.sentence] };
  list.replaceChildren();
  if (row.series) {
    const term = element("dt", "历年 ");
    term.append(element("span", "series", { lang: "en" }));
    const entry = element("dd", "");
    entry.append(element("a", row.series[1], { href: row.series[0] }));
    list.append(term, entry);
  }
  for (const [key, zh, en] of data.fields) {
    if (!texts[key]) continue;
    const term = element("dt", `${zh} `);
    term.append(element("span", en, { lang: "en" }));
    const entry = element("dd", "");
    if (key === "part_of" && row.total !== null) {
      const total = rows[row.total].details;
      entry.append(element("a", `${total.quote} ${total.indicator || ""}`, { href: marks[row.total].getAttribute("href") }));
    } else {
      entry.textContent = texts[key];
    }
    list.append(term, entry);
  }
};

// bring it into sight, but leave alone what can be seen already; on a narrow screen the details cover the foot
const reveal = (target) => {
  const pane = target.closest("main, .scroll").getBoundingClientRect();
  const floor = narrow.matches ? byId("details").getBoundingClientRect().top : pane.bottom;
  const box = target.getBoundingClientRect();
  if (box.top > pane.top + 32 && box.bottom < floor - 8) return;
  target.scrollIntoView({ block: narrow.matches ? "start" : "center", inline: "nearest" });
};

const unmark = () => {
  if (chosen < 0) return;
  marks[chosen].classList.remove("on");
  lines[chosen].classList.remove("on");
  lines[chosen].removeAttribute("aria-current");
};

// `at` is the pane whose element takes the focus, or "" to leave it where it is
const choose = (i, at) => {
  unmark();
  chosen = i;
  marks[i].classList.add("on");
  lines[i].classList.add("on");
  lines[i].setAttribute("aria-current", "true");
  describe(rows[i]);
  byId("details").hidden = false;
  history.replaceState(null, "", marks[i].getAttribute("href"));
  rove(marks, marks[i]);
  rove(lineLinks, lineLinks[i]);
  if (narrow.matches && at) setView(at);
  reveal(marks[i]);
  reveal(lines[i]);
  if (at === "text") marks[i].focus({ preventScroll: true });
  if (at === "table") lineLinks[i].focus({ preventScroll: true });
};

const closeDetails = () => {
  if (byId("details").hidden) return;
  const i = chosen;
  const inTable = document.body.dataset.view === "table" && narrow.matches;
  unmark();
  chosen = -1;
  byId("details").hidden = true;
  history.replaceState(null, "", location.pathname + location.search);
  (inTable ? lineLinks : marks)[i].focus({ preventScroll: true });
};

// the next figure that is shown: in the order of the table where the focus is there, else of the text
const step = (from, by, sequence) => {
  for (let at = sequence.indexOf(from) + by; at >= 0 && at < sequence.length; at += by) {
    if (shown[sequence[at]]) return sequence[at];
  }
  return -1;
};
const inText = rows.map((_, i) => i);
const go = (by) => {
  const i = step(chosen, by, order);
  if (i >= 0) choose(i, "");
};

byId("previous").addEventListener("click", () => go(-1));
byId("next").addEventListener("click", () => go(1));
byId("to-text").addEventListener("click", () => choose(chosen, "text"));
byId("to-row").addEventListener("click", () => choose(chosen, "table"));
byId("close").addEventListener("click", closeDetails);
