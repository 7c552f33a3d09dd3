import { Avatar } from '../../../ui/display/Avatar.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { useActivityWords } from './use-activity-words.tsx';
import { useActor } from './use-actor.ts';
import type { ToldEvent } from './told-event.ts';

interface ActivityLineProps {
  event: ToldEvent;
  /** Of people who may have left since. */
  names: ReadonlyMap<string, string>;
}

export function ActivityLine({ event, names }: ActivityLineProps) {
  const sentence = useActivityWords(event, names);
  const { name, seed } = useActor(event, names);
  return (
    <li className="flex min-w-0 gap-3">
      <Avatar name={name} seed={seed} size="small" />
      <p className="min-w-0 flex-1 text-body wrap-anywhere text-ink-2">
        {sentence} <span className="text-sm text-ink-3">{'· '}</span>
        <span className="text-sm text-ink-3">
          <Time at={event.at} />
        </span>
      </p>
    </li>
  );
}
