import { Plus } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { numberMessages } from '../messages.ts';
import { numberPlaceMessages } from '../place-messages.ts';
import { ExampleNumber } from './ExampleNumber.tsx';

interface NoNumbersProps {
  workspace: string;
  mayManage: boolean;
}

export function NoNumbers({ workspace, mayManage }: NoNumbersProps) {
  const t = useT(numberMessages);
  const place = useT(numberPlaceMessages);
  return (
    <div className="rounded-lg border border-line bg-raised">
      <EmptyState
        title={t('none')}
        example={<ExampleNumber />}
        action={
          mayManage && (
            <ButtonLink tone="primary" icon={Plus} to="/numbers/connect">
              {place('connect')}
            </ButtonLink>
          )
        }
      >
        {t(mayManage ? 'noneHelp' : 'noneNotYours', { workspace })}
      </EmptyState>
    </div>
  );
}
