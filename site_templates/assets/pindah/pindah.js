/* Leads from a former address to the present one with what was asked for there: the part of the page, and the query. */
"use strict";

(() => {
  const place = new URL(document.currentScript.dataset.ke, location.href);
  place.search ||= location.search;
  if (location.hash) place.hash = location.hash;
  location.replace(place);
})();
