import { ArrowLeft } from 'lucide-react';
import { useContactName } from '../../data/use-contact-name.ts';
import { useT } from '../../i18n/use-t.ts';
import { Link } from '../../ui/actions/Link.tsx';
import { Badge } from '../../ui/display/Badge.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { Bubble } from './bubble/Bubble.tsx';
import { CostFacts } from './facts/CostFacts.tsx';
import { MessageFacts } from './facts/MessageFacts.tsx';
import { Life } from './life/Life.tsx';
import { lifeMessages } from './life/messages.ts';
import { messageMessages } from './messages.ts';
import type { Message } from './queries.ts';
import { useStatus } from './use-status.ts';

/** What the customer sees, and everything that happened behind it. */
export function MessageView({ message }: { message: Message }) {
  const t = useT(messageMessages);
  const say = useT(lifeMessages);
  const { name, phone } = useContactName()(message);
  const { label, tone } = useStatus()(message.status);
  return (
    <>
      <PageHeader
        title={t(message.direction === 'in' ? 'from' : 'to', { name })}
        beside={<Badge tone={tone}>{label}</Badge>}
        description={phone ?? undefined}
        back={
          <Link to="/messages" className="inline-flex items-center gap-1 no-underline">
            <ArrowLeft aria-hidden className="size-4 rtl:rotate-180" />
            {t('back')}
          </Link>
        }
      />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 lg:col-start-2">
          <Bubble message={message} />
        </div>
        <div className="grid min-w-0 gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {message.possibleDuplicate && (
            <Banner tone="warn">
              <p className="font-medium">{say('duplicate')}</p>
              <p className="text-ink">{say('duplicateHelp')}</p>
            </Banner>
          )}
          <Life message={message} />
          <MessageFacts message={message} />
        </div>
        {message.direction === 'out' && (
          <div className="min-w-0 lg:col-start-2">
            <CostFacts message={message} />
          </div>
        )}
      </div>
    </>
  );
}
