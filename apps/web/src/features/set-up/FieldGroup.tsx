import { useId, type ReactNode } from 'react';

/** Fields about one thing, named for the eye and for a screen reader. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section role="group" aria-labelledby={id} className="grid gap-4 border-t border-line pt-5">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
