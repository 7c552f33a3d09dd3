import { ChevronLeft } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { Link } from '../../ui/actions/Link.tsx';
import { numberMessages } from './messages.ts';

export function BackToNumbers() {
  const t = useT(numberMessages);
  return (
    <Link to="/numbers" className="inline-flex items-center gap-0.5">
      <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('backToNumbers')}
    </Link>
  );
}
