import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { templateMessages } from '../messages.ts';
import { useAct } from '../use-act.ts';

export function CommentForm({ familyId }: { familyId: string }) {
  const t = useT(templateMessages);
  const [text, setText] = useState('');
  const { busy, run } = useAct();
  const say = async () => {
    if (await run(() => api.templateFamilies.comment({ familyId, text }), t('commented'))) setText('');
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void say();
      }}
    >
      <Field label={t('comment')}>
        <TextArea rows={2} maxLength={2000} value={text} onChange={setText} />
      </Field>
      {text.trim() !== '' && (
        <Button type="submit" size="small" busy={busy} className="justify-self-end">
          {t('send')}
        </Button>
      )}
    </form>
  );
}
