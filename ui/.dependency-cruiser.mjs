// Who may import whom: a folder sees those below it and none beside it. `npm run order` checks it, and that no files
// import each other round.
const floors = [
  ["frame"],
  ["list"],
  ["sent"],
  ["draft", "setup"],
  ["outbox", "accounts"],
  ["parts"],
  ["words"],
  ["values"],
  ["shell"],
];

const inside = (folders) => `^src/(${folders.join("|")})/`;
const below = (floor) => floors.slice(floor + 1).flat();

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...floors.flatMap((folders, floor) =>
      folders.map((folder) => ({
        name: `${folder}-looks-down-only`,
        severity: "error",
        from: { path: inside([folder]) },
        to: { path: "^src/", pathNot: inside([folder, ...below(floor)]) },
      })),
    ),
    { name: "every-folder-has-its-floor", severity: "error", from: { path: "^src/[^/]+/", pathNot: inside([...floors.flat(), "style"]) }, to: {} },
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    { name: "every-import-is-there", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // Types count: a file that knows another's types knows the other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.test\\.ts$" },
    enhancedResolveOptions: { extensions: [".ts", ".js", ".svelte"], exportsFields: ["exports"], conditionNames: ["svelte", "import", "types", "default"] },
  },
};
