'use strict';

// Keys for the queue of the overseer. Everything works without this file. No key works alone while a
// field has the focus, none is taken together with Ctrl, Alt or Meta, and all of them can be
// switched off (WCAG 2.1.4); the choice is kept in this browser.

(() => {
  const form = document.querySelector('[data-work]');
  const help = document.querySelector('[data-keys]');
  if (help === null) return;
  const KEPT = 'partijgiften.work.keys';
  const status = document.querySelector('[data-work-status]');
  const rows = [...document.querySelectorAll('[data-work-row]')];
  let at = -1;

  const isOn = () => {
    try {
      return window.localStorage.getItem(KEPT) !== 'off';
    } catch {
      return true;
    }
  };
  const keep = (on) => {
    try {
      window.localStorage.setItem(KEPT, on ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing has the keys on at every page.
    }
  };
  const say = (text) => {
    if (status !== null) status.textContent = text;
  };

  const state = help.querySelector('[data-keys-state]');
  const button = help.querySelector('[data-keys-switch]');
  const show = () => {
    const on = isOn();
    state.textContent = on ? state.dataset.on : state.dataset.off;
    button.textContent = on ? button.dataset.off : button.dataset.on;
  };
  help.hidden = false;
  show();
  button.addEventListener('click', () => {
    keep(!isOn());
    show();
    say(state.textContent);
  });

  const linkOf = (row) => row.querySelector('[data-work-open]');
  const boxOf = (row) => row.querySelector('input[type="checkbox"]');
  // Moving puts the focus on the link of the row, so a screen reader says what it is.
  const moveTo = (next) => {
    if (rows.length === 0) return;
    at = Math.max(0, Math.min(rows.length - 1, next));
    linkOf(rows[at]).focus();
    rows[at].scrollIntoView({ block: 'nearest' });
  };

  const picked = document.querySelector('[data-work-picked]');
  const count = () => {
    if (form === null || picked === null) return;
    const number = form.querySelectorAll('input[name="items[]"]:checked').length;
    picked.textContent = number === 0 ? '' : picked.dataset.text.replace('{count}', String(number));
  };
  if (form !== null) form.addEventListener('change', count);
  count();

  document.addEventListener('focusin', (event) => {
    const row = event.target instanceof Element ? event.target.closest('[data-work-row]') : null;
    if (row !== null) at = rows.indexOf(row);
  });

  const toggle = () => {
    const box = at < 0 ? null : boxOf(rows[at]);
    if (box === null) return;
    box.checked = !box.checked;
    count();
    say(`${box.getAttribute('aria-label')}: ${box.checked ? '✓' : '–'}`);
  };
  const take = () => {
    const own = at < 0 ? null : rows[at].querySelector('[data-work-take]');
    if (own !== null) own.click();
  };
  const search = () => {
    const field = document.getElementById('zoek');
    if (field !== null) field.focus();
  };
  const explain = () => {
    help.open = !help.open;
    if (help.open) help.querySelector('summary').focus();
  };

  const KEYS = {
    j: () => moveTo(at + 1),
    ArrowDown: () => moveTo(at + 1),
    k: () => moveTo(at - 1),
    ArrowUp: () => moveTo(at - 1),
    x: toggle,
    a: take,
    '/': search,
    '?': explain,
  };
  // Enter on a link opens it by itself; on the box of a row it would send the form.
  const open = (event) => {
    event.preventDefault();
    if (at >= 0) linkOf(rows[at]).click();
  };
  // The arrows only move between rows once a row has the focus: before that they scroll the page.
  const needsRow = new Set(['ArrowDown', 'ArrowUp', 'x', 'a']);
  const typing = (target) =>
    target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null;
  const ticks = (target) =>
    target instanceof HTMLInputElement && target.type === 'checkbox' && target.name === 'items[]';

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (!isOn() || (typing(event.target) && !ticks(event.target))) return;
    const inRow =
      event.target instanceof Element && event.target.closest('[data-work-row]') !== null;
    if (event.key === 'Enter' && ticks(event.target)) {
      open(event);
      return;
    }
    const act = KEYS[event.key];
    if (act === undefined || (needsRow.has(event.key) && !inRow)) return;
    event.preventDefault();
    act();
  });
})();
