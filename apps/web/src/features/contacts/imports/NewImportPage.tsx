import { useNavigate } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { upload } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { importMessages } from './messages.ts';
import { importPlaceMessages } from './place-messages.ts';
import type { Import } from './queries.ts';

export function NewImportPage() {
  const t = useT(importMessages);
  const place = useT(importPlaceMessages);
  return (
    <OnlyWith needs={['contacts.import']}>
      <Page width="read">
        <PageHeader
          title={place('add')}
          description={t('addHelp')}
          back={<Link to="/contacts/imports">{t('backToList')}</Link>}
        />
        <FileCard />
      </Page>
    </OnlyWith>
  );
}

function FileCard() {
  const t = useT(importMessages);
  const navigate = useNavigate();
  const problems = useProblems();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const send = async (file: File | undefined) => {
    if (file === undefined || sending) return;
    setSending(true);
    setProblem(undefined);
    try {
      const query = new URLSearchParams({ fileName: file.name.slice(0, 200) });
      const { importId } = (await upload(`/api/v1/contact-imports?${query.toString()}`, file)) as Import;
      await navigate({ to: '/contacts/imports/$importId', params: { importId } });
    } catch (error) {
      setProblem(problems.say(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Card title={t('file')} description={t('fileHelp')}>
      <div
        className="grid justify-items-start gap-3 rounded-md border border-dashed border-control p-5"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void send(event.dataTransfer.files[0]);
        }}
      >
        {problem && (
          <div role="alert" className="w-full">
            <Banner tone="bad">{problem}</Banner>
          </div>
        )}
        <input
          ref={input}
          type="file"
          aria-label={t('choose')}
          tabIndex={-1}
          accept=".csv,.tsv,.txt,.xlsx"
          className="sr-only"
          onChange={(event) => {
            void send(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button tone="primary" icon={FileUp} busy={sending} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <p aria-live="polite" className="text-sm text-ink-2">
          {sending && t('uploading')}
        </p>
      </div>
    </Card>
  );
}
