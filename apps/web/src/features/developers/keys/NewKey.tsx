import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { CopyField } from '../../../ui/actions/CopyField.tsx';
import { developerMessages } from '../messages.ts';
import { curlExample } from './curl-example.ts';
import { Example } from './Example.tsx';
import type { CreatedKey } from './use-key-form.ts';

interface NewKeyProps {
  apiKey: CreatedKey;
  onDone: () => void;
}

/** The only time the key itself is shown. */
export function NewKey({ apiKey: { key }, onDone }: NewKeyProps) {
  const t = useT(developerMessages);
  return (
    <div className="grid gap-5">
      <p className="text-ink-2">{t('madeHelp')}</p>
      <CopyField label={t('key')} value={key} secret />
      <Example
        title={t('try')}
        help={t('exampleHelp')}
        code={curlExample(window.location.origin, '$TRIKON_KEY')}
      />
      <div className="flex justify-end">
        <Button tone="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
