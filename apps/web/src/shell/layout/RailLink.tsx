import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.ts';
import { classes } from '../../ui/classes.ts';
import { tip } from '../../ui/overlays/tip.ts';
import type { Place } from '../feature.ts';

interface RailLinkProps {
  place: Place;
  folded: boolean;
}

export function RailLink({ place, folded }: RailLinkProps) {
  const read = useWords();
  const { icon: Icon, Badge } = place;
  const label = read(place.label);
  return (
    <Link
      {...tip({ text: label, keys: place.keys, side: 'right' })}
      to={place.route.fullPath}
      activeOptions={{ exact: place.route.fullPath === '/' }}
      className={classes(
        'group relative flex h-8 items-center gap-2.5 rounded-md px-2 text-body font-medium text-ink-2 pointer-coarse:h-11',
        'hover:bg-hover hover:text-ink data-[status=active]:bg-accent-soft data-[status=active]:text-accent-ink',
        folded ? 'justify-center' : 'max-lg:justify-center',
      )}
    >
      <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
      <span className={folded ? 'sr-only' : 'min-w-0 flex-1 truncate max-lg:sr-only'}>{label}</span>
      {Badge && <Badge />}
    </Link>
  );
}
