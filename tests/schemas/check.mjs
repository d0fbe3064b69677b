// Checks the four schemas with ajv: that they compile in strict mode, that their own examples are valid, that every good
// document is valid and every bad one fails for the reason reasons.json names. Further arguments are pairs KIND=FILE of real
// output to validate too, for example assessment=out.json, or sarif=lint.sarif: what lint writes for code hosts is held to the
// schema of SARIF 2.1.0 (OASIS), which the npm package @microsoft/jest-sarif carries. The last line is "N passed, N failed".
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const kinds = ["ruleset", "profile", "assessment", "quiz"];
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const documents = (folder) => (existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith(".json")).sort() : []);

let passed = 0;
let failed = 0;
function check(name, problem) {
  if (problem) {
    failed++;
    console.log(`FAILED ${name}: ${problem}`);
  } else {
    passed++;
  }
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
const schemas = {};
const validate = {};
for (const kind of kinds) {
  schemas[kind] = read(join(root, "src", "GutSkin.Core", "Schemas", `gutskin-${kind}-1.schema.json`));
  validate[kind] = ajv.compile(schemas[kind]);
  check(`${kind} schema has its id`, schemas[kind].$id === `gutskin-${kind}-1.schema.json` ? null : `$id is ${schemas[kind].$id}`);
}

// SARIF's own schema is of draft 04. What is not SARIF must fail, so that a pass says something.
const sarif = new Ajv04({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(sarif);
validate.sarif = sarif.compile(read(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")));
const result = { ruleId: "GS0001", message: { text: "m" } };
const log = (part) => ({ version: "2.1.0", runs: [{ tool: { driver: { name: "gutskin" } }, results: [{ ...result, ...part }] }] });
check("sarif: a smallest log", validate.sarif(log({})) ? null : "is not valid");
for (const [name, part] of [
  ["a result without a message", { message: undefined }],
  ["a level that is none", { level: "fatal" }],
  ["a line 0", { locations: [{ physicalLocation: { artifactLocation: { uri: "a.json" }, region: { startLine: 0 } } }] }],
  ["a property that SARIF does not have", { severity: "error" }],
])
  check(`sarif: ${name}`, validate.sarif(JSON.parse(JSON.stringify(log(part)))) ? "is valid" : null);

const words = (errors) => {
  const first = errors.slice(0, 5).map((e) => `${e.instancePath || "/"} ${e.keyword} ${e.message}`).join("; ");
  return errors.length > 5 ? `${first}; and ${errors.length - 5} more` : first;
};
const run = (kind, document) => (validate[kind](document) ? null : words(validate[kind].errors));

// Every property has a description, where it is defined; a branch (if, oneOf, not and the like) may narrow what is described above it
// without saying it again. Every example is valid against its part.
const branch = /^(if|then|else|oneOf|anyOf|allOf|not|\d+)$/;
function walk(kind, node, pointer, described = []) {
  if (node === null || typeof node !== "object") return;
  for (const [name, property] of Object.entries(pointer.endsWith("/properties") ? {} : node.properties ?? {})) {
    const target = property.$ref ? property.$ref.slice("#/$defs/".length) : null;
    const text = property.description ?? (target && schemas[kind].$defs[target]?.description);
    if (!text && !described.includes(name)) check(`${kind}${pointer}/properties/${name}`, "has no description");
  }
  if (Array.isArray(node.examples) && !pointer.endsWith("/properties")) {
    const part = ajv.compile({ $ref: `gutskin-${kind}-1.schema.json#${pointer}` });
    node.examples.forEach((example, i) => check(`${kind}#${pointer}/examples/${i}`, part(example) ? null : words(part.errors)));
  }
  const known = [...described, ...Object.keys(node.properties ?? {})];
  for (const [key, child] of Object.entries(node)) {
    if (key === "examples" || key === "default" || key === "enum" || key === "const") continue;
    walk(kind, child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, branch.test(key) ? known : []);
  }
}
for (const kind of kinds) walk(kind, schemas[kind], "");

// The rule set's schema stands alone: what it shares with the others is the same.
for (const other of ["profile", "assessment"])
  for (const [name, part] of Object.entries(schemas[other].$defs)) {
    const shared = other === "profile" ? schemas.ruleset.$defs[name] : ["pair", "version", "id", "value"].includes(name) ? schemas.ruleset.$defs[name] : part;
    check(`${other} $defs/${name} agrees with the rule set's`, JSON.stringify(shared) === JSON.stringify(part) ? null : "they differ");
  }

for (const kind of kinds)
  for (const file of documents(join(here, "good", kind)))
    check(`good/${kind}/${file}`, run(kind, read(join(here, "good", kind, file))));

const samples = join(root, "samples", "profiles");
for (const file of documents(samples)) check(`samples/profiles/${file}`, run("profile", read(join(samples, file))));

const reasons = read(join(here, "bad", "reasons.json"));
for (const kind of kinds)
  for (const file of documents(join(here, "bad", kind))) {
    const name = `${kind}/${file}`;
    const reason = reasons[name];
    delete reasons[name];
    if (!reason) {
      check(`bad/${name}`, "reasons.json does not name its reason");
      continue;
    }
    const valid = validate[kind](read(join(here, "bad", kind, file)));
    const met = !valid && validate[kind].errors.some((e) => e.keyword === reason.keyword && e.instancePath === reason.at);
    check(`bad/${name}`, met ? null : valid ? "is valid" : `expected ${reason.keyword} at ${reason.at || "/"}, got ${words(validate[kind].errors)}`);
  }
for (const name of Object.keys(reasons)) check(`bad/${name}`, "reasons.json names it, and it is not there");

for (const pair of process.argv.slice(2)) {
  const [kind, file] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
  let problem = null;
  try {
    problem = validate[kind] ? run(kind, read(file)) : "is not KIND=FILE";
  } catch (error) {
    problem = error.message;
  }
  check(`output ${pair}`, problem);
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
