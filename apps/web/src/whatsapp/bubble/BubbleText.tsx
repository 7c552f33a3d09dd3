import { useEffect, useRef, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import type { FilledText } from '../format/filled-text.ts';
import { FormattedText } from '../format/FormattedText.tsx';
import { phoneWords } from '../template/phone-words.ts';

interface BubbleTextProps {
  filled: FilledText;
  language: string;
  foldsEarly: boolean;
  marked: boolean;
}

/** The words of a bubble, folded behind “Read more” where WhatsApp would. */
export function BubbleText({ filled, language, foldsEarly, marked }: BubbleTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  const [tooLong, setTooLong] = useState(false);
  useEffect(() => {
    const [whole, seen] = [words.current!, frame.current!];
    // A last report may come when both have left the page.
    const observer = new ResizeObserver(() => setTooLong(whole.offsetHeight > seen.offsetHeight + 2));
    observer.observe(whole);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="grid justify-items-start px-1.5">
      <div
        ref={frame}
        className={classes(
          'w-full overflow-hidden wrap-anywhere',
          !unfolded && (foldsEarly ? 'max-h-[5lh]' : 'max-h-[24lh]'),
        )}
      >
        <div ref={words}>
          <FormattedText filled={filled} marked={marked} />
        </div>
      </div>
      {tooLong && !unfolded && (
        <button type="button" onClick={() => setUnfolded(true)} className="font-medium text-chat-link">
          {phoneWords(language).readMore}
        </button>
      )}
    </div>
  );
}
