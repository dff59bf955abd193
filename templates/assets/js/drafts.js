'use strict';

// Keeps what is typed in a form, a moment after the typing stops. Without this file the button
// "Bewaren en later verdergaan" in the form does the same.

(() => {
  const WAIT = 1500;

  // A chosen file is not kept: it is sent with the form, or chosen again.
  function typed(form) {
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
    return new URLSearchParams(fields);
  }

  for (const form of document.querySelectorAll('form[data-draft]')) {
    const status = form.querySelector('[data-draft-status]');
    let timer = 0;
    let sent = false;

    async function save() {
      if (sent) return;
      try {
        const response = await fetch('/concepten', {
          method: 'POST',
          body: typed(form),
          headers: { 'X-Requested-With': 'fetch' },
          credentials: 'same-origin',
          redirect: 'error',
        });
        if (!response.ok) throw new Error(String(response.status));
        status.textContent = await response.text();
      } catch {
        status.textContent = form.dataset.draftUnsaved ?? '';
      }
    }

    function later() {
      window.clearTimeout(timer);
      timer = window.setTimeout(save, WAIT);
    }

    form.addEventListener('input', later);
    form.addEventListener('change', later);
    form.addEventListener('submit', () => {
      sent = true;
      window.clearTimeout(timer);
      // If no answer comes, keeping goes on.
      window.setTimeout(() => (sent = false), 10_000);
    });
  }
})();
