import { BookOpen, FileJson } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { CopyField } from '../../../ui/actions/CopyField.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { developerMessages } from '../messages.ts';
import { curlExample } from './curl-example.ts';
import { Example } from './Example.tsx';

const link =
  'flex items-center gap-2 rounded-sm font-medium text-accent-ink underline decoration-accent-line underline-offset-3 hover:decoration-current';

/** Where the API is, what describes it, and a first call to copy. */
export function UseApi() {
  const t = useT(developerMessages);
  const { origin } = window.location;
  return (
    <Card title={t('useApi')} description={t('useApiHelp')}>
      <div className="grid gap-5">
        <CopyField label={t('address')} value={`${origin}/api/v1`} />
        <ul className="grid gap-2">
          <li>
            <a href="/docs/api" target="_blank" rel="noreferrer" className={link}>
              <BookOpen aria-hidden className="size-4" />
              {t('reference')}
            </a>
          </li>
          <li>
            <a href="/openapi.json" target="_blank" rel="noreferrer" className={link}>
              <FileJson aria-hidden className="size-4" />
              {t('openapi')}
            </a>
          </li>
        </ul>
        <Example title={t('example')} help={t('exampleHelp')} code={curlExample(origin, '$TRIKON_KEY')} />
      </div>
    </Card>
  );
}
