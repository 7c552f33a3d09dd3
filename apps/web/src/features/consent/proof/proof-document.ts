import type { Proof } from '../queries.ts';

interface Said {
  title: string;
  verdicts: readonly string[];
}

/** A page that stands by itself, for an archive or a letter; the data that prove it are in it as JSON. */
export function proofDocument(proof: Proof, { title, verdicts }: Said): string {
  const entries = proof.entries.map(
    ({ at, kind, purpose, source, seal, words }) =>
      `<li><p>${[at, kind, purpose, source]
        .filter((each) => each !== null)
        .map(escaped)
        .join(' · ')}</p>${
        words ? `<blockquote>${escaped(`${words.heading}\n${words.body}\n${words.agree}`)}</blockquote>` : ''
      }${seal ? `<p><code>${seal.seq} ${escaped(seal.hash)}</code></p>` : ''}</li>`,
  );
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}blockquote{white-space:pre-line;border-left:3px solid #999;margin:.5rem 0;padding-left:1rem}code,pre{overflow-wrap:anywhere;white-space:pre-wrap;font-size:.8rem}</style>
</head><body>
<h1>${escaped(title)}</h1>
<p>${escaped([proof.contactName, proof.contactPhone, proof.at].filter((each) => each !== null).join(' · '))}</p>
<ul>${verdicts.map((verdict) => `<li>${escaped(verdict)}</li>`).join('')}</ul>
<ol>${entries.join('')}</ol>
<pre>${escaped(JSON.stringify(proof, null, 1))}</pre>
</body></html>
`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign]!);
