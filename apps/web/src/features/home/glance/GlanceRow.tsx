import { Link } from '@tanstack/react-router';
import { ChevronRight, type LucideIcon } from 'lucide-react';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import type { Tone } from '../../../ui/feedback/tones.ts';

interface GlanceRowProps {
  to: '/team' | '/developers' | '/audit' | '/health';
  icon: LucideIcon;
  title: string;
  text: string;
  /** Set when the line says how something is doing. */
  tone?: Tone | undefined;
}

export function GlanceRow({ to, icon: Icon, title, text, tone }: GlanceRowProps) {
  return (
    <li>
      <Link
        to={to}
        className="flex min-h-12 items-center gap-3 px-pad py-2.5 -outline-offset-2 hover:bg-hover/60"
      >
        <Icon aria-hidden className="size-4.5 shrink-0 text-ink-3" strokeWidth={1.75} />
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{title}</span>
          <span className="text-sm text-ink-2">{tone ? <StatusDot tone={tone} label={text} /> : text}</span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3 rtl:-scale-x-100" />
      </Link>
    </li>
  );
}
