// Reads a multipart/form-data body with Node's own Response (undici), as the Fetch standard says.
// read.mjs CONTENT-TYPE FILE; prints what it found as JSON.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [type, path] = process.argv.slice(2);
const form = await new Response(readFileSync(path), { headers: { "content-type": type } }).formData();

const found = { parts: 0, dto: [], files: [], headers: [] };
for (const [name, value] of form) {
  found.parts += 1;
  if (name === "ticketDTO" && typeof value === "string") {
    found.dto.push(value);
  } else if (name === "files" && typeof value !== "string") {
    const content = Buffer.from(await value.arrayBuffer());
    const sha256 = createHash("sha256").update(content).digest("hex");
    found.files.push({ name: value.name, size: content.length, sha256 });
  }
}
console.log(JSON.stringify(found));
