// Validates FHIR R4 resources with npm's fhir: each file is a resource or a Bundle, whose resources are validated one by one too.
//   node check.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fhir from "fhir";

const { Fhir, FhirVersions } = fhir;
const validator = new Fhir(FhirVersions ? { version: FhirVersions.R4 } : undefined);
let passed = 0;
let failed = 0;
const types = new Map();

function check(name, resource) {
  const result = validator.validate(resource, { errorOnUnexpected: true });
  const faults = (result.messages ?? []).filter((m) => m.severity === "error" || m.severity === "fatal");
  types.set(resource.resourceType, (types.get(resource.resourceType) ?? 0) + 1);
  if (result.valid && faults.length === 0) passed++;
  else {
    failed++;
    console.log(`FAILED ${name} (${resource.resourceType}): ${faults.map((m) => `${m.location}: ${m.message}`).slice(0, 5).join("; ")}`);
  }
}

const folder = process.argv[2];
for (const file of readdirSync(folder).filter((f) => f.endsWith(".json")).sort()) {
  const resource = JSON.parse(readFileSync(join(folder, file), "utf8"));
  check(file, resource);
  for (const [at, entry] of (resource.entry ?? []).entries()) check(`${file} entry[${at}]`, entry.resource);
}

// A validator that takes anything proves nothing.
const wrong = { resourceType: "RiskAssessment", status: "sure", subject: { reference: "Patient/1" }, probability: 1 };
if (validator.validate(wrong, { errorOnUnexpected: true }).valid) {
  failed++;
  console.log("FAILED a wrong resource is valid");
} else passed++;

console.log([...types].map(([type, count]) => `${count} ${type}`).join(", "));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 1 ? 0 : 1);
