'use strict';

// Lets a person look at the passphrase that is being typed. Without this file it stays hidden.

(() => {
  const { show = '', hide = '' } = document.currentScript?.dataset ?? {};
  for (const field of document.querySelectorAll('input[type="password"]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'utrecht-button utrecht-button--subtle pg-button--small';
    button.setAttribute('aria-controls', field.id);
    button.textContent = show;
    button.addEventListener('click', () => {
      const shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      button.textContent = shown ? show : hide;
    });
    field.after(button);
    // What is sent is never kept by the browser as ordinary text.
    field.form?.addEventListener('submit', () => {
      field.type = 'password';
    });
  }
})();
