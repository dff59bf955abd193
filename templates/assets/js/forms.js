'use strict';

// Extras for forms. Everything works without this file.

(() => {
  const summary = document.getElementById('error-summary');
  if (summary !== null) summary.focus();

  // A second press on the button while the first is on its way is ignored; the button itself is
  // never disabled, so that it keeps its place in the keyboard order.
  const sent = new WeakSet();
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    // If no answer comes, the person may try again.
    window.setTimeout(() => sent.delete(form), 10_000);
  });
  // Coming back with the browser's back button gives a form that may be sent again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
  });
})();
