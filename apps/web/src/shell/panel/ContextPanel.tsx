import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { setPanel, usePanel } from './panel-store.ts';

interface ContextPanelProps {
  title: string;
  children: ReactNode;
}

/** What a page wants to say about the chosen thing: drawn at the right edge, or behind a button on a small screen. */
export function ContextPanel({ title, children }: ContextPanelProps) {
  const { host } = usePanel();
  useEffect(() => {
    setPanel({ title });
    return () => setPanel({ title: undefined, asked: false });
  }, [title]);
  return host && createPortal(children, host);
}
