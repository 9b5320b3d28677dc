// Small things that a page can't do by itself: the token on htmx's requests, and news from the server.
document.addEventListener('htmx:configRequest', event => {
  const csrf = document.querySelector('meta[name=csrf]');
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
});
if (document.getElementById('tiles') && window.EventSource) {
  const news = new EventSource('/events');
  news.addEventListener('board', () => htmx.trigger(document.body, 'board'));
}
const target = location.hash && document.getElementById(location.hash.slice(1));
if (target instanceof HTMLDetailsElement) target.open = true;
window.addEventListener('hashchange', () => {
  const named = document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;
});
