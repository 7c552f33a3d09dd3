import { Undo2 } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { templateMessages } from '../messages.ts';
import { useAct } from '../use-act.ts';

interface TakeBackProps {
  versionId: string;
  number: number;
}

/** Takes a version back from review; its words are the draft again. */
export function TakeBack({ versionId, number }: TakeBackProps) {
  const t = useT(templateMessages);
  const { attempt } = useAct();
  return (
    <ConfirmAction
      size="small"
      icon={Undo2}
      label={t('takeBack')}
      title={t('takeBackTitle', { number })}
      confirm={t('takeBack')}
      act={() => attempt(() => api.templateVersions.withdraw({ versionId }), t('takenBack', { number }))}
    >
      <p>{t('takeBackHelp')}</p>
    </ConfirmAction>
  );
}
