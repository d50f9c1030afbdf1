import type { Theme } from "../shell/types";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
let chosen: Theme = "system";

function paint(): void {
  const shown = chosen === "system" ? (dark.matches ? "dark" : "light") : chosen;
  document.documentElement.dataset["theme"] = shown;
}
dark.addEventListener("change", paint);

export function showTheme(theme: Theme): void {
  chosen = theme;
  paint();
}
