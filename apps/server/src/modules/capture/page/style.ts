/** Dark words on a light colour, light ones on a dark one: by how bright eyes find it (WCAG 2). */
function inkOn(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#111' : '#fff';
}

/** The look of the page, small enough to come with it. */
export const styleOf = (color: string): string => `
:root{color-scheme:light dark;--accent:${color};--on:${inkOn(color)};--bg:#f6f4f0;--card:#fff;--ink:#1d1b18;--soft:#625c54;--line:#ddd7cd;--bad:#a32a1d}
@media (prefers-color-scheme:dark){:root{--bg:#171614;--card:#211f1c;--ink:#f1ede6;--soft:#b0a89c;--line:#3b3732;--bad:#ff9d8f}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:30rem;margin:0 auto;padding:1rem 1rem 3rem}
header{display:flex;align-items:center;gap:.75rem;padding:.5rem 0 1rem}
.mark{flex:none;width:2.5rem;height:2.5rem;border-radius:.6rem;background:var(--accent);color:var(--on);display:grid;place-items:center;font-weight:700}
.brand{font-weight:600}
.card{background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.25rem}
h1{font-size:1.35rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0 .75rem}
.soft{color:var(--soft);font-size:.9rem}
.pre{white-space:pre-line}
fieldset{border:0;margin:.75rem 0 0;padding:0}
.choice{display:flex;gap:.75rem;padding:.75rem 0;border-top:1px solid var(--line);cursor:pointer}
.choice input{flex:none;width:1.4rem;height:1.4rem;margin:.1rem 0 0;accent-color:var(--accent)}
.choice b{display:block;font-weight:600}
label.field{display:block;font-weight:600;margin:1rem 0 .3rem}
.phone{width:100%;font:inherit;font-size:1.15rem;padding:.7rem .8rem;border:1px solid var(--soft);border-radius:.6rem;background:var(--card);color:var(--ink)}
button,.button{display:block;width:100%;margin:1.25rem 0 .75rem;padding:.85rem 1rem;border:0;border-radius:.6rem;background:var(--accent);color:var(--on);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.button:focus-visible,button:focus-visible{outline-color:var(--ink)}
.second{background:none;color:var(--ink);border:1px solid var(--soft);margin-top:0}
.line{display:block;margin-top:.35rem}
.part{margin-inline-start:2.15rem}
.note{border-inline-start:4px solid var(--accent);padding:.25rem .9rem;margin:0 0 1rem}
.note p{margin:.15rem 0 0}
.choice input:disabled{opacity:.45}
.problem{border-inline-start:4px solid var(--bad);padding:.5rem .75rem;color:var(--bad);margin:0 0 1rem}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-top:1.25rem}
nav a{padding:.35rem 0}
a{color:inherit}
`;
