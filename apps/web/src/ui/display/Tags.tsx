import { Tag, type TagLook } from './Tag.tsx';

interface TagsProps {
  tags: readonly TagLook[];
  /** How many are shown before the rest becomes "+3", which names them on hover. */
  most?: number;
}

export function Tags({ tags, most = 2 }: TagsProps) {
  const rest = tags.slice(most);
  return (
    <span className="flex max-w-full min-w-0 items-center gap-1">
      {tags.slice(0, most).map(({ name, color }) => (
        <Tag key={name} name={name} color={color} />
      ))}
      {rest.length > 0 && (
        <span title={rest.map(({ name }) => name).join(', ')} className="shrink-0 text-xs text-ink-2">
          +{rest.length}
        </span>
      )}
    </span>
  );
}
