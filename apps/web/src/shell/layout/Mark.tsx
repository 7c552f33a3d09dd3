/** Trikon: a triangle, with the downward one of a speech bubble's tail cut out of it. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className}>
      <path
        fill="var(--accent)"
        d="M10.1 3.2a2.2 2.2 0 0 1 3.8 0l8 13.9a2.2 2.2 0 0 1-1.9 3.3H4a2.2 2.2 0 0 1-1.9-3.3z"
      />
      <path fill="var(--ground)" d="M12 16.6 8.2 10h7.6z" />
    </svg>
  );
}
