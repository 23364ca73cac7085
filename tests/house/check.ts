import { layers } from './rules/layers.ts';
import { names } from './rules/names.ts';
import { oneImporter } from './rules/one-importer.ts';
import { places } from './rules/places.ts';
import { figures, tooLong } from './rules/sizes.ts';
import { listFiles } from './source-files.ts';

const files = listFiles();
const findings = [tooLong, layers, oneImporter, names, places].flatMap((rule) => rule(files));

for (const { path, message } of findings) console.error(`${path} ${message}`);
console.log(figures(files));
if (findings.length > 0) {
  console.error(
    `${findings.length} broken rule${findings.length > 1 ? 's' : ''} of the house; STYLE.md explains them.`,
  );
  process.exitCode = 1;
}
