import { useEffect, useState } from 'react';

/**
 * Only the document that comes from this very address may load Meta's script and keep its window (the server sends it
 * with headers of its own). Who came here from another page of ours has that page's document: it is loaded anew.
 */
export function useOwnDocument(): boolean {
  const [own] = useState(isOwn);
  useEffect(() => {
    if (!own) window.location.reload();
  }, [own]);
  return own;
}

function isOwn(): boolean {
  const [loaded] = performance.getEntriesByType('navigation');
  return loaded !== undefined && new URL(loaded.name).pathname === window.location.pathname;
}
