import { Button } from '../actions/Button.tsx';
import type { TableSource } from './table-source.ts';

interface OlderRowsProps {
  source: TableSource;
  word: string;
}

/** Under a list that goes on. */
export function OlderRows({ source: { more }, word }: OlderRowsProps) {
  if (!more) return null;
  return (
    <div className="border-t border-line p-2 text-center">
      <Button size="small" busy={more.loading} onClick={more.load}>
        {word}
      </Button>
    </div>
  );
}
