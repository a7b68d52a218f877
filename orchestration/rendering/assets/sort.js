// The order of the table: up, down, and back to the order of the text.
const collator = new Intl.Collator("zh");
const kindOrder = Object.keys(data.kinds);
const sortKeys = {
  value: (row) => row.sort,
  indicator: (row) => row.details.indicator || "",
  kind: (row) => kindOrder.indexOf(row.kind),
  year: (row) => row.year,
  scope: (row) => row.scope,
  confidence: (row) => row.confidence,
};
const nextOrder = { none: "ascending", ascending: "descending", descending: "none" };

// what is missing stands last, whichever way
const compare = (a, b, sign) => {
  const empty = (value) => value === null || value === "";
  if (empty(a) || empty(b)) return empty(a) - empty(b);
  return sign * (typeof a === "string" ? collator.compare(a, b) : a - b);
};

const sortBy = (head) => {
  const way = nextOrder[head.getAttribute("aria-sort")];
  for (const other of all("th[data-sort]")) other.setAttribute("aria-sort", other === head ? way : "none");
  order = rows.map((_, i) => i);
  if (way !== "none") {
    const keys = rows.map(sortKeys[head.dataset.sort]);
    const sign = way === "ascending" ? 1 : -1;
    order.sort((i, j) => compare(keys[i], keys[j], sign) || i - j);
  }
  const body = lines.length ? lines[0].parentNode : null;
  if (body) body.append(...order.map((i) => lines[i]));
};

for (const head of all("th[data-sort]")) head.querySelector("button").addEventListener("click", () => sortBy(head));
