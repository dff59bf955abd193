'use strict';

// Says five minutes before the session ends that it will, and lets the person stay. Without this
// file the page says below its text when that is, and a form that comes too late is kept.

(() => {
  const place = document.getElementById('session-warning');
  const ending = document.getElementById('session-ending');
  const over = document.getElementById('session-over');
  if (place === null || ending === null || over === null) return;

  const AHEAD = 300;
  let timers = [];

  function clock(seconds) {
    const at = new Date(Date.now() + seconds * 1000);
    return at.toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
  }

  function warn(seconds) {
    place.replaceChildren(ending.content.cloneNode(true));
    const text = place.querySelector('[data-text]');
    text.textContent = text.dataset.text.replace('{time}', clock(seconds));
    place.querySelector('form').addEventListener('submit', stay);
  }

  function end() {
    place.replaceChildren(over.content.cloneNode(true));
  }

  function start(seconds) {
    timers.forEach((timer) => window.clearTimeout(timer));
    const left = Math.min(AHEAD, seconds);
    timers = [
      window.setTimeout(() => warn(left), (seconds - left) * 1000),
      window.setTimeout(end, seconds * 1000),
    ];
  }

  async function stay(event) {
    event.preventDefault();
    try {
      const response = await fetch(event.target.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(event.target)),
        headers: { Accept: 'application/json' },
        credentials: 'same-origin',
        redirect: 'error',
      });
      if (!response.ok) throw new Error(String(response.status));
      const { secondsLeft } = await response.json();
      place.replaceChildren();
      start(secondsLeft);
    } catch {
      end();
    }
  }

  start(Number(place.dataset.seconds));
})();
