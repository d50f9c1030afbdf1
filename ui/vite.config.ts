import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  build: {
    // The oldest of the three web views: WKWebView of macOS 13. WebKitGTK 2.50 and WebView2 are newer.
    target: "safari16",
    outDir: "dist",
    emptyOutDir: true,
    // One style sheet, and one script in two files: the window is shown once all ran. The words of each language but
    // English are a file of their own, and what they share with the rest has to be one too: they are waited for while
    // the rest has not ended yet.
    cssCodeSplit: false,
    modulePreload: { polyfill: false, resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []) },
    assetsInlineLimit: 0,
  },
  // Tauri's dev window looks for this very port.
  server: { port: 1420, strictPort: true },
  // A place where clocks change: days of 23 and 25 hours are part of what is promised.
  test: { include: ["src/**/*.test.ts"], env: { TZ: "Europe/Berlin" } },
});
