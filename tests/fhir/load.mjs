// A bounded load run on loopback: so many patient-view calls a second for so many seconds, at fixed times whatever the answers take.
// Start samples/07.CdsHooks first; no part of the test suite.
//   node tests/fhir/load.mjs http://127.0.0.1:5080 [calls a second] [seconds]
import { readFileSync } from "node:fs";
import http from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [site, perSecond = "50", seconds = "30"] = process.argv.slice(2);
if (!["127.0.0.1", "localhost", "[::1]"].includes(new URL(site).hostname)) throw new Error("Only loopback is loaded.");
const folder = join(dirname(fileURLToPath(import.meta.url)), "../../samples/07.CdsHooks/requests");
const bodies = ["atopic-dermatitis", "psoriasis-red-flag"].map((name) => readFileSync(join(folder, `${name}.json`)));
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const times = [];
let errors = 0;
let bytes = 0;

function call(body) {
  return new Promise((resolve) => {
    const started = performance.now();
    const request = http.request(new URL("/cds-services/gut-skin", site), {
      method: "POST", agent, headers: { "Content-Type": "application/json", "Content-Length": body.length },
    }, (response) => {
      response.on("data", (part) => { bytes += part.length; });
      response.on("end", () => {
        if (response.statusCode === 200) times.push(performance.now() - started);
        else errors++;
        resolve();
      });
    });
    request.on("error", () => { errors++; resolve(); });
    request.end(body);
  });
}

for (const body of bodies) await call(body); // The first calls load what is loaded once.
times.length = 0;
bytes = 0;
const total = Number(perSecond) * Number(seconds);
const waiting = new Set();
const start = performance.now();
for (let sent = 0; sent < total; sent++) {
  const due = start + (sent * 1000) / Number(perSecond);
  const wait = due - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const one = call(bodies[sent % bodies.length]);
  waiting.add(one);
  one.finally(() => waiting.delete(one));
}
await Promise.all(waiting);
times.sort((a, b) => a - b);
const at = (p) => times[Math.min(times.length - 1, Math.floor(times.length * p))]?.toFixed(1);
console.log(`${times.length} answers, ${errors} errors in ${((performance.now() - start) / 1000).toFixed(1)} s; ms: median ${at(0.5)}, 95 % ${at(0.95)}, 99 % ${at(0.99)}; ${(bytes / Math.max(1, times.length)).toFixed(0)} bytes an answer`);
