// Every link of the built site that stays on it leads to a page or file, every fragment to an element, and the search knows the pages.
import { readFileSync, existsSync, statSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(process.argv[2]);
const pages = readdirSync(root, { recursive: true }).filter((f) => f.endsWith(".html")).map((f) => join(root, f));
const text = new Map(pages.map((p) => [p, readFileSync(p, "utf8")]));
const ids = (page) => new Set([...text.get(page).matchAll(/\s(?:id|name)="([^"]+)"/g)].map((m) => m[1]));
const known = new Map();
let dead = 0, links = 0;
for (const [page, html] of text) {
  const body = html.replace(/<code[\s\S]*?<\/code>/g, "");
  for (const [, found] of body.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
    const link = found.replaceAll("&amp;", "&");
    if (/^[a-z]+:/i.test(link) || link.startsWith("//")) continue;
    links++;
    const [path, fragment] = link.split("#");
    let target = path === "" ? page : resolve(dirname(page), decodeURIComponent(path.split("?")[0]));
    if (existsSync(target) && statSync(target).isDirectory()) target = join(target, "index.html");
    let lives = existsSync(target);
    if (lives && fragment && text.has(target)) {
      if (!known.has(target)) known.set(target, ids(target));
      lives = known.get(target).has(decodeURIComponent(fragment));
    }
    if (!lives) {
      dead++;
      console.log(`${page.slice(root.length + 1)}: ${link}`);
    }
  }
}

const index = existsSync(join(root, "index.json")) ? Object.keys(JSON.parse(readFileSync(join(root, "index.json"), "utf8"))).length : 0;
console.log(`${pages.length} pages, ${links} links, ${dead} dead, ${index} pages in the search`);
process.exit(dead === 0 && index > 100 ? 0 : 1);
