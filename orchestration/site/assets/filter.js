// Filters over the rows of a table; what is chosen stands in the address, so that it can be sent to others.
const filterRows = (form) => {
  const table = document.getElementById(form.dataset.filter);
  const rows = [...table.tBodies[0].rows];
  const count = form.querySelector(".count");
  const fits = {
    words: (row, text) => {
      row.folded ||= fold(`${row.dataset.words} ${row.textContent}`);
      return fold(text).split(/\s+/).every((word) => row.folded.includes(word));
    },
    "least-years": (row, least) => Number(row.dataset.years) >= Number(least),
  };
  const apply = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
    let shown = 0;
    for (const row of rows) {
      row.hidden = !chosen.every(([name, value]) => (fits[name] ? fits[name](row, value) : row.dataset[name] === value));
      shown += !row.hidden;
    }
    count.textContent = `${shown} / ${rows.length}`;
    return new URLSearchParams(chosen).toString();
  };
  const fromAddress = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) if (field.name) field.value = wanted.get(field.name) || "";
    apply();
  };
  form.addEventListener("input", () => {
    const text = apply();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { if (location.hash.includes("=")) fromAddress(); });
  form.hidden = false;
  fromAddress();
};
for (const form of document.querySelectorAll("form[data-filter]")) filterRows(form);
