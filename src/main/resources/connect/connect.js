// What a browser adds to the connect page. Without it everything still works: forms are posted, "Check again" is a link.
const live = document.getElementById('live');
const all = (selector) => document.querySelectorAll(selector);

/** The account's name in whatever was pasted of its login address. */
const subdomain = (pasted) => pasted.trim().toLowerCase()
  .replace(/^https?:\/\//, '')
  .replace(/[/?#].*$/, '')
  .replace(/(\.pinpointhq\.com)?(:\d+)?\.?$/, '');

for (const input of all('[data-clean=subdomain]')) {
  const clean = () => { input.value = subdomain(input.value); };
  input.addEventListener('change', clean);
  input.addEventListener('paste', () => setTimeout(clean));
  input.form.addEventListener('submit', clean);
}

for (const button of all('[data-reveal]')) {
  const input = document.getElementById(button.dataset.reveal);
  const word = button.firstChild;
  const show = (shown) => {
    input.type = shown ? 'text' : 'password';
    word.data = shown ? 'Hide' : 'Show';
    button.setAttribute('aria-pressed', String(shown));
  };
  button.hidden = false;
  button.addEventListener('click', () => show(input.type === 'password'));
  input.form.addEventListener('submit', () => show(false));
}

for (const button of all('[data-copy]')) {
  if (!navigator.clipboard) continue;
  const input = document.getElementById(button.dataset.copy);
  const word = button.firstChild;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(input.value);
      word.data = 'Copied';
      live.textContent = 'Copied';
      setTimeout(() => { word.data = 'Copy'; }, 2000);
    } catch {
      input.select();
    }
  });
}

// A page that comes back from the browser's memory holds neither what was typed in confidence nor what is no longer so.
addEventListener('pagehide', () => { for (const input of all('[data-secret]')) input.value = ''; });
addEventListener('pageshow', (event) => { if (event.persisted) location.replace(location.pathname + location.search); });

// A second click must not post a second time.
for (const form of all('form[data-busy]')) {
  const button = form.querySelector('[type=submit]');
  const words = button.textContent;
  const busy = (is) => {
    form.toggleAttribute('data-sent', is);
    button.setAttribute('aria-disabled', String(is));
    button.textContent = is ? form.dataset.busy : words;
    live.textContent = is ? form.dataset.busy : '';
  };
  form.addEventListener('submit', (event) => {
    if (form.hasAttribute('data-sent')) event.preventDefault();
    else busy(true);
  });
}

/** Days as they are in the reader's own zone. */
const localize = () => {
  for (const time of all('time')) {
    time.textContent = new Date(time.dateTime).toLocaleDateString('en-GB', { dateStyle: 'long' });
  }
};
localize();

const status = document.getElementById('webhook-status');
const EVERY = 5_000;
const UNTIL = Date.now() + 600_000;

/** Fetches this page and takes over its line about the webhook; false when there is nothing more to look for. */
const look = async () => {
  const answer = await fetch(location.href, { cache: 'no-store' });
  if (!answer.ok) return true;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('webhook-status');
  if (!fresh) return false;
  if (fresh.dataset.state !== status.dataset.state) {
    status.dataset.state = fresh.dataset.state;
    status.replaceChildren(...fresh.childNodes);
    localize();
  }
  return status.dataset.state === 'waiting';
};

const poll = async () => {
  if (document.hidden) {
    document.addEventListener('visibilitychange', poll, { once: true });
    return;
  }
  const goOn = await look().catch(() => true);
  if (goOn && Date.now() < UNTIL) setTimeout(poll, EVERY);
  else if (status.dataset.state === 'seen') document.getElementById('again')?.remove();
  else status.removeAttribute('data-looking');
};

if (status?.dataset.state === 'waiting') {
  status.setAttribute('data-looking', '');
  setTimeout(poll, EVERY);
}
