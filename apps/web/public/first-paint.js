// Runs before the first paint, so that a person who chose dark never sees a white flash.
// It is its own file because the content policy allows no inline script. src/shell/preferences.ts writes what this reads.
(function () {
  var root = document.documentElement;
  var kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('trikon.preferences') || '{}') || {};
  } catch {
    kept = {};
  }
  var dark =
    kept.theme === 'dark' || (kept.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = kept.density === 'compact' ? 'compact' : 'comfortable';
  if (typeof kept.language === 'string') root.lang = kept.language;
})();
