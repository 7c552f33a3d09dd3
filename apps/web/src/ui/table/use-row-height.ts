import { useEffect, useState } from 'react';

/** The density's row height in px: the virtual list has to know what the style sheet decided. */
export function useRowHeight(): number {
  const [height, setHeight] = useState(read);
  useEffect(() => {
    const observer = new MutationObserver(() => setHeight(read()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
    return () => observer.disconnect();
  }, []);
  return height;
}

function read(): number {
  return (
    Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row-height'), 10) || 46
  );
}
