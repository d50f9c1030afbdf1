// Who imports whom: a folder sees those below it and none beside it, and no files import each other round. Types count:
// a file that knows another's types knows the other. Tests may import anything.
const floors = [["frame"], ["list"], ["sent"], ["draft", "setup"], ["outbox", "accounts"], ["parts"], ["words"], ["values"], ["shell"]];

const only = (allowed) => ({
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          group: ["../**", ...allowed.map((folder) => `!../${folder}/**`)],
          message: `Only from ${allowed.length === 0 ? "this folder" : `${allowed.join(", ")}, and this folder`}.`,
        },
      ],
    },
  ],
});

export default {
  plugins: ["import"],
  categories: { correctness: "off" },
  rules: { "import/no-cycle": ["error", { ignoreTypes: false }] },
  overrides: [
    // A folder that has no floor yet.
    { files: ["src/*/**"], rules: only([]) },
    ...floors.flatMap((folders, floor) => folders.map((folder) => ({ files: [`src/${folder}/**`], rules: only(floors.slice(floor + 1).flat()) }))),
    // A language's own files, one folder further down.
    {
      files: ["src/words/*/**"],
      rules: { "no-restricted-imports": ["error", { patterns: [{ group: ["../../**", "!../../shell/**", "!../../values/**"], message: "Only from words, values and shell." }] }] },
    },
    { files: ["src/**/*.test.ts"], rules: { "no-restricted-imports": "off" } },
  ],
};
