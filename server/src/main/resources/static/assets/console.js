// Small things that a page can't do by itself: the token on htmx's requests, and news from the server.
document.addEventListener('htmx:configRequest', event => {
  const csrf = document.querySelector('meta[name=csrf]');
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
  // What a page asks for by itself does not keep its session alive.
  if (['board', 'drill'].includes(event.detail.triggeringEvent?.type)) event.detail.headers['X-Interlock-Background'] = 'yes';
});

// Pages that nobody sees do not listen: a browser keeps few connections to one server, tabs share them.
// What happened between the making of a page, or a connection that broke, and this one was told to nobody here.
let news;
const tell = event => htmx.trigger(document.body, event?.type ?? 'board');
function listen() {
  if (document.hidden) {
    news?.close();
    news = undefined;
  } else if (!news) {
    news = new EventSource('/events');
    news.addEventListener('open', () => tell());
    news.addEventListener('board', tell);
    news.addEventListener('drill', tell);
  }
}
if (document.querySelector('[hx-trigger*="board from:body"]')) {
  listen();
  document.addEventListener('visibilitychange', listen);
}

// What was opened or closed by hand stays so when news comes in, and a new decision is said aloud.
const wished = new Map();
let said = document.querySelector('[data-says]')?.dataset.says;
document.addEventListener('click', event => {
  const details = event.target.closest('summary')?.parentElement;
  if (details?.id) wished.set(details.id, !details.open);
});
document.addEventListener('htmx:afterSwap', () => {
  wished.forEach((open, id) => {
    const details = document.getElementById(id);
    if (details) details.open = open;
  });
  const says = document.querySelector('[data-says]')?.dataset.says;
  if (says !== said) document.getElementById('heard').textContent = said = says;
});

// Whoever is no longer signed in is led to the sign-in page, not shown it in place of the news.
document.addEventListener('htmx:beforeSwap', event => {
  if (new URL(event.detail.xhr.responseURL).pathname !== '/sign-in') return;
  event.detail.shouldSwap = false;
  location.assign('/sign-in');
});

function openNamed() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;
}
openNamed();
window.addEventListener('hashchange', openNamed);

// Why a contact is not closed, beside its mark: by mouse or keyboard, above everything, until Escape.
// Who can't see it hears the same words in the mark itself.
const tip = document.getElementById('tip');
let told;
function untell() {
  if (told) tip.hidePopover();
  told = undefined;
}
function place() {
  const at = told.getBoundingClientRect();
  const below = at.bottom + tip.offsetHeight < innerHeight;
  tip.style.top = `${below ? at.bottom : at.top - tip.offsetHeight}px`;
  tip.style.left = `${Math.max(0, Math.min(at.left, innerWidth - tip.offsetWidth - 16))}px`;
}
function tellWhy(event) {
  const mark = event.target.closest?.('[data-tip]');
  if (mark && mark === told || event.target === tip) return;
  untell();
  if (!mark) return;
  told = mark;
  tip.textContent = mark.dataset.tip;
  tip.showPopover();
  place();
}
if (tip?.showPopover) {
  document.addEventListener('mouseover', tellWhy);
  document.addEventListener('focusin', tellWhy);
  document.addEventListener('focusout', untell);
  document.addEventListener('scroll', () => told && place(), true);
  document.addEventListener('keydown', event => event.key === 'Escape' && untell());
  document.addEventListener('htmx:beforeSwap', untell);
}
