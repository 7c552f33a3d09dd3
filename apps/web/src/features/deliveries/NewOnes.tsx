import { ArrowUp } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { deliveryMessages } from './messages.ts';

interface NewOnesProps {
  waiting: number;
  letIn: () => void;
}

/** What came while the pointer was on the rows. It floats above them, so that nothing moves when it appears. */
export function NewOnes({ waiting, letIn }: NewOnesProps) {
  const t = useT(deliveryMessages);
  if (waiting === 0) return null;
  return (
    <div className="absolute inset-x-0 top-1 z-20 flex animate-rise justify-center">
      <Button size="small" icon={ArrowUp} onClick={letIn} className="shadow-float">
        {t('newOnes', { count: waiting })}
      </Button>
    </div>
  );
}
