// npm run contrast: every pair of colour tokens that meets on a page, light and dark, against WCAG 2.2 (1.4.3 and 1.4.11).
import fs from "node:fs";

const css = fs.readFileSync(new URL("./11-tokens.css", import.meta.url), "utf8");
const [lightCss, darkCss] = css.split("@media screen and (prefers-color-scheme: dark)");
const light = tokens(lightCss);
const dark = { ...light, ...tokens(darkCss) };

const text = [
  ["ink", "paper"], ["ink", "canvas"], ["ink-2", "paper"], ["ink-2", "canvas"], ["ink-2", "sunken"], ["ink-3", "paper"],
  ["link", "paper"], ["link", "canvas"], ["on-brand", "brand"], ["brand-strong", "brand-soft"],
  ["own", "own-soft"], ["locum", "locum-soft"], ["emergency", "emergency-soft"], ["ink", "emergency-soft"],
  ["danger", "paper"], ["danger", "danger-soft"], ["on-danger", "danger"], ["warn", "warn-soft"],
  ["ok", "ok-soft"], ["ok", "canvas"], ["on-limit", "limit"], ["focus-ink", "focus-fill"], ["on-brand-quiet", "top-care"],
];
const graphics = [
  ["line-control", "paper"], ["line-control", "canvas"], ["focus", "paper"], ["focus", "canvas"],
  ["brand", "paper"], ["brand", "canvas"], ["limit-line", "limit"], ["emergency", "paper"],
  ["danger", "band"], ["ink", "band"], ["warn-line", "warn-soft"], ["focus-fill", "top-care"],
];

const failed = [...text.map(pair => check(pair, 4.5)), ...graphics.map(pair => check(pair, 3))].filter(good => !good).length;
console.log(failed === 0 ? "all pairs pass" : `${failed} pairs fail`);
process.exit(failed === 0 ? 0 : 1);

function check([over, under], least) {
  const ratios = [light, dark].map(theme => ratio(colour(theme, over), colour(theme, under)));
  const good = ratios.every(r => r >= least);
  console.log(`${over} on ${under}`.padEnd(30), ratios.map(r => r.toFixed(1)).join(" / "), good ? "" : `needs ${least}`);
  return good;
}

function tokens(source) {
  const found = source.matchAll(/--zvp-([\w-]+):\s*(#[0-9a-f]{6}|var\(--zvp-[\w-]+\))/gi);
  return Object.fromEntries([...found].map(match => [match[1], match[2]]));
}

function colour(theme, name) {
  const value = theme[name];
  return value.startsWith("var(") ? colour(theme, value.slice("var(--zvp-".length, -1)) : value;
}

function ratio(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
