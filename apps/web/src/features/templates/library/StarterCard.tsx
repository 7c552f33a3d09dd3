import { getRouteApi } from '@tanstack/react-router';
import { useSentence } from '../../../data/use-sentence.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Badge } from '../../../ui/display/Badge.tsx';
import { libraryMessages } from './messages.ts';
import type { Starter } from './queries.ts';

const route = getRouteApi('/shell/templates/library');

/** The whole card opens it; its title is what a screen reader hears. */
export function StarterCard({ starter }: { starter: Starter }) {
  const t = useT(libraryMessages);
  const say = useSentence();
  const { language } = useLocale();
  const navigate = route.useNavigate();
  const { key, title, about, category, kit, variants } = starter;
  const variant = variants.find((each) => each.language === language) ?? variants[0]!;
  return (
    <li className="relative grid content-start gap-2 rounded-lg border border-line bg-raised p-4 hover:border-control">
      <div className="flex items-start justify-between gap-2">
        <h2 className="min-w-0 text-body font-semibold">
          <button
            type="button"
            aria-label={t('look', { title: say(title) })}
            onClick={() => void navigate({ search: (former) => ({ ...former, open: key }) })}
            className="text-start after:absolute after:inset-0 after:rounded-lg"
          >
            {say(title)}
          </button>
        </h2>
        <Badge tone={category === 'MARKETING' ? 'accent' : 'neutral'}>{t(category)}</Badge>
      </div>
      <p className="text-sm text-ink-2">{say(about)}</p>
      <p lang={variant.language} className="line-clamp-4 text-sm">
        {variant.text === '' ? t('whatsAppWrites') : variant.text}
      </p>
      {kit !== null && <p className="text-xs text-ink-2">{t('kit')}</p>}
    </li>
  );
}
