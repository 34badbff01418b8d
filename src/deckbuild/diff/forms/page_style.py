"""How the page of a comparison looks: quiet, in light and in dark, on a screen and on paper."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --ground: #ffffff; --panel: #f6f7f8; --ink: #1c2126; --faint: #59636e; --line: #d5dae0; --link: #0a58b5;
  --gone: #ffe3e0; --gone-ink: #8f1a10; --come: #d9f5df; --come-ink: #0f5323;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181c; --panel: #1e2227; --ink: #e3e7eb; --faint: #9aa5b1; --line: #363d45; --link: #77b3ff;
    --gone: #4b1d1a; --gone-ink: #ffc9c3; --come: #133d20; --come-ink: #b4efc3;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 90rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: .25rem 0; }
.faint { color: var(--faint); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1.5rem; top: .5rem; background: var(--ground); padding: .25rem .5rem; }
nav ol { list-style: none; margin: .5rem 0; padding: 0; columns: 22rem; column-gap: 2rem; }
nav li { break-inside: avoid; padding: .1rem 0; }
article { border: 1px solid var(--line); border-radius: .5rem; margin: 1.25rem 0; overflow: hidden; }
article > header { background: var(--panel); border-bottom: 1px solid var(--line); padding: .6rem 1rem; }
article > header + * { margin-top: 0; }
.number { font-variant-numeric: tabular-nums; color: var(--faint); margin-inline-end: .4rem; }
.mark { border: 1px solid currentcolor; border-radius: 1rem; padding: 0 .6rem; font-size: .85rem;
  font-weight: 400; color: var(--faint); white-space: nowrap; }
.mark.added { color: var(--come-ink); background: var(--come); }
.mark.removed { color: var(--gone-ink); background: var(--gone); }
.pictures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem;
  padding: 1rem 1rem 0; }
figure { margin: 0; max-width: 60rem; }
figure img { display: block; width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.drawn { position: relative; }
.area { position: absolute; outline: 2px solid #e0218a; outline-offset: 2px; border-radius: 2px; }
figcaption { font-size: .85rem; color: var(--faint); }
dl { display: grid; grid-template-columns: minmax(6rem, 9rem) 1fr; gap: .5rem 1rem; margin: 0;
  padding: 1rem; }
dt { color: var(--faint); }
dd { margin: 0; min-width: 0; }
dd ul { list-style: none; margin: 0; padding: 0; }
dd li + li { margin-top: .35rem; }
.what { color: var(--faint); }
del { background: var(--gone); color: var(--gone-ink); }
ins { background: var(--come); color: var(--come-ink); text-decoration: none; border-bottom: 1px solid; }
del + ins { margin-inline-start: .3em; }
del::before, del::after, ins::before, ins::after { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(100%); white-space: nowrap; }
del::before { content: " [removed: "; } ins::before { content: " [added: "; }
del::after, ins::after { content: "] "; }
@media (max-width: 40rem) { .pictures { grid-template-columns: 1fr; } }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: .1rem; } dd { margin-bottom: .6rem; } }
@media print {
  :root { --ground: #fff; --panel: #fff; --ink: #000; --faint: #444; --line: #999; --link: #000; }
  body { padding: 0; font-size: 10pt; max-width: none; }
  nav { display: none; }
  article { break-inside: avoid-page; }
  .pictures { grid-template-columns: 1fr 1fr; }
  del, ins { background: none; color: #000; } ins { text-decoration: underline; border: 0; font-weight: 600; }
}
"""
