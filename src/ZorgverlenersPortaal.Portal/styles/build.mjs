// Makes wwwroot/lib: portal.css, session.js, live.js, emergency.js, print.js, section.js, icons.svg, mark.svg, fonts/ and licences/.
// The build runs it (PortalAssets.targets); by hand: npm ci && npm run build. Needs node 18 or later.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const styles = path.dirname(fileURLToPath(import.meta.url));
const portal = path.dirname(styles);
const out = path.join(portal, "wwwroot", "lib");

const packages = Object.keys(JSON.parse(read(portal, "package.json")).dependencies);
const components = packages.filter(name => name.startsWith("@nl-design-system-candidate/"));
const font = "@fontsource-variable/ibm-plex-sans";
const icons = "@tabler/icons";

// Everything is read and joined before the first byte is written: a fault leaves the last good files in place.
const files = new Map();
files.set("portal.css", stylesheet());
files.set("icons.svg", sprite());
files.set("mark.svg", read(styles, "mark.svg"));
for (const name of ["session.js", "live.js", "emergency.js", "print.js", "section.js"]) files.set(name, read(portal, "scripts", name));
for (const range of ["latin", "latin-ext"]) {
  const name = `ibm-plex-sans-${range}-wght-normal.woff2`;
  files.set(`fonts/${name}`, fs.readFileSync(inPackage(font, "files", name)));
}
for (const name of packages) files.set(`licences/${flat(name)}-${version(name)}.txt`, licence(name));

fs.rmSync(out, { recursive: true, force: true });
for (const [name, content] of files) {
  const file = path.join(out, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}
console.log(`${files.size} files in ${path.relative(process.cwd(), out)}, portal.css ${files.get("portal.css").length} bytes`);

function stylesheet() {
  const theirs = components.map(name => {
    const css = read(inPackage(name, "dist", `${name.split("/")[1].replace(/-css$/, "")}.css`));
    // unmodified but for the pointer to a source map that we do not ship
    return `/* ${name} ${version(name)}, EUPL-1.2, see licences/ */\n${css.replace(/\/\*# sourceMappingURL=.*?\*\//, "").trim()}`;
  });
  const ours = fs.readdirSync(styles).filter(name => name.endsWith(".css")).sort().map(name => squeeze(read(styles, name)));
  return ["@layer base, nlds, tokens, components, responsive, print;", "@layer nlds {", ...theirs, "}", ...ours, ""].join("\n");
}

// Takes out comments, indents and the line breaks that mean nothing; the rest is left to compression.
function squeeze(css) {
  const lines = css.replace(/\/\*[\s\S]*?\*\//g, "").split("\n").map(line => line.trim()).filter(line => line !== "");
  return lines.join("\n").replace(/(?<=[{};,])\n/g, "");
}

function sprite() {
  const symbols = read(styles, "icons.txt").split("\n").filter(name => name !== "").map(name => {
    const svg = read(inPackage(icons, "icons", "outline", `${name}.svg`));
    const drawing = svg.replace(/^[\s\S]*?<svg[\s\S]*?>|<\/svg>|<path stroke="none"[^>]*>/g, "").replace(/\s+/g, " ").trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${icons} ${version(icons)}, MIT, see licences/ -->${symbols.join("\n")}</svg>\n`;
}

function licence(name) {
  const file = fs.readdirSync(inPackage(name)).find(entry => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file: it may not be shipped without one`);
  return read(inPackage(name, file));
}

function read(...parts) { return fs.readFileSync(path.join(...parts), "utf8"); }
function inPackage(name, ...parts) { return path.join(portal, "node_modules", name, ...parts); }
function version(name) { return JSON.parse(read(inPackage(name, "package.json"))).version; }
function flat(name) { return name.replace(/^@/, "").replace("/", "-"); }
