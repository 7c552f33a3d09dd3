import { ChevronLeft } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { connectMessages } from './messages.ts';

export function BackToConnect() {
  const t = useT(connectMessages);
  return (
    <Link to="/numbers/connect" className="inline-flex items-center gap-0.5">
      <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('back')}
    </Link>
  );
}
