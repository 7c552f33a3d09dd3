import { Link } from '@tanstack/react-router';
import { useT } from '../../i18n/use-t.ts';
import { useWords } from '../../i18n/words.ts';
import { Drawer } from '../../ui/overlays/Drawer.tsx';
import type { Place } from '../feature.ts';
import { shellMessages } from '../messages.ts';
import { bySection } from './places.ts';

interface PlacesDrawerProps {
  places: readonly Place[];
  onClose: () => void;
}

/** Every place, on a phone. */
export function PlacesDrawer({ places, onClose }: PlacesDrawerProps) {
  const t = useT(shellMessages);
  const read = useWords();
  return (
    <Drawer open onOpenChange={onClose} title={t('openMenu')} side="start">
      {bySection(places).map(({ section, places: members }) => (
        <section key={section} className="pb-4">
          <h3 className="px-2 pb-1 text-sm font-medium text-ink-3">{t(section)}</h3>
          {members.map((place) => (
            <Link
              key={place.route.fullPath}
              to={place.route.fullPath}
              onClick={onClose}
              className="flex h-11 items-center gap-3 rounded-md px-2 font-medium text-ink-2 data-[status=active]:bg-accent-soft data-[status=active]:text-accent-ink"
            >
              <place.icon aria-hidden className="size-5" strokeWidth={1.75} />
              {read(place.label)}
            </Link>
          ))}
        </section>
      ))}
    </Drawer>
  );
}
