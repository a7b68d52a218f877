// Maps over many years open at the latest.
for (const map of document.querySelectorAll(".heat")) map.parentNode.scrollLeft = map.scrollWidth;
