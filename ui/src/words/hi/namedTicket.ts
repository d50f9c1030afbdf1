// The ticket that files' names or a text name. Part of the catalogue in hi.ts.
type Named = { number: string; by: "files" | "text" };

const where = (by: Named["by"]) => (by === "files" ? "फ़ाइल के नाम" : "टेक्स्ट");

export const namedTicket = {
  filled: ({ number, by }: Named) => `#${number} ${where(by)} से भरा गया।`,
  offered: ({ number, by }: Named) => `क्या यह टिकट #${number} के लिए है? ${by === "files" ? "फ़ाइल का नाम इसी से शुरू होता है।" : "टेक्स्ट यही संख्या है।"}`,
  another: ({ number, by }: Named) => `${by === "files" ? "फ़ाइल के नाम में दूसरा टिकट है" : "टेक्स्ट में दूसरा टिकट है"}: #${number}.`,
  use: ({ number }: Named) => `#${number} इस्तेमाल करें`,
  leave: "रहने दें",
};
