import { ChevronLeft } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { Link } from '../../ui/actions/Link.tsx';
import { optInMessages } from './messages.ts';

export function BackToOptIn() {
  const t = useT(optInMessages);
  return (
    <Link to="/opt-in" className="inline-flex items-center gap-0.5">
      <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('back')}
    </Link>
  );
}
