#!/usr/bin/env bash
# dependency-cruiser 17.4.3 and oxlint 1.94.0 on Svelte 5.57.0: a circle of types through a component.
#
# Guess:  with "tsPreCompilationDeps" (type imports count) a circle is found whether a file of it is .ts or .svelte.
# Seen:   dependency-cruiser looks at what Svelte's compiler makes of a component: the component's type imports are gone
#         by then and the circle is not there, while "svelte/internal/client", which no source names, is. Between two .ts
#         files the same circle is found. oxlint's import/no-cycle, told to count types, reads the component's script
#         itself and finds both.
#
# Needs node 20 or newer, and npm. Fails when any of this changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dependency-cruiser@17.4.3 oxlint@1.94.0 svelte@5.57.0 typescript@6.0.2 >/dev/null 2>&1

mkdir plain component
echo 'import type { B } from "./b"; export type A = { b: B };' >plain/a.ts
echo 'import type { A } from "./a"; export type B = { a: A };' >plain/b.ts
echo 'import B from "./B.svelte"; export type A = { b: typeof B };' >component/a.ts
printf '<script lang="ts">\n  import type { A } from "./a";\n  let { a }: { a: A } = $props();\n</script>\n<p>{typeof a}</p>\n' >component/B.svelte

cat >cruiser.cjs <<'JS'
module.exports = {
  forbidden: [{ name: "no-circle", severity: "error", from: {}, to: { circular: true } }],
  options: { tsPreCompilationDeps: true },
};
JS
cat >oxlint.json <<'JSON'
{ "plugins": ["import"], "categories": { "correctness": "off" }, "rules": { "import/no-cycle": ["error", { "ignoreTypes": false }] } }
JSON

for sources in plain component; do
  # Both end with an error where they find a circle.
  cruised=$(npx depcruise --config cruiser.cjs --output-type json "$sources" || true)
  node -e '
    const { modules, summary } = JSON.parse(process.argv[1]);
    const unnamed = modules.some(({ source }) => source === "svelte/internal/client");
    console.log(`${process.argv[2]}: dependency-cruiser: ${summary.error} circles${unnamed ? ", and svelte/internal/client" : ""}`);
  ' "$cruised" "$sources"
  linted=$(npx oxlint --config oxlint.json --format json "$sources" || true)
  node -e 'console.log(`${process.argv[2]}: oxlint: ${JSON.parse(process.argv[1]).diagnostics.length} files in a circle`)' "$linted" "$sources"
done | tee seen
diff seen - <<'EXPECTED'
plain: dependency-cruiser: 1 circles
plain: oxlint: 2 files in a circle
component: dependency-cruiser: 0 circles, and svelte/internal/client
component: oxlint: 2 files in a circle
EXPECTED
echo "As stated: dependency-cruiser 17.4.3, oxlint 1.94.0, svelte 5.57.0"
