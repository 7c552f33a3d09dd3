import { useQuery } from '@tanstack/react-query';
import { useNumberNames } from '../../../data/use-number-names.ts';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import type { Kind } from '../kinds.ts';
import { purposesQuery, type Point } from '../queries.ts';
import { PointForm } from './PointForm.tsx';

interface PointEditorProps {
  kind: Kind;
  /** Undefined for a new one. */
  point?: Point;
  onSaved: (entryPointId: string) => void;
}

/** The form, once it is known what there is to choose from. */
export function PointEditor({ kind, point, onSaved }: PointEditorProps) {
  const purposes = useQuery(purposesQuery);
  const { all } = useNumberNames();
  if (purposes.isPending) return <SkeletonLines lines={8} />;
  const numbers = all.filter(({ isConnected }) => isConnected);
  return (
    <PointForm
      key={numbers[0]?.numberId ?? ''}
      kind={kind}
      point={point}
      numbers={numbers.map(({ numberId, name, phone }) => ({ value: numberId, label: `${name} ${phone}` }))}
      purposes={purposes.data?.items.filter(({ archivedAt }) => archivedAt === null) ?? []}
      onSaved={onSaved}
    />
  );
}
