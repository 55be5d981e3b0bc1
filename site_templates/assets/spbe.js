/* Enhancements only: every page is complete without this file. */
"use strict";

(() => {
  /* On narrow screens the menu waits behind a button. */
  const menu = document.querySelector(".spbe-menu");
  document.querySelector(".spbe-menu__buka")?.addEventListener("click", (event) => {
    event.currentTarget.setAttribute("aria-expanded", String(menu.classList.toggle("buka")));
  });
})();
