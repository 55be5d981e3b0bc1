/* Enhancements only: every page is complete without this file. */
"use strict";

(() => {
  /* On narrow screens the menu waits behind a button. */
  const menu = document.querySelector(".spbe-menu");
  document.querySelector(".spbe-menu__buka")?.addEventListener("click", (event) => {
    event.currentTarget.setAttribute("aria-expanded", String(menu.classList.toggle("buka")));
  });

  /* Copying needs the script and a page served securely; the address itself is in the browser's bar. */
  const copy = document.querySelector("[data-spbe-salin]");
  if (copy && navigator.clipboard) {
    copy.parentElement.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href);
      copy.nextElementSibling.textContent = copy.dataset.spbeSalin;
    });
  }

  /* The theme opens every fold before printing; paper gets those that the reader opened. */
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details[open]")) fold.dataset.cetak = "";
  }, true);
  addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("details[data-cetak]")) delete fold.dataset.cetak;
  });
})();
