import { hueOf, initials } from '../../ui/display/initials.ts';

/** A brand's letters: square, where a person's are round. */
export function WorkspaceTile({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      data-hue={hueOf(name)}
      className="avatar grid size-7 shrink-0 place-items-center rounded-md text-xs leading-none font-semibold"
    >
      {initials(name)}
    </span>
  );
}
