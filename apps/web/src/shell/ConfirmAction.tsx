import type { LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useProblems } from '../data/use-problems.ts';
import { Button } from '../ui/actions/Button.tsx';
import { ConfirmDialog } from '../ui/overlays/ConfirmDialog.tsx';

interface ConfirmActionProps {
  /** The button that asks. */
  label: string;
  icon: LucideIcon;
  size?: 'normal' | 'small';
  title: string;
  /** The verb on the button that does it. */
  confirm: string;
  typeName?: string;
  act: () => Promise<void>;
  /** What will happen. */
  children: ReactNode;
}

/** A button for what is not lightly undone: says the consequences first, and why when it is refused. */
export function ConfirmAction(props: ConfirmActionProps) {
  const { label, icon, size = 'normal', title, confirm, typeName, act, children } = props;
  const problems = useProblems();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const tryIt = async () => {
    try {
      await act();
    } catch (error) {
      setProblem(problems.say(error));
      throw error;
    }
  };
  return (
    <>
      <Button icon={icon} size={size} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={title}
        confirm={confirm}
        typeName={typeName}
        problem={problem}
        onConfirm={tryIt}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
