import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { CopyButton } from '../../../ui/actions/CopyButton.tsx';
import { findMatches, jsonTokens, type Span } from './spans.ts';
import { SearchInText } from './SearchInText.tsx';
import { showSpan, useMarkedText } from './use-marked-text.ts';

interface BodyTextProps {
  label: string;
  text: string;
}

const nothing: readonly Span[] = [];

/** JSON to read, search and copy; megabytes of it, if need be. */
export function BodyText({ label, text }: BodyTextProps) {
  const element = useRef<HTMLPreElement>(null);
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const later = useDeferredValue(wanted);
  const matches = useMemo(() => findMatches(text, later), [text, later]);
  const now = matches[at];
  const tokens = useMemo(() => jsonTokens(text), [text]);
  useMarkedText(element, tokens.name, 'json-name');
  useMarkedText(element, tokens.text, 'json-text');
  useMarkedText(element, tokens.value, 'json-value');
  useMarkedText(element, matches, 'found');
  useMarkedText(
    element,
    useMemo(() => (now ? [now] : nothing), [now]),
    'found-now',
  );
  const show = (span: Span | undefined) => {
    if (element.current && span) showSpan(element.current, span);
  };
  const step = (by: number) => {
    if (matches.length === 0) return;
    const next = (at + by + matches.length) % matches.length;
    setAt(next);
    show(matches[next]);
  };
  return (
    <div className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SearchInText
          wanted={wanted}
          onChange={(next) => {
            setWanted(next);
            setAt(0);
            show(findMatches(text, next)[0]);
          }}
          at={at}
          count={matches.length}
          step={step}
        />
        <CopyButton value={text} />
      </div>
      {/* What scrolls takes the keyboard, or only a mouse could read it. */}
      <pre
        ref={element}
        role="region"
        aria-label={label}
        tabIndex={0}
        translate="no"
        dir="ltr"
        className="max-h-[min(70vh,44rem)] min-h-24 overflow-y-auto rounded-md border border-line bg-sunken px-3 py-2.5 font-mono text-sm wrap-anywhere whitespace-pre-wrap text-ink-2"
      >
        {text}
      </pre>
    </div>
  );
}
