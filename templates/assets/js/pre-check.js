'use strict';

// Shows, while the gift form is being filled in, what the law says about the gift so far. Without
// this file the button "Controleren" of the form does the same. Nothing is stored.

(() => {
  const form = document.querySelector('form[data-precheck-url]');
  const panel = document.getElementById('pre-check');
  if (!(form instanceof HTMLFormElement) || panel === null) return;

  const WAIT = 300;
  const status = document.getElementById('pre-check-status');
  let timer = 0;
  let underWay = new AbortController();

  // Reading out the whole panel at every change would be noise: only a new verdict is said.
  function announce() {
    const verdict = panel.querySelector('[data-verdict]')?.textContent.trim() ?? '';
    if (status !== null && status.textContent !== verdict) status.textContent = verdict;
  }

  async function check() {
    underWay.abort();
    underWay = new AbortController();
    const { signal } = underWay;
    panel.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(form.dataset.precheckUrl, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: 'text/html', 'X-Requested-With': 'fetch' },
        credentials: 'same-origin',
        signal,
      });
      if (!response.ok) return;
      panel.innerHTML = await response.text();
      announce();
    } catch (error) {
      // Without an answer the panel keeps what it said; the button in the form still works.
      if (error.name !== 'AbortError') window.clearTimeout(timer);
    } finally {
      if (!signal.aborted) panel.removeAttribute('aria-busy');
    }
  }

  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(check, WAIT);
  }

  form.addEventListener('input', later);
  form.addEventListener('change', later);
})();
