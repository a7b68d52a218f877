// The search over indicators, on every page. Its index is read when the field is first used.
const root = document.body.dataset.root;
const find = document.getElementById("find");
const found = document.getElementById("found");
const fold = (text) => text.normalize("NFKC").toLowerCase();
const MOST = 20;
let hits = [];
let at = -1;

// People type the first letter of each reading, too: 普惠性 is phx. The browser's own order by reading tells it.
const reading = new Intl.Collator("zh-CN-u-co-pinyin");
const knowsReading = reading.resolvedOptions().locale.startsWith("zh");
const LETTERS = "abcdefghjklmnopqrstwxyz";
const FIRST = [..."吖八嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀"]; // the first character of each letter
const letters = new Map();
const letter = (sign) => {
  if (!/\p{Script=Han}/u.test(sign)) return sign;
  if (!letters.has(sign)) letters.set(sign, LETTERS[FIRST.findLastIndex((first) => reading.compare(first, sign) <= 0)] || sign);
  return letters.get(sign);
};
const initials = (text) => (knowsReading ? [...fold(text)].map(letter).join("") : "");

const withIndex = (then) => {
  if (window.zhibiaoIndex) return then();
  let script = document.querySelector("script[data-index]");
  if (!script) {
    script = document.createElement("script");
    script.dataset.index = "";
    script.src = `${root}assets/search-index.js`;
    document.head.append(script);
  }
  return script.addEventListener("load", then, { once: true });
};

// 高中毛入学率 is 高中阶段毛入学率: all characters in their order, others between them.
const inOrder = (name, word) => {
  let place = -1;
  return word.length > 2 && [...word].every((sign) => { place = name.indexOf(sign, place + 1); return place >= 0; });
};

// a code first, then names that begin with the words, then those known over more years; those found by letters alone last
const search = (text) => {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const scored = [];
  for (const row of window.zhibiaoIndex) {
    row.folded ||= fold([row.name, row.en, row.also].join(" "));
    const said = words.every((word) => row.folded.includes(word));
    if (!said) {
      row.initials ||= initials(row.name);
      if (!words.every((word) => /^[a-z]{2,}$/.test(word) && row.initials.includes(word))) continue;
    }
    const place = fold(row.name).indexOf(words[0]);
    const rank = row.href === `indicators/${words.join("_")}.html` ? -1 : !said ? (row.initials.startsWith(words[0]) ? 3 : 4) : place === 0 ? 0 : place > 0 ? 1 : 2;
    scored.push([rank, -row.years, row]);
  }
  if (!scored.length) {
    for (const row of window.zhibiaoIndex) {
      const name = fold(row.name);
      if (words.every((word) => inOrder(name, word))) scored.push([name.length, -row.years, row]);
    }
  }
  scored.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return scored.slice(0, MOST).map((one) => one[2]);
};

const select = (index) => {
  at = index;
  [...found.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
  if (at >= 0) {
    find.setAttribute("aria-activedescendant", `hit-${at}`);
    found.children[at].scrollIntoView({ block: "nearest" });
  } else {
    find.removeAttribute("aria-activedescendant");
  }
};

const show = (open) => {
  found.hidden = !open;
  find.setAttribute("aria-expanded", String(open));
};

const list = () => {
  hits = search(find.value);
  found.replaceChildren(...hits.map((row, i) => {
    const item = document.createElement("li");
    item.id = `hit-${i}`;
    item.setAttribute("role", "option");
    item.textContent = row.name;
    const more = document.createElement("small");
    more.textContent = row.said;
    item.append(more);
    return item;
  }));
  if (find.value.trim() && !hits.length) {
    const none = document.createElement("li");
    none.className = "none";
    none.setAttribute("role", "option");
    none.setAttribute("aria-disabled", "true");
    none.textContent = "没有这样的指标 nothing found";
    found.append(none);
  }
  show(Boolean(find.value.trim()));
  select(-1);
};

const open = (row) => { if (row) location.href = root + row.href; };

find.addEventListener("focus", () => withIndex(() => {}), { once: true });
find.addEventListener("input", () => withIndex(list));
find.addEventListener("keydown", (event) => {
  if (event.key === "Escape") show(false);
  if (event.key === "Enter" && hits.length) { event.preventDefault(); open(hits[Math.max(at, 0)]); }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (hits.length) select((at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length);
  }
});
found.addEventListener("pointerdown", (event) => {
  const item = event.target.closest("li");
  if (item && !item.classList.contains("none")) { event.preventDefault(); open(hits[[...found.children].indexOf(item)]); }
});
find.addEventListener("blur", () => show(false));
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.matches("input, select")) { event.preventDefault(); find.focus(); }
});
