// What happens when the page opens: the controls appear, and a link to a figure shows it.
document.documentElement.classList.remove("plain");
rove(stops, stops[0]);
rove(lineLinks, lineLinks[0]);
applyFilter();

const follow = () => {
  const i = fromHash();
  if (i >= 0 && i !== chosen) choose(i, "text");
};
addEventListener("hashchange", follow);
follow();
