/** Dark words on a light colour, light ones on a dark one. */
function inkOn(color: string): string {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return 0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5) > 150 ? '#111' : '#fff';
}

const styles = (color: string): string => `
:host{all:initial;--a:${color};--o:${inkOn(color)};--bg:#fff;--ink:#1d1b18;--soft:#625c54;--line:#ddd7cd;--bad:#a32a1d;color-scheme:light dark}
@media(prefers-color-scheme:dark){:host{--bg:#211f1c;--ink:#f1ede6;--soft:#b0a89c;--line:#3b3732;--bad:#ff9d8f}}
*{box-sizing:border-box}
.root{font:16px/1.5 system-ui,"Noto Sans",sans-serif;color:var(--ink);overflow-wrap:anywhere}
dialog,.card{background:var(--bg);color:var(--ink);border:1px solid var(--line);border-radius:14px;padding:20px;width:min(28rem,calc(100vw - 24px));max-height:calc(100dvh - 24px);overflow:auto}
dialog{box-shadow:0 20px 60px #0005;animation:in .16s}
dialog::backdrop{background:#0007}
@keyframes in{from{opacity:0;transform:translateY(8px)}}
@media(prefers-reduced-motion:reduce){dialog{animation:none}}
@media(max-width:480px){dialog{margin:auto auto 12px}}
.root>.soft:first-child{margin-top:10px}
.card{max-height:none;width:auto;max-width:28rem}
h2{font-size:20px;line-height:1.25;margin:0 32px 6px 0}
h3{font-size:16px;margin:14px 0 2px}
p{margin:0 0 10px;white-space:pre-line}
.soft{color:var(--soft);font-size:14px}
.choice{display:flex;gap:12px;padding:10px 0;cursor:pointer}
.card .choice,dialog .choice{border-top:1px solid var(--line)}
.choice input{flex:none;width:22px;height:22px;margin:1px 0 0;accent-color:var(--a)}
.choice b{display:block;font-weight:600}
.field{display:block;font-weight:600;margin:12px 0 4px}
.phone{width:100%;font:inherit;font-size:18px;padding:10px 12px;border:1px solid var(--soft);border-radius:10px;background:var(--bg);color:var(--ink)}
.main{display:block;width:100%;margin:16px 0 10px;padding:13px 16px;border:0;border-radius:10px;background:var(--a);color:var(--o);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.main[aria-disabled=true]{opacity:.6}
.close{position:absolute;top:12px;inset-inline-end:12px;width:36px;height:36px;border:0;border-radius:8px;background:none;color:var(--soft);font:inherit;font-size:22px;line-height:1;cursor:pointer}
.problem{color:var(--bad);border-inline-start:4px solid;padding:4px 10px}
.trap{position:absolute;left:-9999px}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
a{color:inherit}
`;

/** A root that the shop's styles do not reach and that do not reach the shop's; made so that no policy has to allow it. */
export function shadowIn(host: HTMLElement, color: string, direction: string, language: string): HTMLElement {
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles(/^#[\da-f]{6}$/.test(color) ? color : '#1f5f73'));
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement('div');
  root.className = 'root';
  root.dir = direction;
  root.lang = language;
  shadow.append(root);
  return root;
}
