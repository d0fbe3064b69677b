// A bounded load run on loopback: so many assessments a second for so many seconds, at fixed times whatever the answers take.
// Start the server first (samples/03.WebConsultation/README.md says how); no part of the test suite.
//   node tests/GutSkin.Web.Tests/load/load.mjs http://127.0.0.1:5080 [assessments a second] [seconds]

import { readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [site, perSecond = '200', seconds = '60'] = process.argv.slice(2);
if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(site).hostname)) throw new Error('Only loopback is loaded.');
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../samples/profiles');
const profiles = readdirSync(folder).sort().map((file) => readFileSync(join(folder, file)));
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const times = [];
let errors = 0;
let sent = 0;
let bytes = 0;

function assess(body) {
  return new Promise((resolve) => {
    const started = performance.now();
    const request = http.request(new URL('/api/assess', site), {
      method: 'POST', agent, headers: { 'Content-Type': 'application/json', 'Content-Length': body.length },
    }, (response) => {
      response.on('data', (part) => { bytes += part.length; });
      response.on('end', () => {
        if (response.statusCode === 200) times.push(performance.now() - started);
        else errors++;
        resolve();
      });
    });
    request.on('error', () => { errors++; resolve(); });
    request.end(body);
  });
}

const start = performance.now();
const total = Number(perSecond) * Number(seconds);
const waiting = new Set();
await new Promise((resolve) => {
  const timer = setInterval(() => {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * Number(perSecond)));
    for (; sent < due; sent++) {
      const one = assess(profiles[sent % profiles.length]);
      waiting.add(one);
      one.then(() => waiting.delete(one));
    }
    if (sent >= total) {
      clearInterval(timer);
      resolve();
    }
  }, 2);
});
await Promise.all(waiting);
agent.destroy();

times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))]?.toFixed(1);
const lasted = (performance.now() - start) / 1000;
console.log(`${times.length} answered, ${errors} errors, in ${lasted.toFixed(1)} s (${(times.length / lasted).toFixed(0)} a second), ${(bytes / 1e6).toFixed(0)} MB`);
console.log(`milliseconds: median ${at(0.5)}, 95th percentile ${at(0.95)}, 99th ${at(0.99)}, longest ${at(1)}`);
process.exitCode = errors === 0 ? 0 : 1;
