import { Link } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { useWords } from '../../i18n/words.ts';
import { later } from '../../ui/later.tsx';
import { shellMessages } from '../messages.ts';
import { usePlaces } from './places.ts';

const PlacesDrawer = later(async () => (await import('./PlacesDrawer.tsx')).PlacesDrawer);

const look =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-2xs font-medium text-ink-2 -outline-offset-2 data-[status=active]:text-accent-ink';

/** On a phone: the first four places under the thumb, the rest behind one more. */
export function BottomBar() {
  const t = useT(shellMessages);
  const read = useWords();
  const [open, setOpen] = useState(false);
  const places = usePlaces();
  if (places.length < 2) return null;
  const first = places.length <= 5 ? places : places.slice(0, 4);
  return (
    <nav
      aria-label={t('sections')}
      data-chrome
      className="bottom-bar fixed inset-x-0 bottom-0 z-30 flex h-(--bottom-bar) border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {first.map((place) => (
        <Link
          key={place.route.fullPath}
          to={place.route.fullPath}
          activeOptions={{ exact: place.route.fullPath === '/' }}
          className={look}
        >
          <place.icon aria-hidden className="size-5" strokeWidth={1.75} />
          <span className="max-w-full truncate">{read(place.label)}</span>
        </Link>
      ))}
      {first.length < places.length && (
        <button type="button" onClick={() => setOpen(true)} aria-haspopup="dialog" className={look}>
          <Menu aria-hidden className="size-5" strokeWidth={1.75} />
          {t('more')}
        </button>
      )}
      {open && <PlacesDrawer places={places} onClose={() => setOpen(false)} />}
    </nav>
  );
}
