// Says what is no valid HTML in the files named, a line a fault: FILE:LINE:COLUMN rule: message. Exit status 1 where there is any.
//   node validate.mjs FILE…

import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

const checker = new HtmlValidate(new FileSystemConfigLoader({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Reports are well-formed XML too, so that they can be read by either kind of tool.
    'void-style': 'off',
    'no-self-closing': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    doctype: 'off',
    'doctype-style': 'off',
    // Line ends and spaces are no part of validity.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
}));

let faults = 0;
for (const file of process.argv.slice(2)) {
  const report = await checker.validateFile(file);
  for (const result of report.results) {
    for (const { line, column, ruleId, message } of result.messages) {
      faults++;
      console.log(`${file}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
}
process.exitCode = faults === 0 ? 0 : 1;
