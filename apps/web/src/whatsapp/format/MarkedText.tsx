import { useT } from '../../i18n/use-t.ts';
import { classes } from '../../ui/classes.ts';
import { whatsappMessages } from '../messages.ts';
import type { FilledText, Mark, ValueOrigin } from './filled-text.ts';

interface MarkedTextProps {
  filled: FilledText;
  start: number;
  end: number;
  marked: boolean;
}

/** A piece of a text, cut where values begin and end and where WhatsApp makes a link. */
export function MarkedText({ filled, start, end, marked }: MarkedTextProps) {
  return cut(filled, start, end).map(({ from, text, mark, isLink }) => (
    <Piece key={from} text={text} mark={marked ? mark : undefined} isLink={isLink} />
  ));
}

const looks: Record<ValueOrigin, string> = {
  sample: 'underline decoration-chat-faint decoration-dotted underline-offset-3',
  contact: 'rounded-sm bg-good-soft text-good',
  fallback: 'rounded-sm bg-warn-soft text-warn',
  missing: 'rounded-sm bg-bad-soft text-bad',
};

function Piece({ text, mark, isLink }: { text: string; mark: Mark | undefined; isLink: boolean }) {
  const t = useT(whatsappMessages);
  const words = isLink ? <span className="text-chat-link underline">{text}</span> : text;
  if (!mark) return words;
  return (
    <mark
      title={t(mark.origin, { name: mark.name })}
      className={classes('bg-transparent text-inherit', looks[mark.origin])}
    >
      {words}
    </mark>
  );
}

const link = /(?:https?:\/\/|www\.)[^\s<>"]+[^\s<>"'.,;:!?)\]*_~]/g;

interface CutPiece {
  from: number;
  text: string;
  mark: Mark | undefined;
  isLink: boolean;
}

function cut({ text, marks }: FilledText, start: number, end: number): CutPiece[] {
  const links = Array.from(text.slice(start, end).matchAll(link), ({ 0: found, index }) => ({
    start: start + index,
    end: start + index + found.length,
  }));
  const within = [...marks, ...links].filter((one) => one.start < end && one.end > start);
  const edges = new Set([start, end, ...within.flatMap((one) => [one.start, one.end])]);
  const places = [...edges].filter((place) => place >= start && place <= end).sort((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => ({
    from,
    text: text.slice(from, places[at + 1]),
    mark: marks.find((one) => one.start <= from && from < one.end),
    isLink: links.some((one) => one.start <= from && from < one.end),
  }));
}
