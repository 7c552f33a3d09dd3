import { Fragment, useMemo, type ReactNode } from 'react';
import { MarkedText } from './MarkedText.tsx';
import type { FilledText } from './filled-text.ts';
import { readFormat, type Block } from './read-format.ts';
import type { Inline } from './read-inline.ts';

interface FormattedTextProps {
  filled: FilledText;
  /** Values are told apart by where they come from. */
  marked?: boolean;
}

/** Words as WhatsApp shows them. Every word becomes a text node, so markup in a value stays words. */
export function FormattedText({ filled, marked = false }: FormattedTextProps) {
  const blocks = useMemo(() => readFormat(filled.text), [filled.text]);
  const words = (inner: Inline[]): ReactNode =>
    inner.map((part) => <Fragment key={part.start}>{drawn(part)}</Fragment>);
  const drawn = (part: Inline): ReactNode => {
    if ('inner' in part) {
      const Tag = tags[part.kind];
      return <Tag>{words(part.inner)}</Tag>;
    }
    const text = <MarkedText filled={filled} start={part.start} end={part.end} marked={marked} />;
    return part.kind === 'code' ? <code className="font-mono text-[0.92em]">{text}</code> : text;
  };
  return blocks.map((block) => <Fragment key={block.start}>{drawBlock(block, words)}</Fragment>);
}

const tags = { bold: 'strong', italic: 'em', strike: 's' } as const;

function drawBlock(block: Block, words: (inner: Inline[]) => ReactNode): ReactNode {
  if (block.kind === 'lines') {
    return (
      <p dir="auto" className="min-h-[1lh] whitespace-pre-wrap">
        {words(block.inner)}
      </p>
    );
  }
  if (block.kind === 'quote') {
    return (
      <blockquote
        dir="auto"
        className="border-s-3 border-chat-faint/50 ps-2 whitespace-pre-wrap text-chat-faint"
      >
        {words(block.inner)}
      </blockquote>
    );
  }
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List
      dir="auto"
      {...(block.ordered && { start: block.first })}
      className={block.ordered ? 'list-decimal ps-6' : 'list-disc ps-5'}
    >
      {block.items.map((item) => (
        <li key={item.start} className="whitespace-pre-wrap">
          {words(item.inner)}
        </li>
      ))}
    </List>
  );
}
