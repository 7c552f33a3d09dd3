import { User } from 'lucide-react';
import { classes } from '../classes.ts';
import { hueOf, initials } from './initials.ts';

interface AvatarProps {
  /** Empty when nobody knows it: a silhouette is shown. */
  name: string;
  /** What the colour follows, when names change but people do not. */
  seed?: string;
  size?: 'small' | 'normal' | 'large';
  src?: string | undefined;
}

const sizes = { small: 'size-5 text-[9px]', normal: 'size-8 text-xs', large: 'size-12 text-lg' };

/** Decorative: the name always stands beside it. */
export function Avatar({ name, seed = name, size = 'normal', src }: AvatarProps) {
  const letters = initials(name);
  const look = classes(
    'avatar grid shrink-0 place-items-center overflow-hidden rounded-full leading-none font-semibold',
    sizes[size],
  );
  if (src) return <img src={src} alt="" className={classes(look, 'object-cover')} />;
  return (
    <span aria-hidden data-hue={letters ? hueOf(seed) : undefined} className={look}>
      {letters || <User className="size-1/2" />}
    </span>
  );
}
