export interface TagLook {
  name: string;
  color: 'grey' | 'red' | 'amber' | 'green' | 'teal' | 'blue' | 'violet' | 'pink';
}

/** A word that people gave, in the colour that they chose. */
export function Tag({ name, color }: TagLook) {
  return (
    <span
      data-color={color}
      className="tag inline-flex h-5 max-w-full min-w-0 items-center rounded-sm px-1.5 text-xs font-medium whitespace-nowrap"
    >
      <span className="truncate">{name}</span>
    </span>
  );
}
