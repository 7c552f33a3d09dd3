import { MessageSquare, MessageSquareReply, MessageSquareX, type LucideIcon } from 'lucide-react';
import { useSentence } from '../../../../../data/use-sentence.ts';
import { useAllows } from '../../../../../data/use-workspace.ts';
import { useT } from '../../../../../i18n/use-t.ts';
import { Link } from '../../../../../ui/actions/Link.tsx';
import { Badge } from '../../../../../ui/display/Badge.tsx';
import type { Tone } from '../../../../../ui/feedback/tones.ts';
import type { Line } from '../../queries.ts';
import { LineFrame } from '../LineFrame.tsx';
import { messageLineMessages } from './message-line-messages.ts';
import { textIn } from './text-in.ts';

const arrived = new Set(['delivered', 'read', 'played']);
const ended = new Set(['failed', 'refused', 'expired']);
const stations = [
  'queued',
  'sending',
  'unknown',
  'accepted',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'refused',
  'cancelled',
  'expired',
] as const;

/** One message with what became of it; the whole of its life is a press away for who looks after the system. */
export function MessageLine({ line }: { line: Line }) {
  const t = useT(messageLineMessages);
  const sentence = useSentence();
  const mayOpen = useAllows()('messages.read');
  const { data, type } = line;
  const isIn = type === 'message.received';
  const status = textIn(data, 'status') ?? (type === 'message.failed' ? 'failed' : 'sent');
  const source = textIn(data, 'sourceName');
  const number = textIn(data, 'numberName');
  const messageId = textIn(data, 'messageId');
  const told = data['told'] as { happened: { en: string; hi: string } } | null | undefined;
  const title = isIn ? t('received') : source ? t('sentFrom', { source }) : t(originOf(data));
  return (
    <LineFrame
      line={line}
      {...lookOf(isIn, status)}
      title={title}
      actions={<Station isIn={isIn} status={status} />}
    >
      <Words data={data} />
      {!isIn && told && <p className="text-body text-bad">{sentence(told.happened)}</p>}
      <p className="text-sm text-ink-3">
        {number}
        {number && mayOpen && messageId && ' · '}
        {mayOpen && messageId && (
          <Link to="/messages/$messageId" params={{ messageId }}>
            {t('open')}
          </Link>
        )}
      </p>
    </LineFrame>
  );
}

function Station({ isIn, status }: { isIn: boolean; status: string }) {
  const t = useT(messageLineMessages);
  const known = stations.find((one) => one === status);
  if (isIn || known === undefined) return null;
  const tone = arrived.has(status) ? 'good' : ended.has(status) ? 'bad' : 'neutral';
  return <Badge tone={tone}>{t(`is_${known}`)}</Badge>;
}

function Words({ data }: { data: Line['data'] }) {
  const t = useT(messageLineMessages);
  const text = textIn(data, 'text');
  if (textIn(data, 'revokedAt')) return <p className="text-body text-ink-3 italic">{t('revoked')}</p>;
  if (text)
    return <p className="line-clamp-3 text-body wrap-anywhere whitespace-pre-line text-ink-2">{text}</p>;
  const kind = textIn(data, 'messageType') ?? textIn(data, 'type');
  return kind ? <p className="text-body text-ink-3">{kind}</p> : null;
}

const origins = ['agent', 'flow', 'campaign', 'api', 'app', 'meta', 'test'] as const;

function originOf(data: Line['data']): 'out' | `by_${(typeof origins)[number]}` {
  const origin = origins.find((one) => one === data['origin']);
  return origin === undefined ? 'out' : `by_${origin}`;
}

function lookOf(isIn: boolean, status: string): { icon: LucideIcon; tone: Tone } {
  if (isIn) return { icon: MessageSquareReply, tone: 'info' };
  return ended.has(status) ? { icon: MessageSquareX, tone: 'bad' } : { icon: MessageSquare, tone: 'neutral' };
}
