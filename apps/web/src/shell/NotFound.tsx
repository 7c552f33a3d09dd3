import { Compass } from 'lucide-react';
import { useT } from '../i18n/use-t.ts';
import { ButtonLink } from '../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../ui/feedback/EmptyState.tsx';
import { shellMessages } from './messages.ts';

export function NotFound() {
  const t = useT(shellMessages);
  return (
    <EmptyState icon={Compass} title={t('notFound')} action={<ButtonLink to="/">{t('home')}</ButtonLink>}>
      {t('notFoundHelp')}
    </EmptyState>
  );
}
